import { type DomainReader, type TableName, tables } from '../../tables/registry.ts';
import { type Cells, cellsAmong } from '../rows-among.ts';

/**
 * What rows of a table mean for the undo of an import.
 * `made`: the import itself makes them. `apart`: hang on no child and no guardian. `follows`: never stand alone, and go
 * with their child or guardian. Else: somebody's work, done at the time in the column `since` (null: nobody knows when).
 */
type Meaning = 'made' | 'apart' | 'follows' | { readonly since: string | null };

const meanings = {
  schoolSetting: 'apart',
  freePeriod: 'apart',
  schoolClass: 'made',
  schoolGroup: 'apart',
  groupLead: 'apart',
  staffMember: 'apart',
  classAssignment: 'apart',
  student: 'made',
  studentDetail: 'made',
  guardian: 'made',
  guardianship: 'made',
  guardianContact: 'made',
  emergencyContact: { since: null },
  rollCall: 'apart',
  rollCallMark: { since: 'at' },
  contactAttempt: { since: 'at' },
  caseConcern: { since: 'at' },
  certificateDuty: { since: 'fromDay' },
  inboxMessage: 'apart',
  handover: 'apart',
  parkedCall: 'apart',
  authorisedPickup: { since: null },
  guardianAddress: 'made',
  absence: { since: 'recordedAt' },
  absenceReport: { since: 'takenAt' },
  reportEvent: 'follows',
  absenceMark: 'follows',
  absenceNotifiable: 'follows',
  absenceAlias: 'follows',
  absenceEvent: 'follows',
  leaveRequest: { since: 'requestedAt' },
  tardiness: { since: 'recordedAt' },
  studentMembership: { since: 'fromDay' },
  guardianMembership: { since: 'fromDay' },
  staffMembership: 'apart',
  studentEvent: 'follows',
  contactEvent: 'follows',
  guardianEvent: 'follows',
  studentAlias: { since: null },
  guardianAlias: { since: null },
  savedView: 'apart',
  rosterImport: 'apart',
  studentBefore: 'apart',
  guardianBefore: 'apart',
  guardianMerge: { since: 'at' },
  schoolYearChange: 'apart',
  // A child that was moved stays by its class, which is not the imported one any more.
  classMove: 'follows',
} as const satisfies Record<TableName, Meaning>;

type Root = 'student' | 'guardian';

/**
 * Those among `ids` with whom somebody has worked.
 * @param since only work of that instant or later; what has no time is then not counted. Null: all of it.
 */
export async function workedWith(
  db: DomainReader,
  root: Root,
  ids: Iterable<string>,
  since: string | null,
): Promise<Set<string>> {
  const found = new Set<string>();
  for (const [table, meaning] of tablesOf(root)) {
    if (typeof meaning === 'string' || (since !== null && meaning.since === null)) continue;
    for (const row of await rowsOfRoots(db, table, ids)) {
      const time = meaning.since === null ? null : String(row[meaning.since]);
      if (since === null || (time !== null && time >= since.slice(0, time.length)))
        found.add(rootOf(table, row));
    }
  }
  return found;
}

/** Rows that go with these children or guardians: `[table, id, root]`. */
export async function rowsThatFollow(
  db: DomainReader,
  root: Root,
  ids: Iterable<string>,
): Promise<(readonly [TableName, string, string])[]> {
  const found: (readonly [TableName, string, string])[] = [];
  for (const [table, meaning] of tablesOf(root)) {
    if (meaning !== 'follows') continue;
    for (const row of await rowsOfRoots(db, table, ids))
      found.push([table, String(row.id), rootOf(table, row)]);
  }
  return found;
}

function tablesOf(root: Root): [TableName, Meaning][] {
  // The keys of `meanings` are exactly the names of the tables.
  const all = Object.entries(meanings) as [TableName, Meaning][];
  return all.filter(([table]) => tables[table].root === root);
}

async function rowsOfRoots(db: DomainReader, table: TableName, ids: Iterable<string>): Promise<Cells[]> {
  const column = tables[table].rootColumn;
  return column === null ? [] : cellsAmong(db, table, column, ids);
}

function rootOf(table: TableName, row: Cells): string {
  return String(row[tables[table].rootColumn ?? 'id']);
}
