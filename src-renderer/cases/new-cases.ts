import type { OpenCase } from '../../src-shared/cases/contract.ts';

/**
 * How many cases were not there before. The first look announces nothing: those cases are on the screen.
 * @param seen the cases of the look before; null at the first
 */
export function newCases(
  cases: readonly Pick<OpenCase, 'studentId' | 'day' | 'waitingReport'>[],
  seen: ReadonlySet<string> | null,
): { fresh: number; seen: ReadonlySet<string> } {
  const now = new Set(
    cases.filter((open) => !open.waitingReport).map((open) => `${open.studentId} ${open.day}`),
  );
  const fresh = seen === null ? 0 : [...now].filter((id) => !seen.has(id)).length;
  return { fresh, seen: now };
}
