import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { clockStartSchema, readKept, shownNow } from './demo-clock.ts';

/** A server of ours answers at once; what answers later is not one. */
const ANSWER_WITHIN_MS = 1000;

/** A demo school whose server runs already, begun by another start. */
export type RunningDemo = {
  url: string;
  /** What its clock shows, `YYYY-MM-DDTHH:MM`. */
  now: string;
};

const keptSchema = clockStartSchema.extend({ url: z.url() });
const healthSchema = z.object({ status: z.literal('ok') });

/** Keeps where a demo's server is and what its clock shows, for the next start. */
export function keepRunningDemo(file: string, { url, now }: RunningDemo, nowMs: number): void {
  writeFileSync(file, JSON.stringify({ url, madeAtMs: nowMs, shown: now }), { mode: 0o600 });
}

/** @returns null when no server answers: it was ended, or killed */
export async function findRunningDemo(file: string, nowMs: number): Promise<RunningDemo | null> {
  const kept = readKept(file, keptSchema);
  if (!kept) return null;
  try {
    const answer = await fetch(`${kept.url}/health`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    healthSchema.parse(await answer.json());
    return { url: kept.url, now: shownNow(kept, nowMs) };
  } catch {
    return null;
  }
}
