import type { Row } from '../tables/registry.ts';

/** True for what was not taken back: only that counts. */
export function stands({ retractedAt }: { readonly retractedAt: string | null }): boolean {
  return retractedAt === null;
}

/** The tick that counts for each child: the last of the day that was not taken back. */
export function lastTicks(marks: readonly Row<'rollCallMark'>[]): Map<string, Row<'rollCallMark'>> {
  return lastBy(
    marks.filter(stands),
    (mark) => mark.studentId,
    (mark) => mark.at,
  );
}

/** The roll call that counts for each class: the last of the day that was not taken back. */
export function lastRollCalls(rollCalls: readonly Row<'rollCall'>[]): Map<string, Row<'rollCall'>> {
  return lastBy(
    rollCalls.filter(stands),
    (rollCall) => rollCall.classId,
    (rollCall) => rollCall.reportedAt,
  );
}

/** Of rows with one key the last; of two at the same instant the one whose id was drawn later. */
function lastBy<T extends { readonly id: string }>(
  rows: readonly T[],
  key: (row: T) => string,
  at: (row: T) => string,
): Map<string, T> {
  const last = new Map<string, T>();
  for (const row of rows) {
    const other = last.get(key(row));
    if (!other || [at(other), other.id].join() < [at(row), row.id].join()) last.set(key(row), row);
  }
  return last;
}
