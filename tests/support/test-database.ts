import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { migrateServer } from '../../src-server/database/migrate.ts';
import { type DatabaseLocation, openDatabase } from '../../src-server/database/open-database.ts';
import type { ServerDatabase } from '../../src-server/database/server-database.ts';
import type {} from './provide-postgres.ts';

/** Every server test runs on both. */
export const engines = ['sqlite', 'postgres'] as const;
export type Engine = (typeof engines)[number];

/** A place for one database, and how to take it away again. */
export interface DatabasePlace {
  readonly location: DatabaseLocation;
  readonly remove: () => Promise<void>;
}

/** A fresh, empty place: an encrypted file in a folder of its own, or a new database of the run's PostgreSQL. */
export async function newDatabasePlace(engine: Engine): Promise<DatabasePlace> {
  if (engine === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'postmappe-test-'));
    return {
      location: { kind: 'sqlite', file: join(folder, 'school.db'), key: randomBytes(32).toString('hex') },
      remove: async () => rmSync(folder, { recursive: true, force: true }),
    };
  }
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = new URL(inject('postgresUrl'));
  await maintain(`create database ${name}`);
  url.pathname = `/${name}`;
  return {
    location: { kind: 'postgres', url: url.href },
    remove: () => maintain(`drop database if exists ${name} with (force)`),
  };
}

/** Opens a place and brings it to the newest schema. */
export async function openMigrated(place: DatabasePlace): Promise<ServerDatabase> {
  const database = await openDatabase(place.location);
  await migrateServer(database.writer, database.dialect);
  return database;
}

/** Runs one statement on the maintenance database. */
async function maintain(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
