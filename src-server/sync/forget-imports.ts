import { type Change, remove } from '../../src-shared/contract/command.ts';
import { isStillKept } from '../../src-shared/roster/undo/deadline.ts';
import { readSettings } from '../../src-shared/school/settings.ts';
import type { DomainReader } from '../../src-shared/tables/registry.ts';

/** The list of imports goes back this far. */
const LISTED_DAYS = 366;
/** Rows of one commit: other desks wait for it. */
const AT_ONCE = 1000;

/**
 * What is too old to be kept of imports: how children and guardians were before one that can't be taken back any more,
 * and the entry in the list after a year. What a merge of guardians kept goes after as many days as an import's. At most
 * {@link AT_ONCE} rows; asked again until there are none.
 * @param now the server's instant
 */
export async function outdatedImports(db: DomainReader, now: string): Promise<Change[]> {
  const { importUndoDays } = await readSettings(db);
  const imports = await db.selectFrom('rosterImport').select(['id', 'at']).execute();
  const changes: Change[] = [];
  for (const { id, at } of imports.filter((one) => !isStillKept(one.at, now, importUndoDays))) {
    const students = db.selectFrom('studentBefore').select(['id', 'studentId']).where('importId', '=', id);
    for (const row of await students.limit(AT_ONCE).execute())
      changes.push(remove('studentBefore', row.id, row.studentId));
    const guardians = db.selectFrom('guardianBefore').select(['id', 'guardianId']).where('importId', '=', id);
    for (const row of await guardians.limit(AT_ONCE).execute())
      changes.push(remove('guardianBefore', row.id, row.guardianId));
    if (!isStillKept(at, now, LISTED_DAYS)) changes.push(remove('rosterImport', id, '-'));
    if (changes.length >= AT_ONCE) break;
  }
  const merges = await db.selectFrom('guardianMerge').select(['id', 'guardianId', 'at']).execute();
  for (const { id, guardianId, at } of merges)
    if (!isStillKept(at, now, importUndoDays)) changes.push(remove('guardianMerge', id, guardianId));
  return changes.slice(0, AT_ONCE);
}
