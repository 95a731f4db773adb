import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Day, earlierEnd } from './day.ts';

/** First and last day of something; `untilDay` null while no end is set. */
export interface Span {
  readonly fromDay: Day;
  readonly untilDay: Day | null;
}

/** Where a span stands on a day. One that ends before it begins is over: it never was. */
export function whenIs({ fromDay, untilDay }: Span, today: Day): 'past' | 'current' | 'future' {
  if (untilDay !== null && (untilDay < today || untilDay < fromDay)) return 'past';
  return fromDay <= today ? 'current' : 'future';
}

/** What is left of a span inside another: a membership lasts no longer than its group. */
export function within(span: Span, frame: Span): Span {
  return {
    fromDay: span.fromDay > frame.fromDay ? span.fromDay : frame.fromDay,
    untilDay: earlierEnd(span.untilDay, frame.untilDay),
  };
}

/** True for rows (`fromDay`, `untilDay`) that share a day with a span; a condition for both engines. */
export function overlapping({ fromDay, untilDay }: Span): RawBuilder<SqlBool> {
  const columns = { from: sql.ref('fromDay'), until: sql.ref('untilDay') };
  const begun = untilDay === null ? sql<SqlBool>`1 = 1` : sql<SqlBool>`${columns.from} <= ${untilDay}`;
  return sql<SqlBool>`(${begun} and (${columns.until} is null or ${columns.until} >= ${fromDay}))`;
}
