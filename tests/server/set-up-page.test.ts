import { afterEach, describe, expect, it } from 'vitest';
import { engines } from '../support/test-database.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const filledIn = {
  schoolName: 'Grundschule am Lindenbach',
  stateCode: 'DE-NI',
  lessonsStart: '07:50',
  reportCutoff: '',
  rollCallLimit: '08:20',
  givenName: 'Emre',
  familyName: 'Nazari',
  shortName: 'Naz',
  userName: 'nazari',
  password: 'drei kurze Worte',
  calendar: 'Weihnachtsferien;23.12.2026;9.1.2027\r\n\r\nHalbjahr; 1.2.2027 ;02.02.2027',
  staff:
    'Nermin;Yıldız;Yi;Sekretariat;yildiz;noch drei Worte\nJan;Petersen;Pet;lehrkraft;petersen;wieder drei Worte',
};

describe.each(engines)('the set-up page on %s', (engine) => {
  const running: TestServer[] = [];
  afterEach(async () => {
    for (const server of running.splice(0)) await server.close();
  });
  const start = async () => {
    const server = await startTestServer(engine);
    running.push(server);
    return server;
  };
  const submit = (server: TestServer, fields: Record<string, string>) =>
    server.http.inject({
      method: 'POST',
      url: '/set-up',
      payload: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

  it('is a form without scripts that every field of has a label', async () => {
    const server = await start();
    const page = await server.http.inject('/set-up');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain('<html lang="de">');
    expect(page.body).not.toMatch(/<script|style=|onclick/i);
    const fields = [...page.body.matchAll(/<(?:input|select|textarea) id="(\w+)"/g)].map(([, id]) => id);
    expect(fields).toHaveLength(13);
    for (const id of fields) expect(page.body).toContain(`<label for="${id}">`);
    const style = await server.http.inject('/set-up/style.css');
    expect(style.headers['content-type']).toContain('text/css');
  });

  it('speaks English to whom asks for it', async () => {
    const server = await start();
    const english = await server.http.inject({
      url: '/set-up',
      headers: { 'accept-language': 'en-GB,de;q=0.5' },
    });
    expect(english.body).toContain('<html lang="en">');
    const french = await server.http.inject({ url: '/set-up', headers: { 'accept-language': 'fr' } });
    expect(french.body).toContain('<html lang="de">');
  });

  it('founds the school', async () => {
    const server = await start();
    const done = await submit(server, { token: `  ${server.parts.setUpDoor.open()} `, ...filledIn });
    expect(done.statusCode).toBe(201);
    expect(done.body).toContain('Ihre Schule ist eingerichtet');
    const { db } = server.parts;
    expect(await db.selectFrom('school').selectAll().execute()).toMatchObject([
      { key: 'grundschule-am-lindenbach', name: 'Grundschule am Lindenbach' },
    ]);
    const staff = await db
      .selectFrom('staffMember')
      .select(['familyName', 'role'])
      .orderBy('shortName')
      .execute();
    expect(staff).toEqual([
      { familyName: 'Nazari', role: 'administrator' },
      { familyName: 'Petersen', role: 'teacher' },
      { familyName: 'Yıldız', role: 'schoolOffice' },
    ]);
    const periods = await db
      .selectFrom('freePeriod')
      .selectAll()
      .where('kind', '=', 'schoolHoliday')
      .execute();
    expect(periods.map(({ fromDay, untilDay }) => [fromDay, untilDay]).sort()).toEqual([
      ['2026-12-23', '2027-01-09'],
      ['2027-02-01', '2027-02-02'],
    ]);
    const settings = await db.selectFrom('schoolSetting').select(['id', 'value']).execute();
    expect(settings).toContainEqual({ id: 'lessonsStart', value: '07:50' });
    expect(settings.map(({ id }) => id)).not.toContain('reportCutoff');
    const after = await server.http.inject('/set-up');
    expect([after.statusCode, after.body.includes('<form')]).toEqual([404, false]);
  });

  it('says beside its name that a further school is there already', async () => {
    const server = await start();
    await submit(server, { token: server.parts.setUpDoor.open(), ...filledIn });
    const token = server.parts.setUpDoor.open({ further: true });
    const taken = await submit(server, { token, ...filledIn });
    expect([taken.statusCode, taken.body.includes('gibt es auf dem Server schon')]).toEqual([409, true]);
    expect(taken.body).toContain('value="Grundschule am Lindenbach"');
    const other = await submit(server, { token, ...filledIn, schoolName: 'Grundschule Grünebühl' });
    expect(other.statusCode).toBe(201);
    const keys = await server.parts.db.selectFrom('school').select('key').orderBy('id').execute();
    expect(keys[1]).toEqual({ key: 'grundschule-gruenebuehl' });
  });

  it('says beside each field what is wrong, with the line, and keeps what was typed', async () => {
    const server = await start();
    const token = server.parts.setUpDoor.open();
    const wrong = {
      ...filledIn,
      schoolName: '<b>Schule</b>',
      lessonsStart: '7 Uhr',
      userName: 'em re',
      password: 'kurz',
      calendar: 'Weihnachten;24.12.2026;23.12.2026',
      staff: 'A;B;C;Hausmeister;ab;noch drei Worte\nC;D;E;Lehrkraft;cd;kurz',
    };
    const page = await submit(server, { token, ...wrong });
    expect(page.statusCode).toBe(400);
    for (const field of ['lessonsStart', 'userName', 'password', 'calendar', 'staff']) {
      expect(page.body).toContain(`id="${field}-error"`);
      expect(page.body).toMatch(new RegExp(`id="${field}" [^>]*aria-describedby="[^"]*${field}-error"`));
      expect(page.body).toContain(`href="#${field}"`);
    }
    expect(page.body).toContain('Zeile 1: Diese Rolle gibt es nicht');
    expect(page.body).toContain('Zeile 2: Zu kurz');
    expect(page.body).toContain('Zeile 1: Ein Tag wie');
    expect(page.body).toContain('value="&lt;b&gt;Schule&lt;/b&gt;"');
    expect(page.body).not.toContain('value="kurz"');
    expect(page.body).toContain(wrong.staff);
    expect(page.body).toMatch(/role="alert"/);
    const columns = await submit(server, { token, ...filledIn, staff: '\nNur;drei;Felder' });
    expect(columns.body).toContain('Zeile 2: Hier fehlt etwas');
    const same = await submit(server, {
      token,
      ...filledIn,
      staff: 'A;B;C;Lehrkraft;nazari;noch drei Worte',
    });
    expect(same.body).toContain('denselben Benutzernamen');
    expect((await submit(server, { token, ...filledIn })).statusCode).toBe(201);
  });

  it('refuses a wrong code, and counts it', async () => {
    const server = await start();
    const token = server.parts.setUpDoor.open();
    for (let guess = 0; guess < 10; guess += 1) {
      const page = await submit(server, { token: 'falsch', ...filledIn });
      expect([page.statusCode, page.body.includes('Der Einrichtungscode ist falsch')]).toEqual([403, true]);
      expect(page.body).toContain('Grundschule am Lindenbach');
    }
    expect((await submit(server, { token, ...filledIn })).statusCode).toBe(403);
  });

  it('is not stretched by bodies that are no form of its own', async () => {
    const server = await start();
    const empty = await submit(server, {});
    expect(empty.statusCode).toBe(400);
    const huge = await submit(server, { staff: 'x'.repeat(600_000) });
    expect(huge.statusCode).toBe(413);
    const nul = await submit(server, {
      token: server.parts.setUpDoor.open(),
      ...filledIn,
      schoolName: 'a\0b',
    });
    expect(nul.statusCode).toBe(400);
  });
});
