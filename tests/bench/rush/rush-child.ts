import { randomUUID } from 'node:crypto';
import { Agent, request } from 'undici';
import { createHttpTransport } from '../../../src-main/core/sync/http-transport.ts';
import { protocolVersion } from '../../../src-shared/sync/protocol.ts';
import { sickNote } from '../desk/sick-notes.ts';
import { answerParent } from '../harness/answer-parent.ts';
import { DEMO_PASSWORD } from '../harness/demo-morning.ts';
import { monotonicMs } from '../harness/monotonic.ts';

interface Caller {
  readonly url: string;
  readonly token: string;
  readonly students: readonly string[];
  readonly agent: Agent;
  next: number;
}

let caller: Caller | undefined;

async function prepare(place: { url: string; userName: string; connections: number }): Promise<number> {
  const transport = createHttpTransport({ url: place.url });
  const device = { deviceId: randomUUID(), deviceName: 'rush' };
  const person = { userName: place.userName, password: DEMO_PASSWORD, schoolKey: null };
  const answer = await transport.signIn({ protocol: protocolVersion, ...person, ...device });
  if (answer.status !== 'signedIn') throw new Error('The rush could not sign in.');
  const students: string[] = [];
  for await (const line of transport.firstPull(answer.token, null)) {
    if (line.kind === 'morning') break;
    if (line.kind === 'rows' && line.table === 'student')
      students.push(...line.rows.map(([id]) => String(id)));
  }
  await transport.close();
  const agent = new Agent({ connections: place.connections });
  caller = { url: place.url, token: answer.token, students, agent, next: 0 };
  return students.length;
}

/** Sends one note and waits for its answer. @returns ms until it was acknowledged */
async function sendNote(from: Caller): Promise<number> {
  const args = sickNote(from.students, from.next++);
  const entry = { id: randomUUID(), name: 'absences.record', args, dependsOn: [] };
  const body = JSON.stringify({
    protocol: protocolVersion,
    entries: [{ ...entry, occurredAt: '2026-11-24T07:14:00.000Z' }],
  });
  const headers = { authorization: `Bearer ${from.token}`, 'content-type': 'application/json' };
  const began = monotonicMs();
  const answer = await request(`${from.url}/sync/push`, {
    ...{ method: 'POST', dispatcher: from.agent, headers, body },
  });
  const text = await answer.body.text();
  if (answer.statusCode !== 200 || !text.includes('"applied"')) {
    throw new Error(`A note of the rush was answered with status ${answer.statusCode}.`);
  }
  return monotonicMs() - began;
}

const handlers = {
  prepare,
  /** Sends notes over all connections at once, each waiting for its answer before the next. */
  async run({ notes, connections }: { notes: number; connections: number }) {
    const from = caller;
    if (!from) throw new Error('Nobody has signed in.');
    const took: number[] = [];
    let left = notes;
    const began = monotonicMs();
    const call = async () => {
      while (left-- > 0) took.push(await sendNote(from));
    };
    await Promise.all(Array.from({ length: connections }, call));
    return { perSecond: (1000 * took.length) / (monotonicMs() - began), took };
  },
};

/** What the process that calls can be asked. */
export type RushChild = typeof handlers;

answerParent(handlers);
