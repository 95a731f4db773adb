import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer, FirstPullLine } from '../../src-shared/sync/protocol.ts';
import { uuidV7 } from '../../src-shared/values/uuid.ts';
import { HttpDesk, newFolder, type ServerProcess, startServer } from '../support/server-process.ts';

const KILLS = 20;
const PASSWORD = 'linde';
const newId = () => uuidV7(Date.now(), (length) => new Uint8Array(randomBytes(length)));

/** An entry that leaves a row of its own, so that a lost or doubled one can be counted. */
function leaveRequest(studentId: string, number: number) {
  return {
    id: newId(),
    name: 'absences.requestLeave',
    args: {
      requestId: newId(),
      studentId,
      fromDay: '2026-12-01',
      untilDay: '2026-12-01',
      purpose: `Nummer ${number}`,
    },
    occurredAt: new Date().toISOString(),
    dependsOn: [],
  };
}
type Sent = ReturnType<typeof leaveRequest>;

describe('a server that is killed', () => {
  let folder: ReturnType<typeof newFolder>;
  let server: ServerProcess | undefined;
  beforeEach(() => {
    folder = newFolder();
  });
  afterEach(async () => {
    await server?.kill('SIGKILL');
    folder.remove();
  });

  it(`${KILLS} times in a stream of entries loses nothing it has answered and doubles nothing (R01, R02)`, async () => {
    server = await startServer('--data', folder.path, '--demo', 'small', '--demo-password', PASSWORD);
    const desk = await signedIn(server);
    const studentId = String((await rows(desk, 'student'))[0]?.[0]);
    const sent: Sent[] = [];
    const answered = new Map<string, Answer>();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const running = server;
      await untilKilled(running, await signedIn(running), studentId, sent, answered, 10 + kill * 7);
      server = await startServer('--data', folder.path);
      // The desk repeats what it has no answer to, and some that it has.
      const desk = await signedIn(server);
      const unsure = sent.filter((entry) => !answered.has(entry.id));
      for (const answer of await push(desk, [...unsure, ...sent.slice(-20)])) {
        const known = answered.get(answer.id);
        if (known) expect(answer).toEqual(known);
        answered.set(answer.id, answer);
      }
    }
    const requests = await rows(await signedIn(server), 'leaveRequest');
    const purposes = requests.map((row) => String(row[4])).filter((purpose) => purpose.startsWith('Nummer'));
    expect(purposes.sort()).toEqual(sent.map(({ args }) => args.purpose).sort());
    expect(sent.length).toBeGreaterThan(KILLS * 5);
    expect([...answered.values()].every((answer) => answer.status === 'applied')).toBe(true);
  });

  it('with SIGTERM under load still ends cleanly', async () => {
    server = await startServer('--data', folder.path, '--demo', 'small', '--demo-password', PASSWORD);
    const desk = await signedIn(server);
    const studentId = String((await rows(desk, 'student'))[0]?.[0]);
    const pushes = Array.from({ length: 10 }, (_, index) =>
      push(
        desk,
        Array.from({ length: 50 }, (_, number) => leaveRequest(studentId, index * 50 + number)),
      ).catch(() => []),
    );
    await Promise.race(pushes);
    expect(await server.kill('SIGTERM')).toMatchObject({ status: 0, signal: null });
    await Promise.all(pushes);
  });

  /** Sends entries one after the other until the server is gone; it is killed after some of them. */
  async function untilKilled(
    running: ServerProcess,
    desk: HttpDesk,
    studentId: string,
    sent: Sent[],
    answered: Map<string, Answer>,
    afterEntries: number,
  ): Promise<void> {
    const until = sent.length + afterEntries;
    let gone: Promise<unknown> | undefined;
    while (true) {
      // Several at once: the kill falls into a group that is being written.
      const entries = Array.from({ length: 4 }, (_, index) => leaveRequest(studentId, sent.length + index));
      sent.push(...entries);
      if (!gone && sent.length >= until) gone = running.kill('SIGKILL');
      const pushed = await Promise.allSettled(entries.map((entry) => push(desk, [entry])));
      const answers = pushed.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
      for (const answer of answers) answered.set(answer.id, answer);
      if (answers.length < entries.length) break;
    }
    await gone;
  }
});

async function signedIn(server: ServerProcess): Promise<HttpDesk> {
  const desk = new HttpDesk(server.url);
  await desk.signIn('yildiz', PASSWORD);
  return desk;
}

async function push(desk: HttpDesk, entries: readonly Sent[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let start = 0; start < entries.length; start += 500) {
    const response = await desk.post('/sync/push', { entries: entries.slice(start, start + 500) });
    const body = (await response.json()) as { answers: Answer[] };
    answers.push(...body.answers);
  }
  return answers;
}

/** All rows of a table, by a first pull. */
async function rows(desk: HttpDesk, table: string): Promise<(string | number | null)[][]> {
  const text = await (await desk.post('/sync/first', { resume: null })).text();
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as FirstPullLine);
  return lines.flatMap((line) => (line.kind === 'rows' && line.table === table ? line.rows : []));
}
