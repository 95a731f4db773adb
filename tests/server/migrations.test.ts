import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { migrateServer, NewerDatabaseError, serverMigrations } from '../../src-server/database/migrate.ts';
import { openDatabase } from '../../src-server/database/open-database.ts';
import type { ServerDatabase } from '../../src-server/database/server-database.ts';
import { snakeCase } from '../../src-shared/tables/column.ts';
import { columnNames, tableNames, tables } from '../../src-shared/tables/registry.ts';
import { engines, newDatabasePlace } from '../support/test-database.ts';

describe.each(engines)('the server’s migrations on %s', (engine) => {
  const open: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of open.splice(0)) await close();
  });

  async function empty(): Promise<ServerDatabase> {
    const place = await newDatabasePlace(engine);
    const database = await openDatabase(place.location);
    open.push(async () => {
      await database.close();
      await place.remove();
    });
    return database;
  }
  const upTo = (database: ServerDatabase, number: number) =>
    migrateServer(
      database.writer,
      engine,
      serverMigrations.filter((step) => step.number <= number),
    );
  const tablesOf = async (database: ServerDatabase) =>
    (await database.writer.introspection.getTables()).filter((table) => !table.isView);

  it('rise in tens, each with its number in its name', () => {
    for (const [index, { number, name }] of serverMigrations.entries()) {
      expect(number).toBe((index + 1) * 10);
      expect(name.startsWith(String(number).padStart(4, '0'))).toBe(true);
    }
  });

  it('end at the registry: each synced table has its columns, a school and a revision', async () => {
    const database = await empty();
    await migrateServer(database.writer, engine);
    const made = await tablesOf(database);
    for (const table of tableNames) {
      const found = made.find(({ name }) => name === table || name === snakeCase(table));
      const columns = found?.columns.map(({ name }) => snakeCase(name)).sort();
      expect(columns, table).toEqual(['school_id', ...columnNames(table).map(snakeCase), 'revision'].sort());
      for (const [name, column] of Object.entries(tables[table].columns)) {
        const one = found?.columns.find((candidate) => snakeCase(candidate.name) === snakeCase(name));
        expect(one?.isNullable, `${table}.${name}`).toBe(column.nullable);
        expect(one?.dataType.toLowerCase(), `${table}.${name}`).toMatch(
          column.kind === 'text' ? /text/ : /int/,
        );
      }
    }
  });

  it('take nothing that is not the column’s type', async () => {
    const database = await empty();
    await migrateServer(database.writer, engine);
    const wrong = sql`insert into tardiness (school_id, id, student_id, day, minutes, excuse, recorded_at, recorded_by, revision)
      values (1, 'a', 'b', 'c', 'viele', 'e', 'f', 'g', 1)`;
    await expect(wrong.execute(database.writer)).rejects.toThrow();
  });

  it('0010 gives a school its feed and its morning', async () => {
    const database = await empty();
    await upTo(database, 10);
    await database.writer
      .insertInto('school')
      .values({
        key: 'lindenbach',
        name: 'Grundschule am Lindenbach',
        timeZone: 'Europe/Berlin',
        revision: 7,
        feedHash: 'x',
        oldestRevision: 1,
        visibilityDay: '',
      })
      .execute();
    const { id } = await database.writer.selectFrom('school').select('id').executeTakeFirstOrThrow();
    expect(id).toBeGreaterThan(0);
    await database.writer
      .insertInto('feed')
      .values({ schoolId: id, revision: 2 ** 40, hash: 'y', at: '2026-11-24T06:00:00.000Z' })
      .execute();
    const [feed] = await database.writer.selectFrom('feed').selectAll().execute();
    expect(feed?.revision).toBe(2 ** 40);
  });

  it('0020 adds accounts and devices beside a school that is there', async () => {
    const database = await empty();
    await upTo(database, 10);
    const child = { id: 'kind', givenName: 'Zoë', familyName: 'Öztürk', classId: null, leftOn: null };
    await database.writer
      .insertInto('student')
      .values({ ...child, schoolId: 1, revision: 3 })
      .execute();
    await upTo(database, 20);
    expect(await database.writer.selectFrom('student').selectAll().execute()).toEqual([
      { ...child, schoolId: 1, revision: 3 },
    ]);
    const account = {
      schoolId: 1,
      kind: 'staff' as const,
      personId: 'p',
      userName: 'yildiz',
      passwordHash: 'x',
      createdAt: 'now',
      lockedAt: null,
    };
    await database.writer
      .insertInto('account')
      .values({ ...account, id: 'a' })
      .execute();
    const twice = database.writer
      .insertInto('account')
      .values({ ...account, id: 'b' })
      .execute();
    await expect(twice).rejects.toThrow();
    await database.writer
      .insertInto('account')
      .values({ ...account, id: 'b', schoolId: 2 })
      .execute();
  });

  it('0030 keeps guardians and ties, and adds groups and histories beside them', async () => {
    const database = await empty();
    await upTo(database, 20);
    await sql`insert into guardian (school_id, id, given_name, family_name, language, import_key, revision)
      values (1, 'g', 'Aylin', 'Yılmaz', null, null, 3)`.execute(database.writer);
    await upTo(database, 30);
    expect(await database.writer.selectFrom('guardian').selectAll().execute()).toMatchObject([
      { id: 'g', familyName: 'Yılmaz', kind: 'person', revision: 3 },
    ]);
    expect(await database.writer.selectFrom('studentEvent').selectAll().execute()).toEqual([]);
  });

  it('0040 keeps what was done in the morning, with nothing taken back', async () => {
    const database = await empty();
    await upTo(database, 30);
    await sql`insert into roll_call (school_id, id, class_id, day, reported_at, staff_id, revision)
      values (1, 'r', 'c', '2026-11-24', '2026-11-24T07:04:00.000Z', 'p', 3)`.execute(database.writer);
    await sql`insert into inbox_message (school_id, id, received_at, duration_seconds, state, revision)
      values (1, 'm', '2026-11-24T05:52:00.000Z', 20, 'new', 3)`.execute(database.writer);
    await upTo(database, 40);
    expect(await database.writer.selectFrom('rollCall').selectAll().execute()).toMatchObject([
      { id: 'r', retractedAt: null, revision: 3 },
    ]);
    expect(await database.writer.selectFrom('inboxMessage').selectAll().execute()).toMatchObject([
      { id: 'm', reopenedAt: null, reopenedBy: null },
    ]);
    expect(await database.writer.selectFrom('reportEvent').selectAll().execute()).toEqual([]);
  });

  it('0050 adds handovers, and has it worked out anew who sees what', async () => {
    const database = await empty();
    await upTo(database, 40);
    await sql`insert into school (key, name, time_zone, revision, feed_hash, oldest_revision, visibility_day)
      values ('lindenbach', 'Grundschule am Lindenbach', 'Europe/Berlin', 7, 'x', 1, '2026-11-24')`.execute(
      database.writer,
    );
    await upTo(database, 50);
    const school = database.writer.selectFrom('school').select(['revision', 'visibilityDay']);
    expect(await school.execute()).toEqual([{ revision: 7, visibilityDay: '' }]);
    expect(await database.writer.selectFrom('handover').selectAll().execute()).toEqual([]);
  });

  it('0060 keeps children, and adds imports with how it was before', async () => {
    const database = await empty();
    await upTo(database, 50);
    await sql`insert into student (school_id, id, given_name, family_name, class_id, left_on, revision)
      values (1, 's', 'Zoë', 'Öztürk', null, null, 3)`.execute(database.writer);
    await upTo(database, 60);
    expect(await database.writer.selectFrom('student').selectAll().execute()).toMatchObject([
      { id: 's', familyName: 'Öztürk', revision: 3 },
    ]);
    const before = { id: 'b', importId: 'i', part: 1, studentId: 's', rows: '[]', schoolId: 1, revision: 4 };
    await database.writer.insertInto('studentBefore').values(before).execute();
    expect(await database.writer.selectFrom('rosterImport').selectAll().execute()).toEqual([]);
  });

  it('0090 leaves children in their classes, and nobody has moved yet', async () => {
    const database = await empty();
    await upTo(database, 80);
    await sql`insert into school_class (school_id, id, name, grade_level, school_year, ended_on, revision)
      values (1, 'c', '1a', 1, '2026/27', null, 3)`.execute(database.writer);
    await sql`insert into student (school_id, id, given_name, family_name, class_id, left_on, revision)
      values (1, 's', 'Zoë', 'Öztürk', 'c', null, 3)`.execute(database.writer);
    await upTo(database, 90);
    expect(await database.writer.selectFrom('student').selectAll().execute()).toMatchObject([
      { id: 's', classId: 'c', revision: 3 },
    ]);
    const move = {
      ...{ id: 'm', studentId: 's', fromClassId: null, toClassId: 'c', firstDay: '2026-11-23' },
      ...{ at: '2026-11-23T07:00:00.000Z', changeId: null, leftOnBefore: null, schoolId: 1, revision: 4 },
    };
    await database.writer.insertInto('classMove').values(move).execute();
    expect(await database.writer.selectFrom('schoolYearChange').selectAll().execute()).toEqual([]);
  });

  it('are done once, however often they are asked for', async () => {
    const database = await empty();
    await Promise.all([migrateServer(database.writer, engine), migrateServer(database.writer, engine)]);
    await migrateServer(database.writer, engine);
    const done = await sql<{ number: number }>`select number from schema_step order by number`.execute(
      database.writer,
    );
    expect(done.rows.map((row) => row.number)).toEqual(serverMigrations.map((step) => step.number));
  });

  it('refuse a database of a newer server, and touch nothing', async () => {
    const database = await empty();
    await upTo(database, 10);
    await sql`insert into schema_step (number, name) values (9990, '9990-from-the-future')`.execute(
      database.writer,
    );
    const refused = migrateServer(database.writer, engine);
    await expect(refused).rejects.toThrow(NewerDatabaseError);
    await expect(refused).rejects.toThrow(/newer version.*nothing was changed/);
    expect((await tablesOf(database)).map(({ name }) => name)).not.toContain('account');
  });

  it('are all done or none (R21)', async () => {
    const database = await empty();
    await upTo(database, 10);
    const failing = {
      number: 9980,
      name: '9980-fails',
      up: async () => {
        throw new Error('half-way');
      },
    };
    await expect(migrateServer(database.writer, engine, [...serverMigrations, failing])).rejects.toThrow(
      'half-way',
    );
    expect((await tablesOf(database)).map(({ name }) => name)).not.toContain('account');
    await migrateServer(database.writer, engine);
    expect((await tablesOf(database)).map(({ name }) => name)).toContain('account');
  });
});
