import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { demoSchoolDay } from '../resources/demo/calendar.ts';
import { toInstant } from '../src-shared/values/day.ts';
import { demoInstant } from '../src-shared/values/demo-clock.ts';

/** When the demo's morning begins, and when it is over. */
const BEGINS = '08:14';
const ENDS = '10:30';

/** What the demo's clock (`YYYY-MM-DDTHH:MM`) showed at one moment of this computer's. */
export const clockStartSchema = z.object({
  madeAtMs: z.number(),
  shown: z.string().refine((text) => demoInstant(text) !== undefined),
});
type ClockStart = z.output<typeof clockStartSchema>;

/** What a clock shows now that has run on since it was started, `YYYY-MM-DDTHH:MM`. */
export function shownNow({ madeAtMs, shown }: ClockStart, nowMs: number): string {
  return toInstant(Date.parse(`${shown}:00Z`) + (nowMs - madeAtMs)).slice(0, 16);
}

/**
 * What the demo's clock shows now: it began at 08:14 when the demo was made and has run on.
 * @returns null when the demo was never begun, or its morning is over: then it is made anew
 */
export function demoTime(file: string, nowMs: number): string | null {
  const began = readKept(file, clockStartSchema);
  if (!began) return null;
  const shown = shownNow(began, nowMs);
  const sameMorning = shown.slice(0, 10) === began.shown.slice(0, 10) && shown.slice(11) < ENDS;
  return nowMs >= began.madeAtMs && sameMorning ? shown : null;
}

/** Begins a morning on the present or last school day. @returns what the clock shows */
export function beginDemo(file: string, day: string, nowMs: number): string {
  const began: ClockStart = { madeAtMs: nowMs, shown: `${demoSchoolDay(day)}T${BEGINS}` };
  writeFileSync(file, JSON.stringify(began), { mode: 0o600 });
  return began.shown;
}

/** What a start before this one has kept; undefined when there is nothing, or nothing that can be read. */
export function readKept<T>(file: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
