import type { Reach, Role, RootKind } from './roles.ts';

/**
 * Who may see which part of what. One row is one facet; each row of each table belongs to exactly one.
 * The server sends by this table, the core offers by it, and docs/rights.md is made from it.
 */
export const facetRights = {
  'school.directory': {
    root: 'school',
    holds:
      'classes and when the school year changed, groups and who leads them, staff, who teaches which class, calendar, settings of the day',
    schoolOffice: 'all',
    principal: 'all',
    teacher: 'all',
    administrator: 'all',
    guardian: 'none',
  },
  'school.imports': {
    root: 'school',
    holds: 'which lists were read in: when, by whom, names of the files, number of rows',
    schoolOffice: 'all',
    principal: 'all',
    teacher: 'none',
    administrator: 'none',
    guardian: 'none',
  },
  'class.rollCall': {
    root: 'class',
    holds: 'that a class has reported who is missing, when and by whom',
    schoolOffice: 'all',
    principal: 'all',
    teacher: 'all',
    administrator: 'none',
    guardian: 'none',
  },
  'student.name': {
    root: 'student',
    holds: 'name and class',
    schoolOffice: 'all',
    principal: 'all',
    teacher: 'all',
    administrator: 'none',
    guardian: 'own',
  },
  'student.presence': {
    root: 'student',
    holds: 'that a child is missing on a day, without any reason',
    schoolOffice: 'all',
    principal: 'all',
    teacher: 'all',
    administrator: 'none',
    guardian: 'own',
  },
  'student.core': {
    root: 'student',
    holds:
      'birthday, all-day care, lunch, key in the school register, since when in which class, what was changed in them and in the name',
    schoolOffice: 'all',
    principal: 'all',
    teacher: 'own',
    administrator: 'none',
    guardian: 'own',
  },
  'student.contact': {
    root: 'student',
    holds:
      'guardianships with contact order and custody, emergency contacts, who may pick up, and their changes',
    schoolOffice: 'all',
    principal: 'all',
    teacher: 'own',
    administrator: 'none',
    guardian: 'own',
  },
  'student.groups': {
    root: 'student',
    holds: 'which groups a child was entered in, from when until when',
    schoolOffice: 'all',
    principal: 'all',
    teacher: 'own',
    administrator: 'none',
    guardian: 'own',
  },
  'student.absence': {
    root: 'student',
    holds: 'absences, excuses, certificates, leave, tardiness',
    schoolOffice: 'all',
    principal: 'all',
    teacher: 'own',
    administrator: 'none',
    guardian: 'own',
  },
  'student.reports': {
    root: 'student',
    holds: 'who reported an absence and how to call back, contact attempts, worrying factors',
    schoolOffice: 'all',
    principal: 'all',
    teacher: 'own',
    administrator: 'none',
    guardian: 'none',
  },
  'student.notifiable': {
    root: 'student',
    holds: 'a notifiable illness of § 34 IfSG',
    schoolOffice: 'all',
    principal: 'all',
    teacher: 'none',
    administrator: 'none',
    guardian: 'none',
  },
  'student.before': {
    root: 'student',
    holds: 'how a child was before an import, for its undo, while that is possible',
    schoolOffice: 'all',
    principal: 'all',
    teacher: 'none',
    administrator: 'none',
    guardian: 'none',
  },
  'guardian.name': {
    root: 'guardian',
    holds: 'name and language of a guardian',
    schoolOffice: 'all',
    principal: 'all',
    teacher: 'own',
    administrator: 'none',
    guardian: 'self',
  },
  'guardian.contact': {
    root: 'guardian',
    holds: 'address, phone numbers, e-mail of a guardian, and their changes',
    schoolOffice: 'all',
    principal: 'all',
    teacher: 'own',
    administrator: 'none',
    guardian: 'self',
  },
  'guardian.groups': {
    root: 'guardian',
    holds: 'which committees a guardian belongs to',
    schoolOffice: 'all',
    principal: 'all',
    teacher: 'own',
    administrator: 'none',
    guardian: 'self',
  },
  'guardian.before': {
    root: 'guardian',
    holds: 'how a guardian was before an import or a merge, for its undo, while that is possible',
    schoolOffice: 'all',
    principal: 'all',
    teacher: 'none',
    administrator: 'none',
    guardian: 'none',
  },
  'office.inbox': {
    root: 'school',
    holds: 'messages on the answering machine that nobody has heard yet',
    schoolOffice: 'all',
    principal: 'all',
    teacher: 'none',
    administrator: 'none',
    guardian: 'none',
  },
  'office.handovers': {
    root: 'school',
    holds:
      'what somebody wrote about a child they may not see any more; it can name a notifiable illness, so nobody sees it who may not see those',
    schoolOffice: 'all',
    principal: 'all',
    teacher: 'none',
    administrator: 'none',
    guardian: 'none',
  },
  'staff.drafts': {
    root: 'staff',
    holds: 'a person’s parked calls',
    schoolOffice: 'self',
    principal: 'self',
    teacher: 'self',
    administrator: 'none',
    guardian: 'none',
  },
  'staff.views': {
    root: 'staff',
    holds: 'a person’s saved views of lists',
    schoolOffice: 'self',
    principal: 'self',
    teacher: 'self',
    administrator: 'none',
    guardian: 'none',
  },
} as const satisfies Record<string, { root: RootKind; holds: string } & Record<Role, Reach>>;

export type Facet = keyof typeof facetRights;

/** All facets, in the order of the table. */
export const facets: readonly Facet[] = Object.keys(facetRights).filter(isFacet);

/** True for a name that is a facet. */
export function isFacet(name: string): name is Facet {
  return Object.hasOwn(facetRights, name);
}

/** How far a role sees a facet. */
export function facetReach(role: Role, facet: Facet): Reach {
  return facetRights[facet][role];
}
