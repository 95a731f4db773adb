import type { AttemptOutcome } from '../../src-shared/absences/words.ts';
import type { OpenCase } from '../../src-shared/cases/contract.ts';
import type { ShortcutId } from '../keyboard/catalogue.ts';

export type LadderStep = OpenCase['ladder'][number];

/** The outcomes in the order of their keys 1–6. */
export const outcomeKeys: readonly { outcome: AttemptOutcome; shortcut: ShortcutId }[] = [
  { outcome: 'reachedIll', shortcut: 'ladderReachedIll' },
  { outcome: 'onTheWay', shortcut: 'ladderOnTheWay' },
  { outcome: 'justArrived', shortcut: 'ladderJustArrived' },
  { outcome: 'notReached', shortcut: 'ladderNotReached' },
  { outcome: 'messageLeft', shortcut: 'ladderMessageLeft' },
  { outcome: 'other', shortcut: 'ladderOther' },
];

/** Who is called next: the first nobody has called yet; when all have been, again from the top. Null: nobody to call. */
export function nextStep(ladder: readonly LadderStep[]): number | null {
  if (ladder.length === 0) return null;
  const untried = ladder.findIndex((step) => step.lastOutcome === null && step.phones.length > 0);
  if (untried >= 0) return untried;
  const first = ladder.findIndex((step) => step.phones.length > 0);
  return first >= 0 ? first : 0;
}

/** The step below (or above) the chosen one; stays at the ends. */
export function neighbour(chosen: number, by: 1 | -1, ladder: readonly LadderStep[]): number {
  return Math.max(0, Math.min(ladder.length - 1, chosen + by));
}

/** Oldest first; children with a report in the inbox come last: somebody only has to read it. */
export function byUrgency(cases: readonly OpenCase[]): OpenCase[] {
  return cases.toSorted(
    (a, b) =>
      Number(a.waitingReport) - Number(b.waitingReport) ||
      a.since.localeCompare(b.since) ||
      a.familyName.localeCompare(b.familyName),
  );
}
