import { readFileSync, writeFileSync } from 'node:fs';
import { demoSchoolDay } from '../resources/demo/calendar.ts';
import { toInstant } from '../src-shared/values/day.ts';

/** When the demo's morning begins, and when it is over. */
const BEGINS = '08:14';
const ENDS = '10:30';

/** What the demo's clock showed at one moment of this computer's. */
interface Beginning {
  readonly madeAtMs: number;
  readonly shown: string;
}

/**
 * What the demo's clock shows now, `YYYY-MM-DDTHH:MM`: it began at 08:14 when the demo was made and has run on.
 * @returns null when the demo was never begun, or its morning is over: then it is made anew
 */
export function demoTime(file: string, nowMs: number): string | null {
  const began = readBeginning(file);
  if (!began) return null;
  const shown = toInstant(Date.parse(`${began.shown}:00Z`) + (nowMs - began.madeAtMs)).slice(0, 16);
  const sameMorning = shown.slice(0, 10) === began.shown.slice(0, 10) && shown.slice(11) < ENDS;
  return nowMs >= began.madeAtMs && sameMorning ? shown : null;
}

/** Begins a morning on the present or last school day. @returns what the clock shows */
export function beginDemo(file: string, day: string, nowMs: number): string {
  const began: Beginning = { madeAtMs: nowMs, shown: `${demoSchoolDay(day)}T${BEGINS}` };
  writeFileSync(file, JSON.stringify(began), { mode: 0o600 });
  return began.shown;
}

function readBeginning(file: string): Beginning | undefined {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof kept !== 'object' || kept === null || !('madeAtMs' in kept) || !('shown' in kept))
      return undefined;
    const { madeAtMs, shown } = kept;
    if (typeof madeAtMs !== 'number' || typeof shown !== 'string') return undefined;
    return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(shown) ? { madeAtMs, shown } : undefined;
  } catch {
    return undefined;
  }
}
