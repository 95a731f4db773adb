import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Cache, openCache } from '../../../src-main/core/database/cache.ts';
import type { AnyRow } from '../../../src-main/core/database/row-writer.ts';
import type { SignedIn } from '../../../src-main/core/dispatch/context.ts';
import type { RuleAuthor } from '../../../src-main/core/outbox/run-rule.ts';
import { type Row, type TableName, tableNames } from '../../../src-shared/tables/registry.ts';
import { anOffice, at, BERLIN } from '../builders/school.ts';
import type { SeedRows } from '../builders/seed.ts';
import { scratchFolder } from './scratch-folder.ts';

/** The office's desk. */
export const office: SignedIn = {
  person: {
    id: anOffice().id,
    givenName: 'Nermin',
    familyName: 'Yıldız',
    role: 'schoolOffice',
    userName: 'yildiz',
  },
  school: { id: 'lindenbach', name: 'Grundschule am Lindenbach', timeZone: BERLIN },
};

/** A desk of somebody else. */
export function deskOf(person: Partial<SignedIn['person']>): SignedIn {
  return { ...office, person: { ...office.person, ...person } };
}

/** Monday, 07:40 at the school. */
export const MORNING_MS = Date.parse(at('07:40'));

export const officeAuthor: RuleAuthor = { session: office, nowMs: MORNING_MS };

/** Opens a real encrypted cache in a folder of its own; closed when the test has finished. */
export async function openDeskCache(folder: string = scratchFolder()): Promise<Cache> {
  const cache = await openCache({ path: join(folder, 'cache.db'), key: randomBytes(32) });
  onTestFinished(() => cache.close());
  return cache;
}

/** Puts rows into a cache as if the server had sent them. */
export async function seedCache(cache: Cache, rows: SeedRows): Promise<void> {
  await cache.write(async (tx) => {
    for (const [table, one] of Object.entries(rows)) {
      // Keys of SeedRows are table names and their values rows of that table.
      for (const row of [one].flat()) tx.rows.put(table as TableName, row as AnyRow);
    }
  });
}

/** All rows of a table as the screens see them, by id. */
export async function rowsOf<T extends TableName>(cache: Cache, table: T): Promise<Row<T>[]> {
  const rows = await cache.reader
    .selectFrom(table as 'student')
    .selectAll()
    .orderBy('id')
    .execute();
  // Selected from the table that was asked for.
  return rows as unknown as Row<T>[];
}

/** All synced rows of a cache by table; two equal ones hold the same. */
export async function contentOfCache(cache: Cache): Promise<Record<string, unknown[]>> {
  const content: Record<string, unknown[]> = {};
  for (const table of tableNames) content[table] = await rowsOf(cache, table);
  return content;
}
