const WINDOW_MS = 60_000;
const MOST_RESTARTS = 3;

/**
 * Whether a process that has just ended by itself is started again.
 * @param endedAtMs when it ended before and now (the last one), milliseconds since the epoch
 * @returns false once it has ended more than three times within a minute: then it would only end again
 */
export function mayRestart(endedAtMs: readonly number[]): boolean {
  const now = endedAtMs.at(-1) ?? 0;
  return endedAtMs.filter((at) => at > now - WINDOW_MS).length <= MOST_RESTARTS;
}
