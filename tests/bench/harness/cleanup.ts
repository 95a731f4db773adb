/** Notes what is to be undone when the work has ended, well or badly. */
export type Undo = (undo: () => unknown) => void;

/** Does the work, then undoes what it has noted, the last first; every undoing is tried. */
export async function withCleanup<T>(work: (later: Undo) => Promise<T>): Promise<T> {
  const noted: (() => unknown)[] = [];
  try {
    return await work((undo) => void noted.unshift(undo));
  } finally {
    for (const undo of noted) {
      try {
        await undo();
      } catch {
        // What failed to end must not keep the rest running; the work's own error is what counts.
      }
    }
  }
}
