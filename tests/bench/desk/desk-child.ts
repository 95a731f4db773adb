import { answerParent } from '../harness/answer-parent.ts';
import { monotonicMs } from '../harness/monotonic.ts';
import type { DeskPlace } from './bench-environment.ts';
import { type Desk, openDesk } from './desk.ts';
import { type FirstSyncTimes, timeFirstSync } from './first-sync-times.ts';
import { sickNote, studentIds } from './sick-notes.ts';

interface Working {
  readonly desk: Desk;
  students: string[];
  seen: Promise<number>;
}

let working: Working | undefined;

function work(): Working {
  if (!working) throw new Error('No desk is open.');
  return working;
}

async function pending(desk: Desk): Promise<number> {
  return (await desk.ask('sync.state', {})).pending;
}

const handlers = {
  async open(place: DeskPlace): Promise<void> {
    const desk = await openDesk(place);
    working = { desk, students: [], seen: Promise.resolve(0) };
  },
  firstSync: (userName: string): Promise<FirstSyncTimes> => timeFirstSync(work().desk, userName),
  /** Looks up whom to write about; answers how many children there are. */
  async prepare(_: null): Promise<number> {
    work().students = await studentIds(work().desk);
    return work().students.length;
  },
  /** Takes down the n-th note; answers when that began, and how long it took until it could not be lost. */
  async write(n: number): Promise<{ at: number; tookMs: number }> {
    const at = monotonicMs();
    await work().desk.ask('absences.record', sickNote(work().students, n));
    return { at, tookMs: monotonicMs() - at };
  },
  /** From now on the next notice of a changed absence counts. */
  watch(_: null): void {
    const { desk } = work();
    work().seen = new Promise((resolve) => {
      const stop = desk.onChange(({ changed }) => {
        if (!changed.includes('absence')) return;
        stop();
        resolve(monotonicMs());
      });
    });
  },
  /** When that notice came. */
  seen: (_: null): Promise<number> => work().seen,
  idle: (_: null) => work().desk.idle(),
  /** Takes down notes while the server can't be reached; answers how long each took. */
  async offline({ from, count }: { from: number; count: number }): Promise<number[]> {
    const { desk, students } = work();
    desk.line.pause();
    const took: number[] = [];
    for (let n = from; n < from + count; n += 1) {
      const began = monotonicMs();
      await desk.ask('absences.record', sickNote(students, n));
      took.push(monotonicMs() - began);
    }
    return took;
  },
  /** Lets the server be reached again; answers how long it takes until every note is settled. */
  async push(_: null): Promise<{ tookMs: number; attention: number }> {
    const { desk } = work();
    const began = monotonicMs();
    desk.line.resume();
    await desk.ask('sync.now', {});
    await desk.until(['outbox', 'syncState'], async () => (await pending(desk)) === 0);
    const tookMs = monotonicMs() - began;
    return { tookMs, attention: (await desk.ask('sync.state', {})).attention };
  },
  close: (_: null) => work().desk.close(),
};

/** What the process of a desk can be asked. */
export type DeskChild = typeof handlers;

answerParent(handlers);
