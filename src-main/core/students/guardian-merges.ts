import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import { nameOf } from '../../../src-shared/guardians/rows.ts';
import { isStillKept, lastDayKept } from '../../../src-shared/roster/undo/deadline.ts';
import { readSettings } from '../../../src-shared/school/settings.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';

type Merge = OperationResult<'students.guardianMerges'>['merges'][number];

/** The merges that can still be taken back, the latest first; how the rows were stays where it is. */
export async function guardianMerges(db: DomainReader, now: string): Promise<Merge[]> {
  const { importUndoDays } = await readSettings(db);
  const rows = await db
    .selectFrom('guardianMerge')
    .innerJoin('guardian', 'guardian.id', 'guardianMerge.guardianId')
    .select([
      'guardianMerge.id as mergeId',
      'guardianMerge.guardianId',
      'guardianMerge.lostName',
      'guardianMerge.at',
      'guardianMerge.actorName as by',
      'guardian.givenName',
      'guardian.familyName',
    ])
    .orderBy('guardianMerge.at', 'desc')
    .execute();
  return rows
    .filter(({ at }) => isStillKept(at, now, importUndoDays))
    .map(({ givenName, familyName, ...merge }) => ({
      ...merge,
      name: nameOf({ givenName, familyName }),
      until: lastDayKept(merge.at, importUndoDays),
    }));
}
