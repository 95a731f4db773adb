import { answerParent } from '../harness/answer-parent.ts';
import { peakMemoryMb } from '../harness/monotonic.ts';
import type { DeskPlace } from './bench-environment.ts';
import { type Desk, openDesk, signIn } from './desk.ts';
import { type FirstSyncTimes, timeFirstSync } from './first-sync-times.ts';

let desk: Desk | undefined;

function theDesk(): Desk {
  if (!desk) throw new Error('No desk is open.');
  return desk;
}

const handlers = {
  async open(place: DeskPlace): Promise<{ baseMb: number }> {
    desk = await openDesk(place);
    return { baseMb: peakMemoryMb() };
  },
  firstSync: (userName: string): Promise<FirstSyncTimes> => timeFirstSync(theDesk(), userName),
  async unlock(userName: string): Promise<void> {
    await signIn(theDesk(), userName);
  },
  close: (_: null) => theDesk().close(),
};

/** What the process of a desk can be asked. */
export type DeskChild = typeof handlers;

answerParent(handlers);
