import { closeSync, cpSync, existsSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src-server/database/open-database.ts';
import { openPostgres } from '../../src-server/database/open-postgres.ts';
import { protocolVersion } from '../../src-shared/sync/protocol.ts';
import { FoundedSchool } from '../support/founded-school.ts';
import { startPostgres } from '../support/postgres.ts';
import { plainRows, visibleRowsOf } from '../support/rights-oracle.ts';
import { type DatabasePlace, newDatabasePlace } from '../support/test-database.ts';
import { serveDatabase, startTestServer, type TestServer } from '../support/test-server.ts';
import { ThinClient } from '../support/thin-client.ts';

const kept = (place: DatabasePlace): DatabasePlace => ({ ...place, remove: async () => undefined });

async function push(server: TestServer, token: string, entries: object[]) {
  return server.http.inject({
    method: 'POST',
    url: '/sync/push',
    headers: { authorization: `Bearer ${token}` },
    payload: { protocol: protocolVersion, entries },
  });
}

describe('a full disk under SQLite (R09)', () => {
  it('answers 507, writes nothing by halves, goes on reading, and recovers', async () => {
    const server = await startTestServer('sqlite');
    const school = await server.newSchool();
    const { token } = await school.signedIn('office');
    const client = await new ThinClient(server.parts, school.session('office')).firstPull();
    const pragma = async (text: string) => sql.raw(text).execute(server.database.writer);
    const count = await sql<{ pageCount: number }>`pragma page_count`.execute(server.database.writer);
    await pragma(`pragma max_page_count = ${Number(count.rows[0]?.pageCount) + 2}`);
    const entries = Array.from({ length: 200 }, () =>
      school.entry('absences.requestLeave', {
        requestId: school.newId(),
        studentId: school.students.a1,
        fromDay: '2026-12-01',
        untilDay: '2026-12-01',
        purpose: 'x'.repeat(300),
      }),
    );
    const before = await school.revision();
    const full = await push(server, token, entries);
    expect([full.statusCode, full.json().error.code]).toEqual([507, 'noSpace']);
    expect(await school.revision()).toBe(before);
    expect(await school.all('leaveRequest')).toHaveLength(1);
    const pull = await server.http.inject({
      method: 'POST',
      url: '/sync/pull',
      headers: { authorization: `Bearer ${token}` },
      payload: { protocol: protocolVersion, cursor: client.cursor },
    });
    expect(pull.statusCode).toBe(200);
    expect((await server.http.inject('/health')).statusCode).toBe(200);
    await pragma('pragma max_page_count = 1073741823');
    const again = await push(server, token, entries);
    expect(again.json().answers.map((answer: { status: string }) => answer.status)).toEqual(
      Array(200).fill('applied'),
    );
    await client.pull();
    expect(plainRows(client.rows)).toEqual(plainRows(await visibleRowsOf(server.parts, client.session)));
    await server.close();
  });
});

describe('a file copied back by hand (R16, R17)', () => {
  it('is noticed by every desk that had gone on, and by no other', async () => {
    const place = await newDatabasePlace('sqlite');
    if (place.location.kind !== 'sqlite') throw new Error('a file is needed');
    const { file } = place.location;
    const first = await serveDatabase(kept(place));
    const school = await first.newSchool();
    const { parts } = first;
    const behind = await new ThinClient(parts, school.session('secondOffice')).firstPull();
    await sql`pragma wal_checkpoint(truncate)`.execute(first.database.writer);
    cpSync(file, `${file}.copy`);
    const ahead = await new ThinClient(parts, school.session('office')).firstPull();
    const lost = school.entry('absences.record', school.record(school.students.a1));
    await school.send('office', lost);
    await ahead.pull();
    await first.close();

    cpSync(`${file}.copy`, file);
    const second = await serveDatabase(place);
    const restored = new FoundedSchool(second.parts, school.rows);
    // As many commits as were lost: the revision is the same again, the history is not.
    await restored.act('principal', 'absences.record', restored.record(restored.students.b1));
    const again = new ThinClient(second.parts, ahead.session);
    again.cursor = ahead.cursor;
    expect(await again.ask()).toEqual({ kind: 'resync' });
    const other = new ThinClient(second.parts, behind.session);
    other.cursor = behind.cursor;
    expect((await other.ask()).kind).toBe('delta');
    // The desk sends again what it had been told was applied: it is taken, once.
    expect((await restored.send('office', lost)).status).toBe('applied');
    await again.firstPull();
    expect(plainRows(again.rows)).toEqual(plainRows(await visibleRowsOf(second.parts, again.session)));
    await second.close();
  });
});

describe('a damaged or foreign file (R15)', () => {
  it('is not opened, and not changed', async () => {
    const place = await newDatabasePlace('sqlite');
    const server = await serveDatabase(kept(place));
    await server.newSchool();
    await sql`pragma wal_checkpoint(truncate)`.execute(server.database.writer);
    await server.close();
    if (place.location.kind !== 'sqlite') throw new Error('a file is needed');
    const { file, key } = place.location;
    const whole = readFileSync(file);
    expect(whole.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');

    const wrongKey = openDatabase({ kind: 'sqlite', file, key: 'f'.repeat(64) });
    await expect(wrongKey).rejects.toThrow(/can't be read with this key, or is damaged/);
    for (const offset of [20, 4096 * 3 + 7, Math.floor(whole.length / 2), whole.length - 100]) {
      const copy = `${file}.${offset}`;
      cpSync(file, copy);
      const handle = openSync(copy, 'r+');
      writeSync(handle, Buffer.from([(whole[offset] ?? 0) ^ 0xff]), 0, 1, offset);
      closeSync(handle);
      const damaged = readFileSync(copy);
      await expect(openDatabase({ kind: 'sqlite', file: copy, key }), `offset ${offset}`).rejects.toThrow(
        /restore the last backup; nothing was changed/,
      );
      expect(readFileSync(copy).equals(damaged)).toBe(true);
    }
    const cut = `${file}.cut`;
    cpSync(file, cut);
    truncateSync(cut, Math.floor(whole.length / 2 / 4096) * 4096);
    await expect(openDatabase({ kind: 'sqlite', file: cut, key })).rejects.toThrow(/damaged/);
    truncateSync(cut, 0);
    await expect(openDatabase({ kind: 'sqlite', file: cut, key })).rejects.toThrow(/is empty/);
    expect(existsSync(file)).toBe(true);
    await place.remove();
  });
});

describe('PostgreSQL that goes away', () => {
  it('is reported and comes back without a restart; a desk of another process is told to pull', async () => {
    const postgres = await startPostgres();
    onTestFinished(() => postgres.stop());
    const place: DatabasePlace = {
      location: { kind: 'postgres', url: postgres.url('postgres') },
      remove: async () => undefined,
    };
    const server = await serveDatabase(place);
    const school = await server.newSchool();
    const { token } = await school.signedIn('office');
    const client = await new ThinClient(server.parts, school.session('office')).firstPull();
    await client.listen();
    await postgres.kill();
    const health = await server.http.inject('/health');
    expect([health.statusCode, health.json()]).toEqual([
      503,
      { status: 'databaseAway', database: 'postgres' },
    ]);
    const entry = school.entry('absences.record', school.record(school.students.a1));
    const away = await push(server, token, [entry]);
    expect([away.statusCode, away.json().error.code]).toEqual([503, 'storageAway']);
    expect(away.body).not.toMatch(/ECONN|127\.0\.0\.1/);
    await postgres.startAgain();
    await expect
      .poll(async () => (await server.http.inject('/health')).statusCode, { timeout: 20_000 })
      .toBe(200);
    // The desk repeats its entry until it is answered; connections cut in the middle go one by one.
    await expect
      .poll(async () => (await push(server, token, [entry])).json().answers?.[0]?.status, { timeout: 20_000 })
      .toBe('applied');
    // The listener has made its connection again: it hears of another process' commit.
    const other = await serveDatabase(place);
    await untilHeard(client, new FoundedSchool(other.parts, school.rows));
    await client.readInbox();
    await client.pull();
    expect(plainRows(client.rows)).toEqual(plainRows(await visibleRowsOf(server.parts, client.session)));
    await other.close();
    await server.close();
  });

  it('is one sentence when it was never there', async () => {
    const refused = openPostgres('postgres://postmappe@127.0.0.1:1/nothing');
    await expect(refused).rejects.toThrow(/^PostgreSQL can't be reached: .+ Please check --database/);
  });
});

/** Commits at another server until the desk here hears of it. */
async function untilHeard(client: ThinClient, elsewhere: FoundedSchool): Promise<void> {
  const heard = async () => {
    client.inbox.length = 0;
    await elsewhere.act('secondOffice', 'absences.record', elsewhere.record(elsewhere.students.b1));
    await new Promise((resolve) => setImmediate(resolve));
    return client.inbox.length;
  };
  await expect.poll(heard, { timeout: 20_000 }).toBeGreaterThan(0);
}
