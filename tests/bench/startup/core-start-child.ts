import type { DeskPlace } from '../desk/bench-environment.ts';
import { openBuiltCore } from '../desk/built-core.ts';
import { signIn } from '../desk/desk-window.ts';
import { answerParent } from '../harness/answer-parent.ts';
import { monotonicMs, peakMemoryMb } from '../harness/monotonic.ts';

/** When what had happened (ms of the monotonic clock), and what the process then held. */
interface Started {
  /** The core can be asked. */
  readonly readyAt: number;
  /** `session.state` is answered: the window can show whose desk this is. */
  readonly stateAt: number;
  /** The password has opened the cache. */
  readonly unlockedAt: number;
  /** `today.office` is answered. */
  readonly answeredAt: number;
  readonly students: number;
  readonly memoryMb: number;
  readonly peakMb: number;
}

const handlers = {
  async start({ place, userName }: { place: DeskPlace; userName: string }): Promise<Started> {
    const core = await openBuiltCore(place);
    const readyAt = monotonicMs();
    await core.ask('session.state', {});
    const stateAt = monotonicMs();
    await signIn(core, userName);
    const unlockedAt = monotonicMs();
    const { students } = await core.ask('today.office', {});
    const answeredAt = monotonicMs();
    await core.until(['syncState'], async () => (await core.ask('sync.state', {})).state === 'synchronous');
    const memoryMb = process.memoryUsage.rss() / 1e6;
    return { readyAt, stateAt, unlockedAt, answeredAt, students, memoryMb, peakMb: peakMemoryMb() };
  },
};

/** What a process that starts the core can be asked. */
export type CoreStartChild = typeof handlers;

answerParent(handlers);
