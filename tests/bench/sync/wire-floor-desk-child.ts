import { Agent, request } from 'undici';
import { WebSocket } from 'ws';
import { answerParent } from '../harness/answer-parent.ts';
import { monotonicMs } from '../harness/monotonic.ts';
import { type FloorFile, type FloorRow, floorNote, openFloorFile } from './floor-rows.ts';

/** As many notes in one request as the product sends. */
const AT_ONCE = 500;

interface FloorDesk {
  readonly host: string;
  readonly file: FloorFile;
  readonly agent: Agent;
  readonly keep: (body: string) => void;
  seen: Promise<number>;
  tell: (at: number) => void;
}

let desk: FloorDesk | undefined;

function work(): FloorDesk {
  if (!desk) throw new Error('No floor is open.');
  return desk;
}

async function pushAll({ file, host, agent }: FloorDesk): Promise<void> {
  const next = file.raw.prepare<[], { position: number; body: string }>(
    `select position, body from floor_outbox order by position limit ${AT_ONCE}`,
  );
  const forget = file.raw.prepare<[number]>('delete from floor_outbox where position <= ?');
  for (;;) {
    const waiting = next.all();
    const last = waiting.at(-1);
    if (!last) return;
    const body = `[${waiting.map((one) => one.body).join(',')}]`;
    const answer = await request(`http://${host}/`, { method: 'POST', dispatcher: agent, body });
    await answer.body.dump();
    forget.run(last.position);
  }
}

function keepNote({ file, keep }: FloorDesk): void {
  const note = floorNote();
  file.write(note, () => keep(JSON.stringify(note)));
}

const handlers = {
  async open({ path, host }: { path: string; host: string }): Promise<void> {
    const file = await openFloorFile(path);
    const keep = file.raw.prepare<[string]>('insert into floor_outbox (body) values (?)');
    const mine: FloorDesk = {
      ...{ host, file, agent: new Agent({ connections: 2 }) },
      ...{ keep: (body) => void keep.run(body), seen: Promise.resolve(0), tell: () => undefined },
    };
    desk = mine;
    const socket = new WebSocket(`ws://${host}/`, { perMessageDeflate: false });
    socket.on('message', (message) => {
      const notes = JSON.parse(String(message)) as FloorRow[][]; // the floor's own desk has written them
      file.write(notes.flat());
      mine.tell(monotonicMs());
    });
    await new Promise<void>((resolve) => socket.once('open', () => resolve()));
  },
  async write(_: number): Promise<{ at: number; tookMs: number }> {
    const at = monotonicMs();
    keepNote(work());
    const tookMs = monotonicMs() - at;
    await pushAll(work());
    return { at, tookMs };
  },
  watch(_: null): void {
    work().seen = new Promise((resolve) => {
      work().tell = resolve;
    });
  },
  seen: (_: null): Promise<number> => work().seen,
  idle: async (_: null) => undefined,
  offline({ count }: { from: number; count: number }): number[] {
    return Array.from({ length: count }, () => {
      const began = monotonicMs();
      keepNote(work());
      return monotonicMs() - began;
    });
  },
  async push(_: null): Promise<{ tookMs: number; attention: number }> {
    const began = monotonicMs();
    await pushAll(work());
    return { tookMs: monotonicMs() - began, attention: 0 };
  },
};

/** What the process of the floor's desk can be asked; a part of what the real desk's can. */
export type WireFloorDeskChild = typeof handlers;

answerParent(handlers);
