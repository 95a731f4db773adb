import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { protocolVersion } from '../../src-shared/sync/protocol.ts';
import { sampleRequests } from '../support/fixtures/http-requests.ts';
import type { FoundedSchool } from '../support/founded-school.ts';
import { engines } from '../support/test-database.ts';
import { useServer } from '../support/test-server.ts';

describe.each(engines)('hostile requests on %s', (engine) => {
  const server = useServer(engine);
  let school: FoundedSchool;
  let token: string;

  beforeAll(async () => {
    school = await server().newSchool();
    token = (await school.signedIn('office')).token;
  });

  const post = (url: string, payload: string | object, contentType = 'application/json') =>
    server().http.inject({
      method: 'POST',
      url,
      payload,
      headers: { authorization: `Bearer ${token}`, 'content-type': contentType },
    });
  const posts = async () =>
    Object.values(await sampleRequests(school)).filter((request) => request.method === 'POST');

  it('of another version are told to update, and told nothing else', async () => {
    for (const request of await posts()) {
      if (!request.body || !('protocol' in request.body)) continue;
      const answer = await post(request.url, { ...request.body, protocol: protocolVersion + 1 });
      expect([answer.statusCode, answer.json().error.code]).toEqual([409, 'updateNeeded']);
    }
  });

  it('cannot reach prototypes (S31)', async () => {
    for (const { url, body } of await posts()) {
      const text = JSON.stringify(body);
      for (const poison of ['"__proto__":{"role":"principal"}', '"constructor":{"prototype":{"role":"x"}}']) {
        const answer = await post(url, `${text.slice(0, -1)},${poison}}`);
        expect(answer.statusCode, url).toBe(400);
      }
    }
    expect(({} as Record<string, unknown>).role).toBeUndefined();
  });

  it('that are not JSON, too deep or too large get a 4xx, on every route (S31)', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const deepEntry = { ...school.entry('calls.discard', { callId: school.newId() }), args: 0 };
    const push = JSON.stringify({ protocol: protocolVersion, entries: [deepEntry] });
    for (const { url } of await posts()) {
      for (const body of ['', '{', 'null', '[]', '"text"', '\u0000', '{"a":1}', deep])
        expect((await post(url, body)).statusCode, `${url} ${body.slice(0, 10)}`).toBe(400);
      const large = JSON.stringify({ text: 'x'.repeat(17 * 1024 * 1024) });
      expect((await post(url, large)).statusCode, url).toBe(413);
      for (const type of ['text/plain', 'application/xml', 'multipart/form-data; boundary=x'])
        expect([400, 415], url).toContain((await post(url, 'x', type)).statusCode);
    }
    expect((await post('/sync/push', push.replace('"args":0', `"args":${deep}`))).statusCode).toBe(400);
    const tooMany = { protocol: protocolVersion, entries: Array(501).fill(deepEntry) };
    expect((await post('/sync/push', tooMany)).statusCode).toBe(400);
    expect((await server().http.inject('/health')).statusCode).toBe(200);
  });

  it('lead nowhere at addresses that are none', async () => {
    for (const url of [
      '/',
      '/admin',
      '/operations',
      '/operations/',
      '/sync',
      '/sync/push/x',
      '/favicon.ico',
    ]) {
      const answer = await server().http.inject({ method: 'GET', url });
      expect([answer.statusCode, answer.json().error.code]).toEqual([404, 'notFound']);
    }
    const unknown = { ...school.entry('calls.discard', { callId: school.newId() }) };
    const { name: _name, ...body } = unknown;
    for (const name of ['absences.nothing', 'toString', '__proto__', '..%2f..%2fetc'])
      expect((await post(`/operations/${name}`, body)).statusCode).toBe(404);
  });

  it('with SQL or patterns in any text change nothing but that text (S18)', async () => {
    const words = fc.oneof(
      fc.constantFrom(
        "'; drop table student; --",
        '" or 1=1 --',
        "' union select password_hash from account --",
        '%',
        '_%_',
        '\\',
        '$1',
        '?',
        `$\{1+1}`,
        "x'); delete from audit_entry; --",
        '\u202e',
      ),
      fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replaceAll('\0', '')),
    );
    const students = await school.all('student');
    await fc.assert(
      fc.asyncProperty(words, async (word) => {
        const args = school.record(school.students.a1, { remark: word, reporterName: word.slice(0, 100) });
        const answer = await school.act('office', 'absences.record', args);
        expect(answer.status).toBe('applied');
        const [report] = (await school.all('absenceReport')).filter((row) => row.id === args.reportId);
        expect(report?.remark).toBe(word.trim().toWellFormed());
        const signIn = await post('/session', {
          protocol: protocolVersion,
          schoolKey: word.slice(0, 60),
          userName: `${word}x`.slice(0, 80),
          password: `${word}x`.slice(0, 200),
          deviceId: school.newId(),
          deviceName: word.slice(0, 80),
        });
        expect(['wrong', 'throttled']).toContain(signIn.json().status);
      }),
      { numRuns: 40 },
    );
    expect(await school.all('student')).toEqual(students);
  });

  it('are held back when they are too many', async () => {
    const body = (await sampleRequests(school))['POST /set-up']?.body ?? {};
    const outcomes = [];
    for (let count = 0; count < 22; count += 1)
      outcomes.push(
        (
          await server().http.inject({
            method: 'POST',
            url: '/set-up',
            payload: body,
            remoteAddress: '10.9.9.9',
          })
        ).statusCode,
      );
    expect(outcomes.filter((status) => status === 429)).toHaveLength(2);
  });
});
