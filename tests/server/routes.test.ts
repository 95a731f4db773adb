import { beforeAll, describe, expect, it } from 'vitest';
import { setUpRequestSchema } from '../../src-server/setup/set-up-request.ts';
import { commands } from '../../src-shared/contract/commands.ts';
import { type SampleRequest, sampleRequests } from '../support/fixtures/http-requests.ts';
import type { FoundedSchool } from '../support/founded-school.ts';
import { routeTable } from '../support/route-table.ts';
import { engines } from '../support/test-database.ts';
import { type TestServer, useServer } from '../support/test-server.ts';

const callers = ['nobody', 'office', 'principal', 'teacherA', 'administrator', 'mother'] as const;
type Caller = (typeof callers)[number];

describe.each(engines)('every route on %s', (engine) => {
  const server = useServer(engine);
  let own: FoundedSchool;
  let foreign: FoundedSchool;
  const tokens = new Map<Caller, string>();

  beforeAll(async () => {
    own = await server().newSchool();
    foreign = await server().newSchool();
    for (const caller of callers)
      if (caller !== 'nobody') tokens.set(caller, (await own.signedIn(caller)).token);
  });

  it('is in the list of sample requests and in openapi.json', async () => {
    const routes = routeTable(server().http).map(({ method, url }) => `${method} ${url}`);
    expect(Object.keys(await sampleRequests(own)).sort()).toEqual([...routes].sort());
    const described = await server().http.inject({ method: 'GET', url: '/openapi.json' });
    const paths: Record<string, object> = described.json().paths;
    const listed = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('{name}', ':name')}`),
    );
    expect(listed.sort()).toEqual([...routes].sort());
  });

  it('says in openapi.json what each command takes', async () => {
    const described = await server().http.inject({ method: 'GET', url: '/openapi.json' });
    const { schemas } = described.json().components;
    expect(Object.keys(schemas)).toEqual(expect.arrayContaining(Object.keys(commands)));
    expect(schemas['absences.report']).toMatchObject({
      type: 'object',
      required: expect.arrayContaining(['reportId', 'studentId', 'fromDay', 'reason']),
      properties: { studentId: { type: 'string', format: 'uuid' }, remark: { nullable: true } },
    });
  });

  it.each(callers)('lets in and keeps out %s', async (caller) => {
    const requests = await sampleRequests(own);
    for (const [route, request] of Object.entries(requests)) {
      const answer = await send(server(), request, caller);
      expect(answer.statusCode, `${route} for ${caller}`).toBe(expectedStatus(request, caller));
      expectPlain(answer.body);
    }
  });

  it.each(callers)('gives %s nothing of another school and changes nothing there (S13)', async (caller) => {
    const requests = await sampleRequests(foreign);
    const secrets = idsOf(foreign);
    const before = await foreign.revision();
    for (const [route, request] of Object.entries(requests)) {
      const answer = await send(server(), request, caller);
      const sent = JSON.stringify(request.body ?? {});
      const leaked = secrets.filter((id) => answer.body.includes(id) && !sent.includes(id));
      expect(leaked, `${route} for ${caller}`).toEqual([]);
      if (route === 'POST /sync/push' && answer.statusCode === 200)
        expect(answer.json().answers[0]).toMatchObject({ status: 'refused' });
      if (route === 'POST /sync/pull' && answer.statusCode === 200)
        expect(answer.json()).toEqual({ kind: 'resync' });
      if (route === 'POST /operations/:name' && answer.statusCode === 200)
        expect(answer.json()).toMatchObject({ status: 'refused' });
    }
    expect(await foreign.revision()).toBe(before);
  });

  it('answers a bad token like none, whatever is wrong with it', async () => {
    const requests = await sampleRequests(own);
    const bodies = new Set<string>();
    for (const authorization of [
      'Bearer x',
      'Bearer',
      `Basic ${tokens.get('office')}`,
      'Bearer a b',
      `bearer  x`,
    ]) {
      const { method, url, body } = requests['POST /sync/push'] as SampleRequest;
      const answer = await server().http.inject({
        method,
        url,
        ...(body ? { payload: body } : {}),
        headers: { authorization },
      });
      expect(answer.statusCode).toBe(401);
      bodies.add(answer.body);
    }
    expect(bodies.size).toBe(1);
  });

  it('refuses fields it does not know, at any depth (S17)', async () => {
    const requests = await sampleRequests(own);
    const extra = { role: 'principal', schoolId: foreign.schoolId, accountId: 'x', isAdmin: true };
    for (const [route, request] of Object.entries(requests)) {
      if (!request.body) continue;
      const answer = await send(server(), { ...request, body: { ...request.body, ...extra } }, 'office');
      expect(answer.statusCode, route).toBe(400);
    }
    const push = requests['POST /sync/push'] as SampleRequest;
    const [entry] = (push.body?.entries ?? []) as Record<string, unknown>[];
    const deep = { ...push, body: { ...push.body, entries: [{ ...entry, authorId: own.staff.principal }] } };
    expect((await send(server(), deep, 'office')).statusCode).toBe(400);
    const setUp = requests['POST /set-up']?.body as { administrator: object };
    const admin = { ...setUp, administrator: { ...setUp.administrator, role: 'principal' } };
    expect(setUpRequestSchema.safeParse(admin).success).toBe(false);
  });

  it('carries the protecting headers, whatever it answers (S21)', async () => {
    const requests = Object.values(await sampleRequests(own));
    const answers = [];
    for (const request of requests) answers.push(await send(server(), request, 'office'));
    for (const url of ['/nothing', '/%', '/sync/%zz', `/operations/${'x'.repeat(300)}`, '/../../etc/passwd'])
      answers.push(await server().http.inject({ method: 'GET', url }));
    answers.push(await server().http.inject({ method: 'PUT', url: '/health' }));
    for (const { headers, statusCode } of answers) {
      expect(headers['cache-control'], String(statusCode)).toBe('no-store');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['strict-transport-security']).toContain('max-age=');
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  function send(on: TestServer, request: SampleRequest, caller: Caller) {
    const token = tokens.get(caller);
    return on.http.inject({
      method: request.method,
      url: request.url,
      ...(request.body ? { payload: request.body } : {}),
      // Signing out is tried with a token that is nobody's, so that the callers stay signed in.
      ...(token && request.method !== 'DELETE' ? { headers: { authorization: `Bearer ${token}` } } : {}),
    });
  }
});

function expectedStatus(request: SampleRequest, caller: Caller): number {
  if (request.for === 'anybody') return request.status;
  if (caller === 'nobody') return 401;
  if (request.for === 'accounts')
    return ['principal', 'administrator'].includes(caller) ? request.status : 403;
  return caller === 'mother' && request.for === 'staff' ? 403 : request.status;
}

/** No stack, no SQL, no path of ours in any answer. */
function expectPlain(body: string): void {
  expect(body).not.toMatch(/\bat .+:\d+:\d+|node_modules|SQLITE_|select .+ from|\/src-server\//i);
}

function idsOf(school: FoundedSchool): string[] {
  return Object.values(school.rows.rows).flatMap((rows) =>
    rows.map((row) => row.id).filter((id) => id.length === 36),
  );
}
