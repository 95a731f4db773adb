import { randomUUID } from 'node:crypto';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { ColumnNames } from '../../src-shared/tables/column-names.ts';
import { listenToPostgres } from './listen-to-postgres.ts';
import type { ServerTables } from './schema.ts';
import { type Cell, numberedParameters, type ServerDatabase } from './server-database.ts';

const CHANNEL = 'postmappe_moved';
/** PostgreSQL's type number of int8; revisions stay far below 2^53, so they are numbers here. */
const INT8 = 20;
/** A request that waits longer for a connection is told that the database is away. */
const CONNECT_WITHIN_MS = 5_000;

/**
 * Opens a PostgreSQL database that several server processes may share.
 * @throws Error with one sentence when it can't be reached.
 */
export async function openPostgres(url: string): Promise<ServerDatabase> {
  const pool = openPool(url);
  const listeners = new Set<(schoolId: number | undefined) => void>();
  // Not the process id: two containers may both be number 1.
  const origin = randomUUID();
  const hear = (payload: string | undefined): void => {
    const [schoolId, sender] = payload?.split(':') ?? [];
    if (sender === origin) return;
    for (const listener of listeners) listener(schoolId === undefined ? undefined : Number(schoolId));
  };
  let stopListening: () => Promise<void>;
  try {
    stopListening = await listenToPostgres(url, CHANNEL, hear);
  } catch (error) {
    await pool.end();
    throw new Error(
      `PostgreSQL can't be reached: ${plainReason(error)}. Please check --database and that PostgreSQL is running.`,
    );
  }
  const kysely = new Kysely<ServerTables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new ColumnNames()],
  });
  return {
    dialect: 'postgres',
    writer: kysely,
    reader: kysely,
    selectArrays: async (text, parameters) => {
      const query = { text: numberedParameters(text), values: [...parameters], rowMode: 'array' as const };
      return (await pool.query<Cell[]>(query)).rows;
    },
    announce: async (transaction, schoolId) => {
      await sql`select pg_notify(${CHANNEL}, ${`${schoolId}:${origin}`})`.execute(transaction);
    },
    onAnnounced: (listener) => void listeners.add(listener),
    close: async () => {
      await stopListening();
      await kysely.destroy();
    },
  };
}

function openPool(url: string): pg.Pool {
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === INT8 ? Number : pg.types.getTypeParser(oid, format),
  };
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    types: types as pg.CustomTypesConfig, // the typings want pg's own overloads
  });
  pool.on('error', () => undefined); // an idle connection was cut; the next query opens another
  return pool;
}

/** Node says nothing at all when several addresses of a name refuse at once. */
function plainReason(error: unknown): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error && first.message !== '' ? first.message : 'no answer';
}
