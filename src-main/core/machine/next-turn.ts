/** Lets everything go on that waits for this thread: questions of windows, packets, timers. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
