/**
 * The tables of a OneRoster zip that say who is at the school, and the spellings of their columns in 1.0, 1.1, 1.2 and in
 * what programs really write. Source: 1EdTech OneRoster 1.1 and 1.2, CSV binding.
 */
export const oneRosterTables = {
  users: {
    sourcedId: ['sourcedid', 'id'],
    status: ['status'],
    role: ['role'],
    givenName: ['givenname'],
    familyName: ['familyname'],
    preferredGivenName: ['preferredgivenname', 'preferredfirstname'],
    preferredFamilyName: ['preferredfamilyname', 'preferredlastname'],
    email: ['email'],
    phone: ['phone'],
    sms: ['sms'],
    agents: ['agentsourcedids', 'agents', 'agentsourcedid'],
  },
  roles: {
    user: ['usersourcedid', 'userid'],
    status: ['status'],
    role: ['role'],
  },
  classes: {
    sourcedId: ['sourcedid', 'id'],
    status: ['status'],
    title: ['title'],
    classCode: ['classcode'],
    classType: ['classtype'],
  },
  enrollments: {
    classId: ['classsourcedid', 'classid'],
    user: ['usersourcedid', 'userid'],
    status: ['status'],
    role: ['role'],
    beginDate: ['begindate'],
    endDate: ['enddate'],
  },
  demographics: {
    user: ['sourcedid', 'usersourcedid', 'userid'],
    birthDate: ['birthdate'],
  },
  manifest: {
    property: ['propertyname'],
    value: ['value'],
  },
} as const;

export type OneRosterTable = keyof typeof oneRosterTables;
