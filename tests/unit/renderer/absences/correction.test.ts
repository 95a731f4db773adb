import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Correction,
  changedFields,
  correctionOf,
  problemOf,
} from '../../../../src-renderer/absences/correction.ts';
import type { AbsenceLine } from '../../../../src-shared/absences/contract.ts';
import { correctAbsence } from '../../../../src-shared/absences/correct.ts';
import { absenceReasons, excuseExpectations } from '../../../../src-shared/absences/words.ts';
import { lineWith } from './lines.ts';

const tidy: fc.Arbitrary<AbsenceLine> = fc
  .record({
    reason: fc.constantFrom(...absenceReasons),
    excuseExpected: fc.constantFrom(...excuseExpectations),
    untilDay: fc.constantFrom('2026-11-23', '2026-12-01', null),
    remark: fc.constantFrom(null, 'Bringt den Zettel mit'),
    part: fc.constantFrom(
      { span: 'wholeDay' as const },
      { span: 'arrivesLate' as const, atTime: '09:30' },
      { span: 'lessons' as const, fromLesson: 1, untilLesson: 2 },
    ),
  })
  .map(({ part, ...fields }) => lineWith({ ...fields, ...part }));

function changed(line: AbsenceLine, change: Partial<Correction>) {
  return changedFields(line, { ...correctionOf(line), ...change });
}

describe('correcting an absence', () => {
  it('sends nothing when nothing was changed', () => {
    fc.assert(
      fc.property(tidy, (line) => {
        expect(changed(line, {})).toEqual({});
      }),
    );
  });

  it('sends what the command takes', () => {
    const { absenceId, studentId } = lineWith();
    fc.assert(
      fc.property(tidy, tidy, (line, other) => {
        const fields = changedFields(line, correctionOf(other));
        expect(correctAbsence.args.safeParse({ absenceId, studentId, fields }).success).toBe(true);
      }),
    );
  });

  it('sends only what differs, times as they are written down', () => {
    const line = lineWith();
    expect(changed(line, { untilDay: '2026-11-25' })).toEqual({ untilDay: '2026-11-25' });
    expect(changed(line, { openEnd: true })).toEqual({ untilDay: null });
    expect(changed(line, { span: 'leavesEarly', time: '11.25' })).toEqual({
      span: 'leavesEarly',
      atTime: '11:25',
    });
    expect(changed(line, { remark: '  ' })).toEqual({});
  });

  it('forgets lessons and times that no longer mean anything', () => {
    const late = lineWith({ span: 'arrivesLate', atTime: '09:30' });
    expect(changed(late, { span: 'wholeDay' })).toEqual({ span: 'wholeDay', atTime: null });
  });
});

describe('what keeps a correction from being saved', () => {
  const form = correctionOf(lineWith());
  it.each([
    ['nothing', {}, null],
    ['a day that is none', { fromDay: null }, 'day'],
    ['no last day', { untilDay: null }, 'day'],
    ['no last day where none is wanted', { untilDay: null, openEnd: true }, null],
    ['an end before the beginning', { untilDay: '2026-11-20' }, 'range'],
    ['a time that is none', { span: 'arrivesLate' as const, time: '25 Uhr' }, 'time'],
    ['no time', { span: 'arrivesLate' as const, time: '' }, null],
    ['a time nobody asks for', { time: '25 Uhr' }, null],
    [
      'lessons the wrong way round',
      { span: 'lessons' as const, fromLesson: '10', untilLesson: '9' },
      'lessons',
    ],
    ['lessons with an open end', { span: 'lessons' as const, fromLesson: '2', untilLesson: '' }, null],
  ])('%s', (_title, change, problem) => {
    expect(problemOf({ ...form, ...change })).toBe(problem);
  });
});
