import { describe, expect, test } from 'vitest';
import { missedLessons } from '../../../src-shared/absences/missed-lessons.ts';
import { anAbsence } from '../../support/builders/absences.ts';
import { anId } from '../../support/builders/ids.ts';
import { MONDAY } from '../../support/builders/school.ts';

const lessons = [
  { from: '08:00', until: '08:45' },
  { from: '08:50', until: '09:35' },
  { from: '09:55', until: '10:40' },
  { from: '10:45', until: '11:30' },
];
const studentId = anId();
const at = (fields: Partial<Parameters<typeof anAbsence>[0]>) => anAbsence({ studentId, ...fields });
const some = (
  fromLesson: number | null,
  untilLesson: number | null,
  excuse: 'open' | 'excused' = 'excused',
) => at({ span: 'lessons', fromLesson, untilLesson, excuse });

/** `1-4J`: from lesson, until lesson, excused. */
function runs(...absences: ReturnType<typeof anAbsence>[]): string {
  return missedLessons(absences, [MONDAY], lessons)
    .map(({ from, until, excused }) => `${from}-${until}${excused ? 'J' : 'N'}`)
    .join(' ');
}

describe('lessons missed on a day', () => {
  test.each([
    ['a whole day', [at({})], '1-4J'],
    ['a whole day without an end', [at({ untilDay: null })], '1-4J'],
    ['a whole day that is still open', [at({ excuse: 'open' })], '1-4N'],
    ['a whole day unexcused', [at({ excuse: 'unexcused' })], '1-4N'],
    ['some lessons', [some(2, 3)], '2-3J'],
    ['from a lesson on', [some(3, null)], '3-4J'],
    ['lessons beyond the last', [some(4, 9)], '4-4J'],
    ['two parts of a day', [some(1, 1), some(4, 4)], '1-1J 4-4J'],
    ['neighbours with different excuses', [some(1, 2), some(3, 4, 'open')], '1-2J 3-4N'],
    ['neighbours with one excuse', [some(1, 2), some(3, 3)], '1-3J'],
    ['a lesson within two absences, one excused', [some(1, 3, 'open'), some(2, 2)], '1-1N 2-2J 3-3N'],
    ['comes when a lesson is over', [at({ span: 'arrivesLate', atTime: '08:45' })], '1-1J'],
    ['comes in the middle of the second', [at({ span: 'arrivesLate', atTime: '09:34' })], '1-1J'],
    ['comes in the middle of the first', [at({ span: 'arrivesLate', atTime: '08:44' })], ''],
    ['comes later, nobody knows when', [at({ span: 'arrivesLate' })], ''],
    ['is fetched in the break', [at({ span: 'leavesEarly', atTime: '09:40' })], '3-4J'],
    ['is fetched after a lesson has begun', [at({ span: 'leavesEarly', atTime: '09:56' })], '4-4J'],
    ['an absence of another day', [at({ fromDay: '2026-11-25', untilDay: null })], ''],
  ])('%s', (_, absences, expected) => {
    expect(runs(...absences)).toBe(expected);
  });
});
