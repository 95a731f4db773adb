import { useSyncExternalStore } from 'react';

const MINUTE = 60_000;

/** Milliseconds that the desk's clock is ahead of this window's. */
let ahead = 0;
let minute = Math.floor(Date.now() / MINUTE);
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

function show(): void {
  const current = Math.floor((Date.now() + ahead) / MINUTE);
  if (current === minute) return;
  minute = current;
  for (const listener of listeners) listener();
}

function tick(): void {
  show();
  const untilNext = MINUTE - ((Date.now() + ahead) % MINUTE);
  timer = setTimeout(tick, untilNext + 20);
}

/** Sets the clock by the core's (ISO, UTC); the core's day and the window's clocks then agree. */
export function setClock(now: string): void {
  ahead = Date.parse(now) - Date.now();
  show();
}

/** Calls the listener once a minute, when the minute begins. @returns stops */
export function watchMinute(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearTimeout(timer);
    timer = undefined;
  };
}

/** The beginning of the present minute (ms since the epoch). */
export function currentMinute(): number {
  return minute * MINUTE;
}

/** The same for a component; repaints once a minute and no more. */
export function useMinute(): number {
  return useSyncExternalStore(watchMinute, currentMinute, currentMinute);
}
