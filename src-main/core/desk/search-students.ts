import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import { fullName } from '../cases/ladder.ts';
import type { CoreContext } from '../dispatch/context.ts';
import type { SearchHit, TextRange } from '../search/searchable-student.ts';
import { among } from '../today/among.ts';
import { groupedBy } from '../today/grouped.ts';
import { readStudents, shown } from '../today/people.ts';
import { seesAllAbsences, type Viewpoint } from '../today/viewpoint.ts';
import { readDayBefore, readDutiesOn } from './flags.ts';
import { readKnownAbsences } from './known-absences.ts';

type Hit = OperationResult<'desk.searchStudents'>['hits'][number];

/**
 * The lines of the type-ahead list for what the index has found. Everything beside the names is read for
 * these few children only, so that the list keeps up with typing.
 */
export async function studentHits(
  db: DomainReader,
  viewpoint: Viewpoint,
  found: readonly SearchHit[],
): Promise<Hit[]> {
  if (found.length === 0) return [];
  const { day } = viewpoint;
  const ids = found.map((hit) => hit.studentId);
  const students = await readStudents(db, ids, day);
  const birthDates = await readBirthDates(db, ids);
  const guardians = await readGuardians(db, ids);
  const known = await readKnownAbsences(db, viewpoint, ids, day);
  const duties = await readDutiesOn(db, ids, day);
  const dayBefore = await readDayBefore(db, ids, day);
  return found.flatMap((hit) => {
    const student = students.get(hit.studentId);
    if (!student) return [];
    const named = guardians.get(hit.studentId) ?? [];
    return [
      {
        ...shown(student),
        birthDate: birthDates.get(hit.studentId) ?? null,
        guardians: named
          .filter((one) => one.blocked === 0 || one.guardianId === hit.guardianId)
          .map((one) => ({ guardianId: one.guardianId, name: fullName(one) })),
        matchedBy: hit.matchedBy,
        ranges: rangesOf(hit, named),
        alreadyReported: known.get(hit.studentId)?.[0] ?? null,
        certificateDuty: duties.has(hit.studentId),
        absentOnSchoolDayBefore: dayBefore.has(hit.studentId),
        own: birthDates.has(hit.studentId),
      },
    ];
  });
}

/** What a teacher's list may have to pass over to fill itself with own children. */
const FOUND_AT_MOST = 50;

/**
 * The best of what the index finds, own children before others: a teacher looks for one of the own class among
 * all of the school.
 */
export async function bestFound(
  { reader, search }: Pick<CoreContext, 'reader' | 'search'>,
  query: string,
  limit: number,
  { role }: Viewpoint,
): Promise<readonly SearchHit[]> {
  if (seesAllAbsences(role)) return search.search(query, { limit });
  const found = search.search(query, { limit: FOUND_AT_MOST });
  const own = await readBirthDates(
    reader,
    found.map((hit) => hit.studentId),
  );
  const isOwn = (hit: SearchHit) => own.has(hit.studentId);
  return [...found.filter(isOwn), ...found.filter((hit) => !isOwn(hit))].slice(0, limit);
}

interface NamedGuardian {
  readonly studentId: string;
  readonly guardianId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly blocked: 0 | 1;
}

/** By child, for own ones: of others this desk holds no details. */
async function readBirthDates(db: DomainReader, ids: readonly string[]): Promise<Map<string, string | null>> {
  const rows = await db
    .selectFrom('studentDetail')
    .select(['id', 'birthDate'])
    .where(among('id', ids))
    .execute();
  return new Map(rows.map((row) => [row.id, row.birthDate]));
}

async function readGuardians(
  db: DomainReader,
  ids: readonly string[],
): Promise<Map<string, NamedGuardian[]>> {
  const rows = await db
    .selectFrom('guardianship')
    .innerJoin('guardian', 'guardian.id', 'guardianship.guardianId')
    .select(['guardianship.studentId', 'guardianship.guardianId', 'guardianship.blocked'])
    .select(['guardian.givenName', 'guardian.familyName', 'guardianship.contactOrder'])
    .where(among('guardianship.studentId', ids))
    .execute();
  rows.sort((left, right) => left.contactOrder - right.contactOrder);
  return groupedBy(rows, (row) => row.studentId);
}

/** Ranges of a guardian move into the one text "given name, blank, family name" that the list shows. */
function rangesOf(hit: SearchHit, guardians: readonly NamedGuardian[]): Hit['ranges'] {
  const guardian = guardians.find((one) => one.guardianId === hit.guardianId);
  const shift = guardian ? guardian.givenName.length + 1 : 0;
  const { givenName, familyName, guardianGivenName, guardianFamilyName } = hit.ranges;
  return {
    familyName: familyName.map(copy),
    givenName: givenName.map(copy),
    guardian: guardian
      ? [
          ...guardianGivenName.map(copy),
          ...guardianFamilyName.map(([start, end]): [number, number] => [start + shift, end + shift]),
        ]
      : [],
    guardianId: guardian?.guardianId ?? null,
  };
}

function copy([start, end]: TextRange): [number, number] {
  return [start, end];
}
