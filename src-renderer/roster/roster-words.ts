import type { TFunction } from 'i18next';
import type { RosterProblem } from '../../src-shared/roster/problems.ts';
import type { RosterSeparator } from '../../src-shared/roster/types.ts';

type Words = TFunction<'roster-screen'>;

/** The sentence about a line or a file; says where, what, and what to do. */
export function problemSentence(
  { code, file, line, column, value, params }: RosterProblem,
  t: Words,
): string {
  return t(`roster:problem.${code}`, {
    file,
    line: line ?? '',
    column: column ?? '',
    value: value ?? '',
    ...params,
  });
}

const separatorNames: Readonly<Record<RosterSeparator, string>> = {
  ';': 'semicolon',
  ',': 'comma',
  '\t': 'tab',
  '|': 'bar',
};

/** The name of a separator. */
export function separatorName(separator: RosterSeparator, t: Words): string {
  return t(`roster:separator.${separatorNames[separator]}`);
}
