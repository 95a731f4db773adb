import { monotonicMs, peakMemoryMb } from '../harness/monotonic.ts';
import { type Desk, signIn } from './desk.ts';

/** What a fresh desk's first minutes came to; times in ms, memory in MB. */
export interface FirstSyncTimes {
  /** From the password typed to being let in. */
  readonly signInMs: number;
  /** From being let in to Heute with the morning's children and absences. */
  readonly firstScreenMs: number;
  /** From being let in to all rows in the cache. */
  readonly readyMs: number;
  readonly rows: number;
  readonly students: number;
  readonly baseMb: number;
  readonly peakMb: number;
}

/** Signs in at a fresh desk and watches its first sync as the window does: by notices and `session.state`. */
export async function timeFirstSync(desk: Desk, userName: string): Promise<FirstSyncTimes> {
  const baseMb = peakMemoryMb();
  const asked = monotonicMs();
  await signIn(desk, userName);
  const letIn = monotonicMs();
  let firstScreenMs = 0;
  let students = 0;
  await desk.until(['session'], async () => {
    const { phase, firstSync } = await desk.ask('session.state', {});
    if (firstScreenMs === 0 && (phase === 'ready' || firstSync?.morningReady)) {
      students = (await desk.ask('today.office', {})).students;
      firstScreenMs = monotonicMs() - letIn;
    }
    return phase === 'ready';
  });
  const readyMs = monotonicMs() - letIn;
  const rows = desk.line.rowsPulled();
  return { signInMs: letIn - asked, firstScreenMs, readyMs, rows, students, baseMb, peakMb: peakMemoryMb() };
}
