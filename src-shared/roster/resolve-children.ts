import { attachPhones } from './attach-phones.ts';
import type { StudentComparison } from './compare-students.ts';
import type { CurrentRoster } from './current.ts';
import { childFinder, type FoundChild } from './find-child.ts';
import type { GuardianLine } from './group-guardians.ts';
import { about, type MergedRows } from './merge-rows.ts';
import type { RosterProblem } from './problems.ts';
import type { ParsedGuardian, ParsedRoster } from './types.ts';

/**
 * Finds the child of each guardian's line. A line whose child isn't there, or is still a question, is put into
 * `unreadable`.
 */
export function resolveChildren(
  files: readonly ParsedRoster[],
  current: CurrentRoster,
  merged: MergedRows,
  students: StudentComparison,
  unreadable: RosterProblem[],
): GuardianLine[] {
  const find = childFinder(merged, current);
  const refOf = (child: Exclude<FoundChild, string>): string | undefined =>
    'ref' in child ? students.studentRefOf.get(child) : child.id;
  const lines = files.flatMap((roster, fileIndex) => {
    const peopleOf = new Map<number, number>();
    return roster.guardians.flatMap((guardian) => {
      const { line } = guardian;
      const before = peopleOf.get(line) ?? 0;
      peopleOf.set(line, before + 1);
      const child = find(guardian);
      const studentRef = typeof child === 'string' ? undefined : refOf(child);
      if (typeof child === 'string' || studentRef === undefined) {
        unreadable.push(unresolved(guardian, roster.file, child === 'none'));
        return [];
      }
      const { givenName: studentGivenName, familyName: studentFamilyName } = child;
      const ref = `guardian:${fileIndex}:${line}${before > 0 ? `:${before}` : ''}`;
      return [{ ...guardian, file: roster.file, ref, studentRef, studentGivenName, studentFamilyName }];
    });
  });
  attachPhones(
    files,
    lines,
    (child) => {
      const found = find({ child, studentKey: null });
      return typeof found === 'string' ? undefined : refOf(found);
    },
    unreadable,
  );
  return lines;
}

function unresolved(
  { child, studentKey, line }: ParsedGuardian,
  file: string,
  isUnknown: boolean,
): RosterProblem {
  if (!child)
    return about(isUnknown ? 'childUnknown' : 'childUndecided', { file, line }, { value: studentKey });
  const born = child.birthDate?.split('-').reverse().join('.');
  const value = [`${child.givenName} ${child.familyName}`, born].filter(Boolean).join(', ');
  return about(isUnknown ? 'childNameUnknown' : 'childNameUndecided', { file, line }, { value });
}
