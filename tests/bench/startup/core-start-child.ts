import type { DeskPlace } from '../desk/bench-environment.ts';
import { openDesk, signIn } from '../desk/desk.ts';
import { answerParent } from '../harness/answer-parent.ts';
import { monotonicMs, peakMemoryMb } from '../harness/monotonic.ts';

/** When what had happened (ms of the monotonic clock), and what the process then held. */
interface Started {
  /** The modules are loaded. */
  readonly loadedAt: number;
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

const loadedAt = monotonicMs();

const handlers = {
  async start({ place, userName }: { place: DeskPlace; userName: string }): Promise<Started> {
    const desk = await openDesk(place);
    await desk.ask('session.state', {});
    const stateAt = monotonicMs();
    await signIn(desk, userName);
    const unlockedAt = monotonicMs();
    const { students } = await desk.ask('today.office', {});
    const answeredAt = monotonicMs();
    await desk.idle();
    const memoryMb = process.memoryUsage.rss() / 1e6;
    return { loadedAt, stateAt, unlockedAt, answeredAt, students, memoryMb, peakMb: peakMemoryMb() };
  },
};

/** What a process that starts the core can be asked. */
export type CoreStartChild = typeof handlers;

answerParent(handlers);
