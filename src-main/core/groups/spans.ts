import { lastsOn } from '../../../src-shared/school/last-day.ts';
import type { Day } from '../../../src-shared/values/day.ts';

/** First and last day of something; `untilDay` null while no end is set. */
export interface Span {
  readonly fromDay: Day;
  readonly untilDay: Day | null;
}

/** Where a span stands on a day. */
export function whenIs({ fromDay, untilDay }: Span, today: Day): 'past' | 'current' | 'future' {
  if (!lastsOn(untilDay, today)) return 'past';
  return fromDay <= today ? 'current' : 'future';
}

const order = { current: 0, future: 1, past: 2 } as const;

/** What is going on first, then what is to come, what is over last. */
export function compareWhen(
  one: { readonly when: keyof typeof order },
  other: { readonly when: keyof typeof order },
): number {
  return order[one.when] - order[other.when];
}
