/** The people of the system. Guardians have accounts of the portal; the others sign in to the staff app. */
export const staffRoles = ['schoolOffice', 'principal', 'teacher', 'administrator'] as const;
export type StaffRole = (typeof staffRoles)[number];

export const roles = [...staffRoles, 'guardian'] as const;
export type Role = (typeof roles)[number];

/** What things hang on: rights are decided for a root and one of its facets. */
export type RootKind = 'school' | 'class' | 'student' | 'guardian' | 'group' | 'staff';

/**
 * How far a right reaches.
 * `all`: every root of the school; `own`: roots the person is responsible for today (a teacher's classes
 * and groups, a substitution while it lasts, a guardian's children); `self`: only the person's own root.
 */
export type Reach = 'all' | 'own' | 'self' | 'none';
