import type { Generated } from 'kysely';
import type { RefusalReason } from '../../../src-shared/contract/command.ts';
import type { Facet } from '../../../src-shared/rights/facets.ts';
import type { DomainTables, TableName } from '../../../src-shared/tables/registry.ts';

/** What this desk keeps beside the synced tables. Lists and rows inside a cell are JSON. */
export interface LocalTables {
  /** Single facts: cursor, token, who the cache belongs to (database/cache-meta.ts). */
  cacheMeta: { key: string; value: string };
  /** Entries that are not settled yet, in the order in which they were made. */
  outboxEntry: {
    /** Made by SQLite; rises. */
    position: Generated<number>;
    id: string;
    name: string;
    args: string;
    occurredAt: string;
    dependsOn: string;
    /** `pending`: to be pushed; `applied`: the server agreed, its rows are still to come. */
    state: 'pending' | 'applied';
    /** Ids of the roots the entry reads or changes. */
    roots: string;
  };
  /** The row an entry found before it changed it; `row` null: there was none. */
  beforeImage: {
    entryId: string;
    position: number;
    tableName: TableName;
    rowId: string;
    row: string | null;
  };
  /** Entries the server refused, until the person has read them. */
  refusedEntry: {
    id: string;
    name: string;
    args: string;
    occurredAt: string;
    reason: RefusalReason;
    refusedAt: string;
    /** The entry this one was refused with, because it depended on it; null at the head of a chain. */
    chainHead: string | null;
    roots: string;
    /** 1: what was typed lies with the office, because its author may not see the child any more; `args` is a reference. */
    handedOver: Generated<0 | 1>;
  };
  /** Settled entries of the last 30 days, to be sent again to a server restored from a backup. */
  sentEntry: {
    position: number;
    id: string;
    name: string;
    args: string;
    occurredAt: string;
    dependsOn: string;
    settledAt: string;
    roots: string;
  };
  /** What this person may hold (sync/protocol.ts `grantSchema`). `expired`: taken away by this desk's calendar. */
  heldGrant: { facet: Facet; rootId: string; untilDay: string | null; expired: 0 | 1 };
  /** Rows of a repeated first pull, so that what it did not bring can go at its end. */
  seenRow: { tableName: TableName; rowId: string };
  /** One row: the unfinished entry of the phone desk. */
  workingDraft: { id: 1; callId: string | null; draft: string | null };
}

/** All tables of a person's cache as Kysely sees them. */
export type CacheTables = DomainTables & LocalTables;
