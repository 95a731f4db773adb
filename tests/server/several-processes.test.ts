import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FoundedSchool } from '../support/founded-school.ts';
import { plainRows, visibleRowsOf } from '../support/rights-oracle.ts';
import { newDatabasePlace } from '../support/test-database.ts';
import { serveDatabase, type TestServer } from '../support/test-server.ts';
import { ThinClient } from '../support/thin-client.ts';

/** Two servers over one PostgreSQL; in one process here, with connections of their own like two. */
describe('two servers on one PostgreSQL', () => {
  let one: TestServer;
  let two: TestServer;
  let here: FoundedSchool;
  let there: FoundedSchool;

  beforeEach(async () => {
    const place = await newDatabasePlace('postgres');
    one = await serveDatabase(place);
    two = await serveDatabase({ ...place, remove: async () => undefined });
    here = await one.newSchool();
    there = new FoundedSchool(two.parts, here.rows);
  });
  afterEach(async () => {
    await two.close();
    await one.close();
  });

  const listener = async (school: FoundedSchool, who: 'office' | 'teacherA') => {
    const client = await new ThinClient(school.parts, school.session(who)).firstPull();
    await client.listen();
    return client;
  };

  it('agree on who they are, and take each other’s cursors', async () => {
    expect(one.parts.sync.facts).toEqual(two.parts.sync.facts);
    const client = await new ThinClient(one.parts, here.session('office')).firstPull();
    const moved = new ThinClient(two.parts, client.session);
    moved.cursor = client.cursor;
    expect((await moved.ask()).kind).toBe('delta');
  });

  it('tell each other of commits: a desk on B hears of a commit on A', async () => {
    const client = await listener(there, 'office');
    const args = here.record(here.students.a1);
    await here.act('secondOffice', 'absences.record', args);
    await expect.poll(() => client.inbox.length, { timeout: 10_000, interval: 5 }).toBeGreaterThan(0);
    await client.readInbox();
    expect(client.holds('absence', args.absenceId)).toBe(true);
  });

  it('leave no hole in a stream, whichever of them commits', async () => {
    const client = await listener(there, 'teacherA');
    for (let round = 0; round < 10; round += 1) {
      await here.act('office', 'absences.record', here.record(here.students.a1, { remark: `A ${round}` }));
      await there.act('office', 'absences.record', there.record(there.students.a2, { remark: `B ${round}` }));
      // No waiting for the announcement: a frame of B's own commit may come before it.
      if (round % 3 === 0) await client.readInbox(round % 2 === 0);
    }
    await client.readInbox(true);
    await client.pull();
    expect(plainRows(client.rows)).toEqual(plainRows(await visibleRowsOf(two.parts, client.session)));
  });

  it('let a repeated entry have one effect, whichever of them it reaches', async () => {
    const entry = here.entry('absences.record', here.record(here.students.c2));
    const sends = Array.from({ length: 20 }, (_, index) => (index % 2 ? here : there).send('office', entry));
    const answers = await Promise.all(sends);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await here.all('absence')).filter((row) => row.studentId === here.students.c2)).toHaveLength(1);
  });

  it('show no revision before the one below it is there, however slow that one is (R23)', async () => {
    // One server's transaction stops behind its row, holding its place in the feed.
    const gate = 4711;
    const block = async (text: string) => void (await sql.raw(text).execute(one.database.writer));
    await block(`create function slow() returns trigger language plpgsql as $$
      begin if new.operation = 'calls.park' then perform pg_advisory_xact_lock(${gate}); end if; return new; end $$`);
    await block('create trigger slow before insert on audit_entry for each row execute function slow()');
    const client = await new ThinClient(one.parts, here.session('office')).firstPull();
    const before = await here.revision();
    const progress = { slow: false, fast: false };
    const held = await one.database.writer.connection().execute(async (connection) => {
      await sql`select pg_advisory_lock(${gate})`.execute(connection);
      const waiting = async () => {
        const found = await sql<{ count: number }>`select count(*)::int as count from pg_stat_activity
          where wait_event_type = 'Lock' and datname = current_database()`.execute(two.database.reader);
        return found.rows[0]?.count;
      };
      const slow = here.act('office', 'calls.park', { callId: here.newId(), label: 'langsam', draft: {} });
      const slowDone = slow.then(() => Object.assign(progress, { slow: true }));
      // The fast one sets out only when the slow one holds its place: the other way round nothing would wait.
      await expect.poll(waiting, { timeout: 10_000, interval: 5 }).toBe(1);
      const fast = there.act('office', 'absences.record', there.record(there.students.a1));
      const both = Promise.all([slowDone, fast.then(() => Object.assign(progress, { fast: true }))]);
      await expect.poll(waiting, { timeout: 10_000, interval: 5 }).toBe(2);
      // Neither can be seen: the fast one has no number yet.
      const empty = await client.ask();
      expect(empty).toMatchObject({ rows: {}, settles: [], to: client.cursor });
      expect([progress.slow, progress.fast, await here.revision()]).toEqual([false, false, before]);
      await sql`select pg_advisory_unlock(${gate})`.execute(connection);
      return both;
    });
    expect(held).toHaveLength(2);
    await client.pull();
    expect(client.settled.size).toBe(2);
    expect(await here.revision()).toBe(before + 2);
    expect(plainRows(client.rows)).toEqual(plainRows(await visibleRowsOf(one.parts, client.session)));
  });
});
