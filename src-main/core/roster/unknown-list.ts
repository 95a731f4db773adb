import { guardianFields, studentFields, type UnknownList } from '../../../src-shared/roster/mapping.ts';
import type { RosterProblem } from '../../../src-shared/roster/problems.ts';
import { guardianVocabulary } from './formats/guardian-vocabulary.ts';
import { fieldOf } from './formats/match-columns.ts';
import { studentVocabulary } from './formats/student-vocabulary.ts';
import type { RosterList } from './open-file.ts';
import type { ReadFileOptions } from './read-file.ts';

/** The problems that go away when somebody names the columns. */
const nameable: readonly RosterProblem['code'][] = ['headerMissing', 'formatUnknown', 'columnsMissing'];

/** What somebody needs to name the columns of a list that couldn't be read; null where that would not help. */
export function unknownList(
  list: RosterList,
  problem: RosterProblem,
  options: Omit<ReadFileOptions, 'file'>,
): UnknownList | null {
  if (!nameable.includes(problem.code)) return null;
  const rows = list.sample(options);
  const [first = []] = rows;
  const width = Math.max(0, ...rows.map((row) => row.length));
  // One column is a letter or a note, not a list.
  if (width < 2) return null;
  const headings = Array.from({ length: width }, (_, index) => first[index] ?? '');
  const fields = (vocabulary: typeof studentVocabulary) =>
    headings.map((heading) => fieldOf(heading, vocabulary)?.field ?? null);
  return {
    file: list.file,
    rows,
    guesses: {
      students: fields(studentVocabulary).map(
        (field) => studentFields.find((known) => known === field) ?? null,
      ),
      guardians: fields(guardianVocabulary).map(
        (field) => guardianFields.find((known) => known === field) ?? null,
      ),
    },
  };
}
