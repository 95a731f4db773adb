/** What happened to a child's own data; the word stands in its visible history. */
export const studentEventKinds = [
  'enrolled',
  'corrected',
  'moved',
  'left',
  'readmitted',
  'merged',
  'separated',
] as const;
export type StudentEventKind = (typeof studentEventKinds)[number];

/** What happened to a child's ties, emergency contacts and pick-up rights. */
export const contactEventKinds = [
  'tied',
  'tieCorrected',
  'untied',
  'callsOrdered',
  'emergencyContactsNoted',
  'pickupsNoted',
] as const;
export type ContactEventKind = (typeof contactEventKinds)[number];
