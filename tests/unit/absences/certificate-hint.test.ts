import { expect, test } from 'vitest';
import { certificateDayOf, certificateFrom } from '../../../src-shared/absences/certificate-hint.ts';
import type { Row } from '../../../src-shared/tables/registry.ts';
import type { FreePeriod } from '../../../src-shared/values/school-calendar.ts';
import { anAbsence } from '../../support/builders/absences.ts';
import { anId } from '../../support/builders/ids.ts';
import { aFreePeriod, FRIDAY, MONDAY, WEDNESDAY } from '../../support/builders/school.ts';

const THURSDAY = '2026-11-26';
const fourth = { certificateFromDay: 4 };
const ill = (fields: Partial<Row<'absence'>> = {}) =>
  anAbsence({ studentId: anId(), fromDay: MONDAY, untilDay: FRIDAY, ...fields });

function from(
  absence: Parameters<typeof certificateFrom>[0],
  ...calendar: [{ certificateFromDay: number }, FreePeriod[]]
) {
  return certificateFrom(absence, (firstDay) => certificateDayOf(firstDay, ...calendar));
}

test('from the fourth school day on, also while the end is open', () => {
  expect(from(ill(), fourth, [])).toBe(THURSDAY);
  expect(from(ill({ untilDay: THURSDAY }), fourth, [])).toBe(THURSDAY);
  expect(from(ill({ untilDay: null }), fourth, [])).toBe(THURSDAY);
  expect(from(ill(), { certificateFromDay: 1 }, [])).toBe(MONDAY);
});

test('days without lessons do not count', () => {
  const free = aFreePeriod({ fromDay: WEDNESDAY, untilDay: WEDNESDAY });
  expect(from(ill(), fourth, [free])).toBe(FRIDAY);
});

test.each<[string, Partial<Row<'absence'>>]>([
  ['three days are too short', { untilDay: WEDNESDAY }],
  ['a doctor’s appointment is no illness', { reason: 'doctor' }],
  ['a part of the day is none', { span: 'arrivesLate' }],
  ['it has been seen', { certificateSeenOn: THURSDAY }],
  ['it is expected anyway', { excuseExpected: 'certificate' }],
  ['it was taken back', { withdrawn: 1 }],
])('nothing to say: %s', (_, fields) => {
  expect(from(ill(fields), fourth, [])).toBeNull();
});
