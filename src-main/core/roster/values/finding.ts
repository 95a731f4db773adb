import type { RosterProblemCode } from '../../../../src-shared/roster/problems.ts';

/** Something to tell about a cell; where it stands is known to who reads the row. */
export interface ReadFinding {
  readonly code: RosterProblemCode;
  /** `note`: repaired or only odd; `unreadable`: the value isn't taken. */
  readonly kind: 'unreadable' | 'note';
  readonly value: string;
  readonly params: Record<string, string | number>;
}

/** A value that isn't taken. */
export function unreadable(code: RosterProblemCode, value: string): ReadFinding {
  return { code, kind: 'unreadable', value, params: {} };
}

/** A value that is taken in another form, or as it stands although it looks odd. */
export function note(
  code: RosterProblemCode,
  value: string,
  params: ReadFinding['params'] = {},
): ReadFinding {
  return { code, kind: 'note', value, params };
}
