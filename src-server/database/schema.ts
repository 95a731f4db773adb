import type { Generated, Kysely, Transaction } from 'kysely';
import type { Row, TableName } from '../../src-shared/tables/registry.ts';
import type { IdentityTables } from '../identity/tables.ts';

/** A synced table on the server: its row, the school it belongs to, and the revision that wrote it last. */
export type Stored<T extends TableName> = Row<T> & { schoolId: number; revision: number };

/** A school: its counter, and the head of its chain of commit groups. */
export interface SchoolTable {
  id: Generated<number>;
  /** Short name for signing in where one server keeps several schools. */
  key: string;
  name: string;
  timeZone: string;
  revision: number;
  feedHash: string;
  /** Cursors below this revision are too old: their tombstones are gone. */
  oldestRevision: number;
  /** The day for which visibility was last computed. */
  visibilityDay: string;
}

/** One commit group. The hashes chain, so that a restored or copied-back file is noticed. */
export interface FeedTable {
  schoolId: number;
  revision: number;
  hash: string;
  at: string;
}

/** A removed row: only what is needed to tell those who may hold it. */
export interface TombstoneTable {
  schoolId: number;
  revision: number;
  tableName: string;
  rowId: string;
  rootId: string;
}

/** An entry that was answered. `argsHash` binds it to its arguments, `authorId` to its author. */
export interface SyncEntryTable {
  schoolId: number;
  entryId: string;
  authorId: string;
  name: string;
  argsHash: string;
  status: 'applied' | 'refused';
  /** JSON: the result, or the reason. */
  answer: string;
  revision: number;
  occurredAt: string;
  receivedAt: string;
}

/** A person may see a facet of a root since one revision, until another. `rootId` `*`: all roots. */
export interface VisibilityTable {
  schoolId: number;
  staffId: string;
  facet: string;
  rootId: string;
  sinceRevision: number;
  untilRevision: number | null;
  untilDay: string | null;
}

/** One row per effect: who, when, which operation, which records and fields; never content. */
export interface AuditEntryTable {
  schoolId: number;
  id: string;
  at: string;
  actorId: string;
  actorRole: string;
  operation: string;
  entryId: string | null;
  revision: number;
  /** JSON: `[{table, id, fields}]`. */
  records: string;
}

/** Facts of the whole installation: server id, epoch, keys (sealed by the file's own protection). */
export interface ServerFactTable {
  id: string;
  value: string;
}

export type ServerTables = { [T in TableName]: Stored<T> } & {
  school: SchoolTable;
  feed: FeedTable;
  tombstone: TombstoneTable;
  syncEntry: SyncEntryTable;
  visibility: VisibilityTable;
  auditEntry: AuditEntryTable;
  serverFact: ServerFactTable;
} & IdentityTables;

export type ServerWriter = Transaction<ServerTables>;
export type ServerKysely = Kysely<ServerTables>;
