import { type Change, create, type PutChange } from '../../contract/command.ts';
import { type DomainReader, rootIdOf, type TableName, tables } from '../../tables/registry.ts';
import { type Cells, cellsAmong } from '../rows-among.ts';
import { type ImportedTable, imageOf, importedTables, type RowImage, writeImages } from './row-image.ts';

/** What a part of an import really changes, and what its undo will need. */
export interface KeptPart {
  /** The changes that change something. */
  readonly changes: readonly PutChange[];
  /** Rows of `studentBefore` and `guardianBefore`. */
  readonly before: readonly Change[];
  /** The classes that are made. */
  readonly classes: readonly RowImage[];
}

/**
 * Compares what a part wants to write with what stands there.
 * @param nextId draws ids for the rows that keep how it was
 */
export async function keepBefore(
  db: DomainReader,
  { importId, part }: { readonly importId: string; readonly part: number },
  wanted: readonly PutChange[],
  nextId: () => string,
): Promise<KeptPart> {
  const known = await rowsBefore(db, wanted);
  const changes: PutChange[] = [];
  const byRoot = { student: new Map<string, RowImage[]>(), guardian: new Map<string, RowImage[]>() };
  const classes: RowImage[] = [];
  for (const change of wanted) {
    const image = isImported(change.table)
      ? imageOf(change.table, known.get(`${change.table} ${change.row.id}`), change.row)
      : null;
    if (!image) continue;
    changes.push(change);
    const { root } = tables[change.table];
    if (root !== 'student' && root !== 'guardian') classes.push(image);
    else append(byRoot[root], rootIdOf(change.table, change.row), image);
  }
  const row = (images: readonly RowImage[]) => ({ id: nextId(), importId, part, rows: writeImages(images) });
  return {
    changes,
    before: [
      ...[...byRoot.student].map(([studentId, images]) =>
        create('studentBefore', { ...row(images), studentId }),
      ),
      ...[...byRoot.guardian].map(([guardianId, images]) =>
        create('guardianBefore', { ...row(images), guardianId }),
      ),
    ],
    classes,
  };
}

async function rowsBefore(db: DomainReader, wanted: readonly PutChange[]): Promise<Map<string, Cells>> {
  const found = new Map<string, Cells>();
  for (const table of importedTables) {
    const ids = wanted.filter((change) => change.table === table).map((change) => change.row.id);
    for (const row of await cellsAmong(db, table, 'id', ids)) found.set(`${table} ${row.id}`, row);
  }
  return found;
}

function isImported(table: TableName): table is ImportedTable {
  return importedTables.some((known) => known === table);
}

function append(lists: Map<string, RowImage[]>, key: string, image: RowImage): void {
  const list = lists.get(key);
  if (list) list.push(image);
  else lists.set(key, [image]);
}
