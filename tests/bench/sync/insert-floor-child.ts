import { randomBytes, randomUUID } from 'node:crypto';
import { cacheMigrations } from '../../../src-main/core/database/cache-migrations.ts';
import { dropIndexes, makeIndexes } from '../../../src-main/core/database/lookup-indexes.ts';
import { migrate } from '../../../src-main/core/database/migrate.ts';
import { openDatabase, type RawDatabase } from '../../../src-main/core/database/open-database.ts';
import type { Cell } from '../../../src-main/core/database/row-writer.ts';
import { createHttpTransport } from '../../../src-main/core/sync/http-transport.ts';
import { protocolVersion } from '../../../src-shared/sync/protocol.ts';
import { snakeCase } from '../../../src-shared/tables/column.ts';
import { columnNames, type TableName } from '../../../src-shared/tables/registry.ts';
import { answerParent } from '../harness/answer-parent.ts';
import { DEMO_PASSWORD } from '../harness/demo-morning.ts';
import { monotonicMs } from '../harness/monotonic.ts';

type TableRows = { readonly table: TableName; readonly rows: Cell[][] };

const stages: { morning: TableRows[]; rest: TableRows[] } = { morning: [], rest: [] };

/** Fetches what a first pull of this person brings and keeps it as arrays, ready to be inserted. */
async function load({ serverUrl, userName }: { serverUrl: string; userName: string }): Promise<number> {
  const transport = createHttpTransport({ url: serverUrl });
  const device = { deviceId: randomUUID(), deviceName: 'floor' };
  const person = { userName, password: DEMO_PASSWORD, schoolKey: null };
  const answer = await transport.signIn({ protocol: protocolVersion, ...person, ...device });
  if (answer.status !== 'signedIn') throw new Error('The floor could not sign in.');
  let count = 0;
  let stage = stages.morning;
  for await (const line of transport.firstPull(answer.token, null)) {
    if (line.kind === 'morning') stage = stages.rest;
    if (line.kind !== 'rows') continue;
    stage.push({ table: line.table, rows: line.rows });
    count += line.rows.length;
  }
  await transport.close();
  return count;
}

/** Bare prepared inserts into a new encrypted file, indexes afterwards, all in one transaction. */
async function insert({ path, whole }: { path: string; whole: boolean }): Promise<number> {
  const raw = openDatabase({ path, key: new Uint8Array(randomBytes(32)) });
  await migrate(raw, cacheMigrations);
  dropIndexes(raw);
  const started = monotonicMs();
  raw.exec('begin immediate');
  insertAll(raw, stages.morning);
  makeIndexes(raw, 'morning');
  if (whole) {
    insertAll(raw, stages.rest);
    makeIndexes(raw, 'rest');
  }
  raw.exec('commit');
  if (whole) raw.pragma('wal_checkpoint(TRUNCATE)');
  const took = monotonicMs() - started;
  raw.close();
  return took;
}

function insertAll(raw: RawDatabase, parts: readonly TableRows[]): void {
  for (const { table, rows } of parts) {
    const marks = columnNames(table).map(() => '?');
    const statement = raw.prepare<Cell[]>(`insert into ${snakeCase(table)} values (${marks.join(', ')})`);
    for (const row of rows) statement.run(row as never); // the driver takes an array as well as arguments
  }
}

const handlers = { load, insert };

/** What the process of the floor can be asked. */
export type InsertFloorChild = typeof handlers;

answerParent(handlers);
