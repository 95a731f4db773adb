import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import { beginsWith, comparedWords } from '../../../src-shared/search/compared-words.ts';
import type { Spelling } from '../../../src-shared/search/spelling.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { fullName } from '../cases/ladder.ts';
import { among } from '../today/among.ts';
import { groupedBy } from '../today/grouped.ts';
import { compareByClass, readStudents } from '../today/people.ts';

type Found = OperationResult<'students.guardians'>['guardians'];

/** A list to choose from, not to read. */
const MOST = 6;

/** Guardians of the school in whose name each typed word begins a word, by name. */
export async function findGuardians(db: DomainReader, today: Day, text: string): Promise<Found> {
  const wanted = comparedWords(text);
  if (wanted.length === 0) return [];
  const all = await db.selectFrom('guardian').select(['id', 'givenName', 'familyName']).execute();
  const fitting = all
    .map((guardian) => ({ guardianId: guardian.id, name: fullName(guardian) }))
    .filter(({ name }) => isMeant(comparedWords(name), wanted))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .slice(0, MOST);
  const ties = await db
    .selectFrom('guardianship')
    .select(['guardianId', 'studentId'])
    .where(
      among(
        'guardianId',
        fitting.map(({ guardianId }) => guardianId),
      ),
    )
    .execute();
  const students = await readStudents(
    db,
    ties.map((tie) => tie.studentId),
    today,
  );
  const byGuardian = groupedBy(ties, (tie) => tie.guardianId);
  return fitting.map((guardian) => ({
    ...guardian,
    students: (byGuardian.get(guardian.guardianId) ?? [])
      .flatMap((tie) => students.get(tie.studentId) ?? [])
      .sort(compareByClass)
      .map((student) => `${student.givenName} ${student.familyName}, ${student.className}`),
  }));
}

function isMeant(name: readonly Spelling[], wanted: readonly Spelling[]): boolean {
  return wanted.every((typed) => name.some((word) => beginsWith(word, typed)));
}
