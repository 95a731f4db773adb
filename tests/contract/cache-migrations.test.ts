import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { openCache } from '../../src-main/core/database/cache.ts';
import { cacheMigrations } from '../../src-main/core/database/cache-migrations.ts';
import { dropIndexes, makeIndexes } from '../../src-main/core/database/lookup-indexes.ts';
import { databaseVersion, migrate, NewerDatabaseError } from '../../src-main/core/database/migrate.ts';
import { openDatabase, type RawDatabase } from '../../src-main/core/database/open-database.ts';
import { snakeCase } from '../../src-shared/tables/column.ts';
import { columnNames, tableNames } from '../../src-shared/tables/registry.ts';
import { anAbsence, anAttempt, aRollCallMark, aWaitingReport } from '../support/builders/absences.ts';
import { aHandover } from '../support/builders/handovers.ts';
import { anId } from '../support/builders/ids.ts';
import { aClass, aGroup } from '../support/builders/school.ts';
import { aGuardian, aGuardianship, aStudent } from '../support/builders/students.ts';
import { rowsOf, seedCache } from '../support/desk/desk-cache.ts';
import { scratchFolder } from '../support/desk/scratch-folder.ts';

const newFile = () => ({ path: join(scratchFolder(), 'cache.db'), key: randomBytes(32) });

/** Names of tables or indexes in a file. */
function namesIn(raw: RawDatabase, type: 'table' | 'index'): string[] {
  return raw
    .prepare<[string], string>(
      `select name from sqlite_schema where type = ? and name not like 'sqlite_%' order by name`,
    )
    .pluck()
    .all(type);
}

describe('a new cache', () => {
  test('has each synced table with its columns in wire order, STRICT', async () => {
    const file = newFile();
    await (await openCache(file)).close();
    const raw = openDatabase(file);
    for (const table of tableNames) {
      const columns = raw
        .prepare<[string], string>('select name from pragma_table_info(?)')
        .pluck()
        .all(snakeCase(table));
      expect([table, columns]).toEqual([table, columnNames(table).map(snakeCase)]);
    }
    const loose = raw
      .prepare(`select name from pragma_table_list where strict = 0 and name not like 'sqlite_%'`)
      .all();
    expect(loose).toEqual([]);
    raw.close();
  });

  test('gets back exactly the indexes it was made with after a first pull', async () => {
    const file = newFile();
    await (await openCache(file)).close();
    const raw = openDatabase(file);
    const made = namesIn(raw, 'index');
    dropIndexes(raw);
    expect(namesIn(raw, 'index').length).toBeLessThan(made.length);
    makeIndexes(raw, 'morning');
    makeIndexes(raw, 'rest');
    expect(namesIn(raw, 'index')).toEqual(made);
    raw.close();
  });
});

describe('R20: step 20, the desk’s own tables', () => {
  test('comes to a cache of step 10 that is in use, and changes none of its rows', async () => {
    const file = newFile();
    const raw = openDatabase(file);
    await migrate(raw, cacheMigrations.slice(0, 1));
    expect(databaseVersion(raw)).toBe(10);
    const schoolClass = aClass();
    const student = aStudent({ classId: schoolClass.id });
    raw
      .prepare('insert into school_class values (@id, @name, @gradeLevel, @schoolYear, @endedOn)')
      .run(schoolClass);
    raw.prepare('insert into student values (@id, @givenName, @familyName, @classId, @leftOn)').run(student);
    raw.close();

    const cache = await openCache(file);
    expect(await rowsOf(cache, 'student')).toEqual([student]);
    expect(await rowsOf(cache, 'schoolClass')).toEqual([schoolClass]);
    await seedCache(cache, { absence: anAbsence({ studentId: student.id }) });
    expect(await cache.reader.selectFrom('outboxEntry').selectAll().execute()).toEqual([]);
    await cache.close();
    const migrated = openDatabase(file);
    expect(databaseVersion(migrated)).toBe(cacheMigrations.at(-1)?.number);
    expect(migrated.pragma('integrity_check', { simple: true })).toBe('ok');
    migrated.close();
  });
});

test('R20: step 30 gives the guardians of a cache in use what it knew of them before', async () => {
  const file = newFile();
  const raw = openDatabase(file);
  await migrate(raw, cacheMigrations.slice(0, 2));
  const guardian = aGuardian();
  const tie = aGuardianship({ studentId: aStudent().id, guardianId: guardian.id, relation: 'grandparent' });
  raw
    .prepare('insert into guardian values (@id, @givenName, @familyName, @language, @importKey)')
    .run(guardian);
  raw
    .prepare(
      'insert into guardianship values (@id, @studentId, @guardianId, @relation, @hasCustody, @contactOrder, @livesWith, @blocked)',
    )
    .run(tie);
  raw.close();
  const cache = await openCache(file);
  expect(await rowsOf(cache, 'guardian')).toEqual([{ ...guardian, kind: 'person' }]);
  expect(await rowsOf(cache, 'guardianship')).toEqual([{ ...tie, powerOfAttorney: 0 }]);
  await seedCache(cache, { schoolGroup: aGroup() });
  await cache.close();
});

test('R20: step 40 leaves what was done before as it is, with nothing taken back', async () => {
  const file = newFile();
  const raw = openDatabase(file);
  await migrate(raw, cacheMigrations.slice(0, 3));
  const student = aStudent();
  const { retractedAt: _, ...tick } = aRollCallMark({ studentId: student.id });
  raw
    .prepare(
      'insert into roll_call_mark values (@id, @studentId, @classId, @day, @state, @minutesLate, @at, @staffId)',
    )
    .run(tick);
  raw.close();
  const cache = await openCache(file);
  expect(await rowsOf(cache, 'rollCallMark')).toEqual([{ ...tick, retractedAt: null }]);
  await seedCache(cache, {
    absenceReport: aWaitingReport({ studentId: student.id }),
    contactAttempt: anAttempt({ studentId: student.id, reportId: anId() }),
  });
  expect(await rowsOf(cache, 'reportEvent')).toEqual([]);
  await cache.close();
});

test('R20: step 50 leaves refused entries whole, with their authors', async () => {
  const file = newFile();
  const raw = openDatabase(file);
  await migrate(raw, cacheMigrations.slice(0, 4));
  raw
    .prepare(
      `insert into refused_entry values ('e', 'absences.correct', '{"fields":{"remark":"x"}}', 'then', 'forbidden', 'now', null, '[]')`,
    )
    .run();
  raw.close();
  const cache = await openCache(file);
  expect(await cache.reader.selectFrom('refusedEntry').selectAll().execute()).toMatchObject([
    { id: 'e', args: '{"fields":{"remark":"x"}}', handedOver: 0 },
  ]);
  await seedCache(cache, { handover: aHandover() });
  await cache.close();
});

test('R20: step 60 keeps the children of a cache in use, and adds imports beside them', async () => {
  const file = newFile();
  const raw = openDatabase(file);
  await migrate(raw, cacheMigrations.slice(0, 5));
  const student = aStudent();
  raw.prepare('insert into student values (@id, @givenName, @familyName, @classId, @leftOn)').run(student);
  raw.close();
  const cache = await openCache(file);
  expect(await rowsOf(cache, 'student')).toEqual([student]);
  const before = { id: 'before', importId: 'import', part: 1, studentId: student.id, rows: '[]' };
  await seedCache(cache, { studentBefore: before });
  expect(await rowsOf(cache, 'studentBefore')).toEqual([before]);
  await cache.close();
});

test('R20: step 80 leaves children in their classes, and nobody has moved yet', async () => {
  const file = newFile();
  const raw = openDatabase(file);
  await migrate(raw, cacheMigrations.slice(0, 7));
  const schoolClass = aClass({ endedOn: '2026-07-31' });
  const student = aStudent({ classId: schoolClass.id });
  raw
    .prepare('insert into school_class values (@id, @name, @gradeLevel, @schoolYear, @endedOn)')
    .run(schoolClass);
  raw.prepare('insert into student values (@id, @givenName, @familyName, @classId, @leftOn)').run(student);
  raw.close();
  const cache = await openCache(file);
  expect(await rowsOf(cache, 'schoolClass')).toEqual([schoolClass]);
  expect(await rowsOf(cache, 'student')).toEqual([student]);
  expect(await rowsOf(cache, 'classMove')).toEqual([]);
  const move = {
    ...{ id: anId(), studentId: student.id, fromClassId: null, toClassId: schoolClass.id },
    ...{ firstDay: '2026-11-23', at: '2026-11-23T07:00:00.000Z', changeId: null, leftOnBefore: null },
  };
  await seedCache(cache, { classMove: move });
  expect(await rowsOf(cache, 'classMove')).toEqual([move]);
  await cache.close();
});

test('steps rise by ten and are named', () => {
  expect(cacheMigrations.map((step) => step.number)).toEqual(cacheMigrations.map((_, at) => (at + 1) * 10));
  for (const { name } of cacheMigrations) expect(name).toMatch(/^[a-z-]+$/);
});

test('R22: a cache of a newer app is refused untouched', async () => {
  const file = newFile();
  const raw = openDatabase(file);
  raw.pragma('user_version = 9990');
  raw.close();
  await expect(openCache(file)).rejects.toThrow(NewerDatabaseError);
  const after = openDatabase(file);
  expect(databaseVersion(after)).toBe(9990);
  expect(namesIn(after, 'table')).toEqual([]);
  after.close();
});

test('R21: a step that fails half way leaves the old version whole', async () => {
  const file = newFile();
  const raw = openDatabase(file);
  await migrate(raw, cacheMigrations);
  const before = namesIn(raw, 'table');
  const failing = {
    number: 9980,
    name: 'fails',
    up: async (db: Kysely<unknown>) => {
      await sql`create table half_done (id text) strict`.execute(db);
      await sql`drop table outbox_entry`.execute(db);
      throw new Error('killed');
    },
  };
  await expect(migrate(raw, [...cacheMigrations, failing])).rejects.toThrow('killed');
  expect(namesIn(raw, 'table')).toEqual(before);
  expect(databaseVersion(raw)).toBe(cacheMigrations.at(-1)?.number);
  raw.close();
});
