import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import { readImportFiles } from '../../../src-shared/roster/import-files.ts';
import { isStillKept, lastDayKept } from '../../../src-shared/roster/undo/deadline.ts';
import { readSettings } from '../../../src-shared/school/settings.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import { readStaffNames } from '../today/people.ts';

/** The lists that were read in, the newest first. @param now an instant */
export async function listImports(db: DomainReader, now: string): Promise<OperationResult<'roster.imports'>> {
  const { importUndoDays } = await readSettings(db);
  const nameOf = await readStaffNames(db);
  const left = await countLeft(db);
  const rows = await db.selectFrom('rosterImport').selectAll().orderBy('at', 'desc').execute();
  return {
    imports: rows.map(({ id, staffId, files, undoneBy, classes: _, ...row }) => ({
      ...row,
      importId: id,
      by: nameOf(staffId),
      files: readImportFiles(files),
      undoneBy: undoneBy === null ? null : nameOf(undoneBy),
      undoUntil: isStillKept(row.at, now, importUndoDays) ? lastDayKept(row.at, importUndoDays) : null,
      left: left.get(id) ?? 0,
    })),
  };
}

/** Children and guardians of whom something is kept for an undo, by import. */
async function countLeft(db: DomainReader): Promise<Map<string, number>> {
  const students = await db
    .selectFrom('studentBefore')
    .select((select) => ['importId', select.fn.count<number>('studentId').distinct().as('count')])
    .groupBy('importId')
    .execute();
  const guardians = await db
    .selectFrom('guardianBefore')
    .select((select) => ['importId', select.fn.count<number>('guardianId').distinct().as('count')])
    .groupBy('importId')
    .execute();
  const left = new Map<string, number>();
  for (const { importId, count } of [...students, ...guardians])
    left.set(importId, (left.get(importId) ?? 0) + Number(count));
  return left;
}
