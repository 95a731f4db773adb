/** What happened to a guardian's own data; the word stands in the visible history. */
export const guardianEventKinds = [
  'added',
  'corrected',
  'contactsNoted',
  'movedHouse',
  'merged',
  'separated',
] as const;
export type GuardianEventKind = (typeof guardianEventKinds)[number];

export const guardianKinds = ['person', 'institution'] as const;
export const contactKinds = ['phone', 'email'] as const;
