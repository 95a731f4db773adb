import type { StudentComparison } from './compare-students.ts';
import { importKeyOf } from './contact-key.ts';
import type { CurrentRoster, CurrentStudent } from './current.ts';
import type { GuardianLine } from './group-guardians.ts';
import { about, groupBy, type MergedRows } from './merge-rows.ts';
import type { StudentRow } from './preview.ts';
import type { RosterProblem } from './problems.ts';
import type { ParsedRoster } from './types.ts';

type Child = Pick<StudentRow | CurrentStudent, 'givenName' | 'familyName'>;

/**
 * Finds the child of each guardian's line by its key: first among the children of the files, then in the school. A line
 * whose child isn't there, or is still a question, is put into `unreadable`.
 */
export function resolveChildren(
  files: readonly ParsedRoster[],
  current: CurrentRoster,
  merged: MergedRows,
  students: StudentComparison,
  unreadable: RosterProblem[],
): GuardianLine[] {
  const inSchool = groupBy(current.students, (student) =>
    student.importKey ? importKeyOf(student.importKey) : null,
  );
  const find = (
    studentKey: string,
  ): { child: Child; studentRef: string } | 'childUnknown' | 'childUndecided' => {
    const key = importKeyOf(studentKey);
    const row = merged.rowByKey.get(key);
    if (row === null) return 'childUndecided';
    if (row) {
      const studentRef = students.studentRefOf.get(row);
      return studentRef === undefined ? 'childUndecided' : { child: row, studentRef };
    }
    const [child, ...more] = inSchool.get(key) ?? [];
    if (!child) return 'childUnknown';
    return more.length > 0 ? 'childUndecided' : { child, studentRef: child.id };
  };
  return files.flatMap((roster, fileIndex) =>
    roster.guardians.flatMap((guardian) => {
      const found = find(guardian.studentKey);
      const source = { file: roster.file, line: guardian.line };
      if (typeof found === 'string') {
        unreadable.push(about(found, source, { value: guardian.studentKey }));
        return [];
      }
      const { givenName: studentGivenName, familyName: studentFamilyName } = found.child;
      const ref = `guardian:${fileIndex}:${guardian.line}`;
      const { studentRef } = found;
      return [{ ...guardian, file: roster.file, ref, studentRef, studentGivenName, studentFamilyName }];
    }),
  );
}
