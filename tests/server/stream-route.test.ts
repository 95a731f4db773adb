import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { endStaleStreams } from '../../src-server/start/housekeeping.ts';
import { protocolVersion, type StreamFrame, streamFrameSchema } from '../../src-shared/sync/protocol.ts';
import type { FoundedSchool } from '../support/founded-school.ts';
import { engines } from '../support/test-database.ts';
import { useServer } from '../support/test-server.ts';
import { ThinClient } from '../support/thin-client.ts';

/** A connection, what came over it, and how it ended. */
interface Line {
  readonly frames: StreamFrame[];
  readonly closed: Promise<number>;
  readonly say: (text: string) => void;
  readonly next: () => Promise<StreamFrame>;
}

describe.each(engines)('the stream’s route on %s', (engine) => {
  const server = useServer(engine);
  const sockets: WebSocket[] = [];
  let address: string;

  beforeAll(async () => {
    address = await server().http.listen({ port: 0, host: '127.0.0.1' });
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.terminate();
  });

  async function connect(headers: Record<string, string> = {}): Promise<Line> {
    const socket = new WebSocket(`${address.replace('http', 'ws')}/sync/stream`, { headers });
    sockets.push(socket);
    const frames: StreamFrame[] = [];
    socket.on('message', (data) => frames.push(streamFrameSchema.parse(JSON.parse(String(data)))));
    const closed = new Promise<number>((resolve) => socket.once('close', (code) => resolve(code)));
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return {
      frames,
      closed,
      say: (text) => socket.send(text),
      next: async () => {
        await expect.poll(() => frames.length, { timeout: 5_000, interval: 5 }).toBeGreaterThan(0);
        const [frame] = frames.splice(0, 1);
        if (!frame) throw new Error('no frame');
        return frame;
      },
    };
  }

  const hello = (token: string, cursor: string, protocol = protocolVersion) =>
    JSON.stringify({ kind: 'hello', protocol, token, cursor });

  async function desk(school: FoundedSchool, who: 'office' | 'teacherA') {
    const client = await new ThinClient(server().parts, school.session(who)).firstPull();
    const account = await school.signedIn(who);
    const line = await connect();
    line.say(hello(account.token, client.cursor));
    await expect.poll(() => listening(school), { timeout: 5_000, interval: 5 }).toContain(school.staff[who]);
    return { client, line, ...account };
  }

  const listening = (school: FoundedSchool) =>
    [...server().parts.sync.streams.sessions()]
      .filter((session) => session.schoolId === school.schoolId)
      .map((session) => session.personId);

  it('brings a commit to a desk that has said hello', async () => {
    const school = await server().newSchool();
    const { client, line } = await desk(school, 'office');
    const args = school.record(school.students.a1);
    await school.act('secondOffice', 'absences.record', args);
    const frame = await line.next();
    expect(frame.kind === 'delta' && client.apply(frame)).toBe(true);
    expect(client.holds('absence', args.absenceId)).toBe(true);
  });

  it('is closed to web pages, whatever page it is (S20)', async () => {
    const school = await server().newSchool();
    const { token } = await school.signedIn('office');
    for (const origin of ['https://evil.example', address, 'null']) {
      const line = await connect({ origin });
      line.say(hello(token, 'x'));
      expect(await line.closed).toBe(4403);
      expect(line.frames).toEqual([]);
    }
  });

  it('is closed to whoever does not say hello properly', async () => {
    const school = await server().newSchool();
    const { token } = await school.signedIn('office');
    const guardian = await school.signedIn('mother');
    const { delegation } = await school.signedIn('secondOffice');
    for (const [text, code] of [
      ['not json', 4400],
      ['{}', 4400],
      [hello(token, ''), 4400],
      [JSON.stringify({ ...JSON.parse(hello(token, 'x')), admin: true }), 4400],
      [hello(token, 'x', protocolVersion + 1), 4409],
      [hello('x', 'x'), 4401],
      [hello(delegation, 'x'), 4401],
      [hello(guardian.token, 'x'), 4401],
    ] as const) {
      const line = await connect();
      line.say(text);
      expect(await line.closed, text).toBe(code);
      expect(line.frames).toEqual([]);
    }
    const flood = await connect();
    flood.say('x'.repeat(100_000));
    expect(await flood.closed).toBe(1009);
  });

  it('tells a desk with a strange cursor to begin anew', async () => {
    const school = await server().newSchool();
    const { token } = await school.signedIn('office');
    const line = await connect();
    line.say(hello(token, 'strange'));
    expect(await line.next()).toEqual({ kind: 'resync' });
  });

  it('ends when the person signs out on that device, and goes on elsewhere', async () => {
    const school = await server().newSchool();
    const [office, teacher] = [await desk(school, 'office'), await desk(school, 'teacherA')];
    await server().http.inject({
      method: 'DELETE',
      url: '/session',
      headers: { authorization: `Bearer ${office.token}` },
    });
    expect(await office.line.next()).toEqual({ kind: 'signedOut' });
    expect(await office.line.closed).toBe(4401);
    expect(listening(school)).toEqual([school.staff.teacherA]);
    expect(teacher.line.frames).toEqual([]);
  });

  it('ends for a locked account, a revoked device and a person who has left, without anybody signing out (S11)', async () => {
    const { db } = server().parts;
    const reasons: ((
      school: FoundedSchool,
      of: { accountId: string; deviceId: string },
    ) => Promise<unknown>)[] = [
      (_school, { accountId }) =>
        db.updateTable('account').set({ lockedAt: 'now' }).where('id', '=', accountId).execute(),
      (school, { deviceId }) =>
        db
          .insertInto('device')
          .values({
            id: deviceId,
            schoolId: school.schoolId,
            name: 'PC',
            firstSeenAt: 'then',
            revokedAt: 'now',
          })
          .execute(),
      (school) =>
        db
          .updateTable('staffMember')
          .set({ leftOn: '2026-11-23' })
          .where('schoolId', '=', school.schoolId)
          .where('id', '=', school.staff.office)
          .execute(),
    ];
    for (const end of reasons) {
      const school = await server().newSchool();
      const [office, teacher] = [await desk(school, 'office'), await desk(school, 'teacherA')];
      await endStaleStreams(server().parts);
      expect(listening(school)).toHaveLength(2);
      await end(school, office);
      await endStaleStreams(server().parts);
      expect(await office.line.next()).toEqual({ kind: 'signedOut' });
      expect(await office.line.closed).toBe(4401);
      expect(listening(school)).toEqual([school.staff.teacherA]);
      expect(teacher.line.frames).toEqual([]);
    }
  });

  it('forgets a desk that has gone', async () => {
    const school = await server().newSchool();
    await desk(school, 'office');
    sockets.at(-1)?.terminate();
    await expect.poll(() => listening(school), { timeout: 5_000, interval: 5 }).toEqual([]);
  });
});
