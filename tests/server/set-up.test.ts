import { afterEach, describe, expect, it } from 'vitest';
import { protocolVersion } from '../../src-shared/sync/protocol.ts';
import { setUpBody } from '../support/fixtures/http-requests.ts';
import { MINUTE } from '../support/test-clock.ts';
import { engines } from '../support/test-database.ts';
import { serveDatabase, startTestServer, type TestServer } from '../support/test-server.ts';

describe.each(engines)('the first set-up on %s (S33)', (engine) => {
  const running: TestServer[] = [];
  afterEach(async () => {
    for (const server of running.splice(0).reverse()) await server.close();
  });
  const start = async () => {
    const server = await startTestServer(engine);
    running.push(server);
    return server;
  };
  const post = (server: TestServer, body: object) =>
    server.http.inject({ method: 'POST', url: '/set-up', payload: body });
  const schools = (server: TestServer) => server.parts.db.selectFrom('school').selectAll().execute();

  it('makes the school, and everybody on the list can sign in and pull', async () => {
    const server = await start();
    expect((await server.http.inject('/sync/identity')).json()).toMatchObject({ setUp: false });
    const answer = await post(server, setUpBody(server.parts.setUpDoor.open()));
    expect([answer.statusCode, answer.json()]).toEqual([201, { status: 'setUp' }]);
    expect((await server.http.inject('/sync/identity')).json()).toMatchObject({ setUp: true });
    const pulled: Record<string, string> = {};
    for (const [userName, password] of [
      ['nazari', 'drei kurze Worte'],
      ['yildiz', 'noch drei Worte'],
    ]) {
      const session = await server.http.inject({
        method: 'POST',
        url: '/session',
        payload: {
          protocol: protocolVersion,
          schoolKey: null,
          userName,
          password,
          deviceId: '01a20c23-c300-7000-800f-000000000001',
          deviceName: 'PC',
        },
      });
      expect(session.json()).toMatchObject({
        status: 'signedIn',
        school: { name: 'Grundschule am Lindenbach' },
      });
      const first = await server.http.inject({
        method: 'POST',
        url: '/sync/first',
        payload: { protocol: protocolVersion, resume: null },
        headers: { authorization: `Bearer ${session.json().token}` },
      });
      pulled[userName ?? ''] = first.body;
      expect(first.body).toContain('"kind":"end"');
    }
    expect(pulled.yildiz).toContain('Weihnachtsferien');
    expect(pulled.yildiz).toContain('Reformationstag');
    expect(pulled.yildiz).toContain('"07:50"');
    expect(pulled.nazari).toContain('Nermin');
  });

  it('is refused without the token, and has no default account', async () => {
    const server = await start();
    for (const token of ['', 'x', 'a'.repeat(100)]) {
      const answer = await post(server, setUpBody(token));
      expect(answer.statusCode).toBe(403);
    }
    expect(await schools(server)).toEqual([]);
    expect(await server.parts.db.selectFrom('account').selectAll().execute()).toEqual([]);
  });

  it('happens once: the token is used up, and no later one opens a second school', async () => {
    const server = await start();
    const token = server.parts.setUpDoor.open();
    expect((await post(server, setUpBody(token))).statusCode).toBe(201);
    const again = await post(server, setUpBody(token));
    const fresh = await post(server, setUpBody(server.parts.setUpDoor.open()));
    expect([again.statusCode, fresh.statusCode]).toEqual([403, 403]);
    expect(again.body).toBe(fresh.body);
    expect(await schools(server)).toHaveLength(1);
  });

  it('founds a further school where the console says so, and each desk names its own', async () => {
    const server = await start();
    await post(server, setUpBody(server.parts.setUpDoor.open()));
    const identity = async () => (await server.http.inject('/sync/identity')).json();
    expect((await identity()).schools).toEqual([]);
    expect((await server.http.inject('/set-up')).statusCode).toBe(404);
    const token = server.parts.setUpDoor.open({ further: true });
    expect((await server.http.inject('/set-up')).statusCode).toBe(200);
    const same = await post(server, setUpBody(token));
    expect([same.statusCode, same.json().error.code]).toEqual([409, 'schoolKeyTaken']);
    const second = {
      ...setUpBody(token),
      school: { ...setUpBody('').school, key: 'zweite', name: 'Zweite Schule' },
    };
    expect((await post(server, second)).statusCode).toBe(201);
    expect((await server.http.inject('/set-up')).statusCode).toBe(404);
    expect((await identity()).schools).toMatchObject([
      { key: 'lindenbach', name: 'Grundschule am Lindenbach' },
      { key: 'zweite', name: 'Zweite Schule' },
    ]);
    const enter = (schoolKey: string | null) =>
      server.http.inject({
        method: 'POST',
        url: '/session',
        payload: {
          ...{ protocol: protocolVersion, schoolKey, userName: 'yildiz', password: 'noch drei Worte' },
          ...{ deviceId: '01a20c23-c300-7000-800f-000000000001', deviceName: 'PC' },
        },
      });
    expect((await enter('zweite')).json()).toMatchObject({ school: { name: 'Zweite Schule' } });
    expect((await enter(null)).json()).toEqual({ status: 'wrong' });
  });

  it('makes one school of two requests at once', async () => {
    const server = await start();
    const token = server.parts.setUpDoor.open();
    const other = { ...setUpBody(token), school: { key: 'zweite', name: 'Zweite Schule' } };
    const answers = await Promise.all([post(server, setUpBody(token)), post(server, other)]);
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 403]);
    expect(await schools(server)).toHaveLength(1);
  });

  it('is possible for fifteen minutes', async () => {
    const server = await start();
    const token = server.parts.setUpDoor.open();
    server.clock.advance(15 * MINUTE + 1);
    expect((await post(server, setUpBody(token))).statusCode).toBe(403);
    const next = server.parts.setUpDoor.open();
    server.clock.advance(15 * MINUTE);
    expect((await post(server, setUpBody(token))).statusCode).toBe(403);
    expect((await post(server, setUpBody(next))).statusCode).toBe(201);
  });

  it('shuts after ten wrong tokens, also for the right one', async () => {
    const server = await start();
    const token = server.parts.setUpDoor.open();
    for (let guess = 0; guess < 10; guess += 1) await post(server, setUpBody(`guess ${guess}`));
    expect((await post(server, setUpBody(token))).statusCode).toBe(403);
    expect(await schools(server)).toEqual([]);
  });

  it('names the field that can’t be taken, and keeps the token for the next try', async () => {
    const server = await start();
    const token = server.parts.setUpDoor.open();
    const good = setUpBody(token);
    const tooShort = { ...good.administrator, password: 'kurz' };
    const [office] = good.staff;
    const bad: [object, string][] = [
      [{ ...good, administrator: tooShort }, '/administrator/password'],
      [{ ...good, staff: [{ ...office, password: 'elf Zeichen' }] }, '/staff/0/password'],
      [{ ...good, staff: [{ ...office, role: 'guardian' }] }, '/staff/0/role'],
      [{ ...good, staff: [{ ...office, userName: 'nazari' }] }, '/staff'],
      [{ ...good, school: { ...good.school, stateCode: 'DE-XX' } }, '/school/stateCode'],
      [{ ...good, school: { ...good.school, timeZone: 'Mars/Nord' } }, '/school/timeZone'],
      [{ ...good, settings: { lessonsStart: '25:00' } }, '/settings/lessonsStart'],
      [
        { ...good, calendar: [{ name: 'Ferien', fromDay: '2026-12-24', untilDay: '2026-12-23' }] },
        '/calendar/0/untilDay',
      ],
    ];
    for (const [body, field] of bad) {
      const answer = await post(server, body);
      expect([answer.statusCode, answer.json().error.code], field).toEqual([400, 'invalid']);
      expect(answer.json().error.message).toContain(field);
      expect(answer.body).not.toContain('elf Zeichen');
    }
    expect((await post(server, good)).statusCode).toBe(201);
  });

  it('leaves nothing behind when it fails half-way, and can be tried again', async () => {
    const server = await start();
    const token = server.parts.setUpDoor.open();
    await server.parts.db.schema.alterTable('account').renameTo('account_away').execute();
    expect((await post(server, setUpBody(token))).statusCode).toBe(500);
    expect(await schools(server)).toEqual([]);
    await server.parts.db.schema.alterTable('account_away').renameTo('account').execute();
    expect((await post(server, setUpBody(token))).statusCode).toBe(201);
  });

  it('notes itself in the audit: records and fields, no contents', async () => {
    const server = await start();
    await post(server, setUpBody(server.parts.setUpDoor.open()));
    const entries = await server.parts.db.selectFrom('auditEntry').selectAll().execute();
    expect(entries).toMatchObject([{ operation: 'school.found', actorId: 'console' }]);
    expect(entries[0]?.records).toContain('familyName');
    expect(entries[0]?.records).not.toContain('Nazari');
  });
});

describe('the first set-up of two servers on one PostgreSQL (S33)', () => {
  it('makes one school', async () => {
    const first = await startTestServer('postgres');
    const second = await serveDatabase({ ...first.place, remove: async () => undefined });
    const setUp = (server: TestServer, key: string) =>
      server.http.inject({
        method: 'POST',
        url: '/set-up',
        payload: { ...setUpBody(server.parts.setUpDoor.open()), school: { key, name: key } },
      });
    const answers = await Promise.all([setUp(first, 'erste'), setUp(second, 'zweite')]);
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 403]);
    expect(await first.parts.db.selectFrom('school').selectAll().execute()).toHaveLength(1);
    await second.close();
    await first.close();
  });
});
