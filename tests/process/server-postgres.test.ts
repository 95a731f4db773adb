import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { protocolVersion, type StreamFrame } from '../../src-shared/sync/protocol.ts';
import { uuidV7 } from '../../src-shared/values/uuid.ts';
import { HttpDesk, newFolder, startServer } from '../support/server-process.ts';
import { newDatabasePlace } from '../support/test-database.ts';

describe('two server processes on one PostgreSQL', () => {
  it('serve one school: a desk on B hears of a commit on A', async () => {
    const place = await newDatabasePlace('postgres');
    if (place.location.kind !== 'postgres') throw new Error('PostgreSQL is needed');
    const [one, two] = [newFolder(), newFolder()];
    const database = ['--database', place.location.url];
    const demo = ['--demo', 'small', '--demo-password', 'linde'];
    const a = await startServer('--data', one.path, ...database, ...demo);
    const b = await startServer('--data', two.path, ...database);
    const [onA, onB] = [new HttpDesk(a.url), new HttpDesk(b.url)];
    await onA.signIn('yildiz', 'linde');
    await onB.signIn('ostermann', 'linde');

    const first = await (await onB.post('/sync/first', { resume: null })).text();
    const cursor = /"cursor":"([^"]+)"/.exec(first)?.[1] ?? '';
    const student = /"table":"student","rows":\[\["([^"]+)"/.exec(first)?.[1] ?? '';
    const socket = new WebSocket(`${b.url.replace('http', 'ws')}/sync/stream`);
    const frames: StreamFrame[] = [];
    socket.on('message', (data) => frames.push(JSON.parse(String(data))));
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify({ kind: 'hello', protocol: protocolVersion, token: onB.token, cursor }));
    const listening = async () =>
      (await (await fetch(`${b.url}/metrics`)).text()).includes('postmappe_streams 1');
    await expect.poll(listening, { timeout: 10_000 }).toBe(true);

    const entry = leaveRequest(student);
    const pushed = await onA.post('/sync/push', { entries: [entry] });
    expect(await pushed.json()).toMatchObject({ answers: [{ status: 'applied' }] });
    await expect.poll(() => frames.map((frame) => frame.kind), { timeout: 10_000 }).toContain('poke');
    const pulled = await (await onB.post('/sync/pull', { cursor })).text();
    expect(pulled).toContain(entry.args.requestId);
    socket.terminate();
    expect(await b.kill('SIGTERM')).toMatchObject({ status: 0 });
    expect(await a.kill('SIGTERM')).toMatchObject({ status: 0 });
    one.remove();
    two.remove();
    await place.remove();
  });
});

function leaveRequest(studentId: string) {
  const day = '2026-12-01';
  const args = { requestId: newId(), studentId, fromDay: day, untilDay: day, purpose: 'Fest' };
  const occurredAt = new Date().toISOString();
  return { id: newId(), name: 'absences.requestLeave', args, occurredAt, dependsOn: [] };
}

function newId(): string {
  return uuidV7(Date.now(), (length) => new Uint8Array(randomBytes(length)));
}
