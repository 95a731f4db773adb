import { answerSchema, BELL_PATH, findBell, isFromApp, ring } from './doorbell.ts';

/** A running app answers at once; what answers later is not one of ours. */
const ANSWER_WITHIN_MS = 2000;

/** What the app that runs on a data folder gives a second start. */
export interface AnotherWindow {
  /** Lets one window in, once. */
  readonly address: string;
  /** The school's server it belongs to. */
  readonly server: string;
}

/**
 * Asks the app that runs on a data folder for another window of it.
 * @returns undefined when none runs there, or it is only just starting or ending
 */
export async function askForWindow(folder: string): Promise<AnotherWindow | undefined> {
  const bell = await findBell(folder);
  if (!bell) return undefined;
  const asked = ring(bell);
  try {
    const response = await fetch(bell.origin + BELL_PATH, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked),
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const answer = answerSchema.parse(await response.json());
    return isFromApp(bell, asked, answer) ? { address: answer.address, server: bell.server } : undefined;
  } catch {
    // Killed, and its file is still there: the lock of the folder decides, not this file.
    return undefined;
  }
}
