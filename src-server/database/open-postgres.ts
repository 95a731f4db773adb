import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { type Cell, numberedParameters, type ServerDatabase } from './open-database.ts';
import type { ServerTables } from './schema.ts';

const CHANNEL = 'postmappe_moved';
/** PostgreSQL's type number of int8; revisions stay far below 2^53, so they are numbers here. */
const INT8 = 20;

/** Opens a PostgreSQL database that several server processes may share. */
export async function openPostgres(url: string): Promise<ServerDatabase> {
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === INT8 ? Number : pg.types.getTypeParser(oid, format),
  };
  const pool = new pg.Pool({ connectionString: url, max: 10, types: types as pg.CustomTypesConfig }); // the typings want pg's own overloads
  pool.on('error', () => undefined); // an idle connection was cut; the next query opens another
  const listening = new pg.Client({ connectionString: url });
  const listeners = new Set<(schoolId: number) => void>();
  const origin = Math.floor(process.pid);
  try {
    await listening.connect();
  } catch (error) {
    await pool.end();
    throw new Error(
      `PostgreSQL can't be reached: ${error instanceof Error ? error.message : 'no answer'}. Please check --database and that PostgreSQL is running.`,
    );
  }
  listening.on('error', () => undefined);
  listening.on('notification', (message) => {
    const [schoolId, sender] = (message.payload ?? '').split(':').map(Number);
    if (schoolId !== undefined && sender !== origin) for (const listener of listeners) listener(schoolId);
  });
  await listening.query(`listen ${CHANNEL}`);
  const kysely = new Kysely<ServerTables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin()],
  });
  return {
    dialect: 'postgres',
    writer: kysely,
    reader: kysely,
    selectArrays: async (text, parameters) => {
      const result = await pool.query<Cell[]>({
        text: numberedParameters(text),
        values: [...parameters],
        rowMode: 'array',
      });
      return result.rows;
    },
    announce: async (schoolId) =>
      void (await pool.query('select pg_notify($1, $2)', [CHANNEL, `${schoolId}:${origin}`])),
    onAnnounced: (listener) => void listeners.add(listener),
    close: async () => {
      await listening.end();
      await kysely.destroy();
    },
  };
}
