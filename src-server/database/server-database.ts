import type { Kysely } from 'kysely';
import type { ServerTables, ServerWriter } from './schema.ts';

export type Cell = string | number | null;

/**
 * An open database. Writers go through `writer`, one transaction at a time on SQLite; readers through
 * `reader`, which never waits for them (WAL, or PostgreSQL's own snapshots).
 */
export interface ServerDatabase {
  readonly dialect: 'sqlite' | 'postgres';
  readonly writer: Kysely<ServerTables>;
  readonly reader: Kysely<ServerTables>;
  /** Rows as arrays, without the query builder: for pulls of many rows. `?` stands for a parameter on both engines. */
  readonly selectArrays: (text: string, parameters: readonly Cell[]) => Promise<Cell[][]>;
  /**
   * Tells other server processes on the same database that a school has moved on, once the transaction
   * commits; nothing on SQLite, which one process has to itself.
   */
  readonly announce: (transaction: ServerWriter, schoolId: number) => Promise<void>;
  /** Hears of other processes' commits; `undefined` after a gap in hearing: any school may have moved on. */
  readonly onAnnounced: (listener: (schoolId: number | undefined) => void) => void;
  readonly close: () => Promise<void>;
}

/** Replaces each `?` by `$1`, `$2`, …: statements are written once. They contain no literal question marks. */
export function numberedParameters(text: string): string {
  let count = 0;
  return text.replace(/\?/g, () => `$${++count}`);
}
