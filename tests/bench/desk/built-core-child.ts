import { answerParent } from '../harness/answer-parent.ts';
import { peakMemoryMb } from '../harness/monotonic.ts';
import type { DeskPlace } from './bench-environment.ts';
import { openBuiltCore } from './built-core.ts';
import { type FirstSyncTimes, timeFirstSync } from './first-sync-times.ts';

/** A first sync from start to end; memory in MB, of the whole process. */
export interface FirstSync extends FirstSyncTimes {
  /** The core has started and nobody has signed in. */
  readonly baseMb: number;
  readonly peakMb: number;
}

const handlers = {
  async firstSync({ place, userName }: { place: DeskPlace; userName: string }): Promise<FirstSync> {
    const core = await openBuiltCore(place);
    const baseMb = peakMemoryMb();
    const times = await timeFirstSync(core, userName);
    const peakMb = peakMemoryMb();
    await core.close();
    return { ...times, baseMb, peakMb };
  },
};

/** What the process of a shipped core can be asked. */
export type BuiltCoreChild = typeof handlers;

answerParent(handlers);
