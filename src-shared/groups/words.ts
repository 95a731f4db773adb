/**
 * What a group of the school is. `course`, `club`, `care` and `adHoc` hold children; a `committee` holds
 * guardians (Elternrat) and may hold staff; a `staff` group holds staff.
 */
export const groupKinds = ['course', 'club', 'care', 'adHoc', 'committee', 'staff'] as const;
export type GroupKind = (typeof groupKinds)[number];

/** Kinds whose members are children; only these may have a rule instead of a list. */
export const studentGroupKinds = ['course', 'club', 'care', 'adHoc'] as const satisfies readonly GroupKind[];
export type StudentGroupKind = (typeof studentGroupKinds)[number];

/** True for a group that holds children. */
export function holdsStudents(kind: GroupKind): kind is StudentGroupKind {
  return kind !== 'committee' && kind !== 'staff';
}
