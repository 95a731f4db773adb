import { monotonicMs } from '../harness/monotonic.ts';
import { type DeskWindow, signIn } from './desk-window.ts';

/** What a fresh desk's first minutes came to, in ms. */
export interface FirstSyncTimes {
  /** From the password typed to being let in. */
  readonly signInMs: number;
  /** From being let in to Heute with the morning's children and absences. */
  readonly firstScreenMs: number;
  /** From being let in to all rows in the cache. */
  readonly readyMs: number;
  readonly students: number;
}

/** Signs in at a fresh desk and watches its first sync as the window does: by notices and `session.state`. */
export async function timeFirstSync(desk: DeskWindow, userName: string): Promise<FirstSyncTimes> {
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
  return { signInMs: letIn - asked, firstScreenMs, readyMs, students };
}
