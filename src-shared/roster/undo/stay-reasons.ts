/**
 * Why something stays as it is when an import is taken back.
 * `changedSince`: the very fields were changed; `usedSince`: absences, calls, groups … have come; `familyChanged`: a
 * guardian of the child was changed; `belongsToStaying`: a tie, guardian or class of a child that stays; `classGone`: the
 * class to go back to is there no more.
 */
export const stayReasons = [
  'changedSince',
  'usedSince',
  'familyChanged',
  'belongsToStaying',
  'classGone',
] as const;
export type StayReason = (typeof stayReasons)[number];
