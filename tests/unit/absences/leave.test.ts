import { afterEach, beforeEach, expect, test } from 'vitest';
import { aLeaveRequest } from '../../support/builders/absences.ts';
import { anId } from '../../support/builders/ids.ts';
import { type OneChildSchool, openOneChildSchool } from '../../support/builders/opened-school.ts';
import {
  aFreePeriod,
  aPrincipal,
  aSetting,
  aTeacher,
  at,
  MONDAY,
  TUESDAY,
} from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { contentOf, type EntryOptions, reasonOf, run } from '../../support/cache.ts';

let school: OneChildSchool;
beforeEach(async () => {
  school = await openOneChildSchool();
  await seed(school.cache, {
    freePeriod: [
      aFreePeriod(),
      aFreePeriod({
        kind: 'publicHoliday',
        name: 'Himmelfahrt',
        fromDay: '2027-05-06',
        untilDay: '2027-05-06',
      }),
    ],
  });
});
afterEach(() => school.cache.close());

async function requested(fromDay: string, untilDay: string) {
  const request = aLeaveRequest({ studentId: school.student.id, fromDay, untilDay });
  await seed(school.cache, { leaveRequest: request });
  return request;
}

function grant(requestId: string, options: EntryOptions = { actor: aPrincipal() }, absenceId = anId()) {
  const args = { requestId, studentId: school.student.id, absenceId };
  return run(school.cache, 'absences.grantLeave', args, options);
}

function decline(requestId: string, options: EntryOptions = {}) {
  return run(school.cache, 'absences.declineLeave', { requestId, studentId: school.student.id }, options);
}

test('leave is asked for, granted, and becomes an excused absence', async () => {
  const request = {
    requestId: anId(),
    studentId: school.student.id,
    fromDay: MONDAY,
    untilDay: TUESDAY,
    purpose: 'Beerdigung',
  };
  await run(school.cache, 'absences.requestLeave', request, { at: '07:10' });
  expect(await school.cache.rows('leaveRequest')).toMatchObject([
    { state: 'requested', requestedAt: at('07:10') },
  ]);
  const absenceId = anId();
  await grant(request.requestId, { actor: aPrincipal(), at: '09:00' }, absenceId);
  expect(await school.cache.rows('absence')).toMatchObject([
    { id: absenceId, reason: 'leave', excuse: 'excused', fromDay: MONDAY, untilDay: TUESDAY },
  ]);
  expect(await school.cache.rows('leaveRequest')).toMatchObject([
    { state: 'granted', absenceId, decidedBy: aPrincipal().id, decidedAt: at('09:00') },
  ]);
});

test('a request that comes twice does not open a decided one again', async () => {
  const request = await requested(MONDAY, TUESDAY);
  await decline(request.id);
  const content = await contentOf(school.cache);
  const { studentId, fromDay, untilDay, purpose } = request;
  const again = { requestId: request.id, studentId, fromDay, untilDay, purpose };
  expect(reasonOf(await run(school.cache, 'absences.requestLeave', again))).toBe('accepted');
  expect(await contentOf(school.cache)).toEqual(content);
});

test('granting twice makes one absence; the second id leads to it', async () => {
  const request = await requested(MONDAY, TUESDAY);
  const [first, second] = [anId(), anId()];
  await grant(request.id, { actor: aPrincipal() }, first);
  await grant(request.id, { actor: aPrincipal() }, second);
  expect(await school.cache.rows('absence')).toHaveLength(1);
  expect(await school.cache.rows('absenceAlias')).toMatchObject([{ id: second, absenceId: first }]);
});

test('a decision is not turned round by a second one', async () => {
  const granted = await requested(MONDAY, TUESDAY);
  const declined = await requested(MONDAY, TUESDAY);
  await grant(granted.id);
  await decline(declined.id);
  expect(reasonOf(await decline(granted.id))).toBe('alreadyDecided');
  expect(reasonOf(await grant(declined.id))).toBe('alreadyDecided');
  expect(await decline(declined.id)).toMatchObject({ kind: 'accepted', changes: [] });
});

test('what cannot be is refused', async () => {
  expect(reasonOf(await grant(anId()))).toBe('requestUnknown');
  expect(reasonOf(await decline(anId()))).toBe('requestUnknown');
  const ask = (fields: object) =>
    run(school.cache, 'absences.requestLeave', {
      requestId: anId(),
      studentId: school.student.id,
      fromDay: MONDAY,
      untilDay: MONDAY,
      purpose: '',
      ...fields,
    });
  expect(reasonOf(await ask({ untilDay: '2026-11-01' }))).toBe('rangeReversed');
  expect(reasonOf(await ask({ studentId: anId() }))).toBe('studentUnknown');
});

test.each([
  ['two school days in the week', '2026-11-24', '2026-11-25', 'accepted'],
  ['three school days', '2026-11-24', '2026-11-26', 'leaveTooLongForTeacher'],
  ['a Friday and a Monday, which a plain weekend parts', '2026-11-27', '2026-11-30', 'accepted'],
  ['the last day before the holidays', '2026-12-22', '2026-12-22', 'leaveTooLongForTeacher'],
  ['the last but one', '2026-12-21', '2026-12-21', 'accepted'],
  [
    'the first day after the holidays, behind a weekend',
    '2027-01-11',
    '2027-01-11',
    'leaveTooLongForTeacher',
  ],
  ['from within the holidays into school', '2027-01-09', '2027-01-11', 'leaveTooLongForTeacher'],
  ['from the first holiday on', '2026-12-23', '2027-01-11', 'leaveTooLongForTeacher'],
  ['the day between a holiday and the weekend', '2027-05-07', '2027-05-07', 'leaveTooLongForTeacher'],
  ['the Monday behind that weekend', '2027-05-10', '2027-05-10', 'accepted'],
  ['around a public holiday', '2027-05-05', '2027-05-07', 'leaveTooLongForTeacher'],
  ['for years', '2026-11-24', '2199-12-31', 'leaveTooLongForTeacher'],
])('a class teacher and leave for %s: %4$s', async (_says, fromDay, untilDay, reason) => {
  const request = await requested(fromDay, untilDay);
  expect(reasonOf(await grant(request.id, { actor: aTeacher() }))).toBe(reason);
  expect(reasonOf(await grant(request.id, { actor: aPrincipal() }))).toBe('accepted');
});

test('the limit is the school’s own', async () => {
  await school.cache.seed(aSetting('leaveLimitDays', '3'));
  const request = await requested('2026-11-24', '2026-11-26');
  expect(reasonOf(await grant(request.id, { actor: aTeacher() }))).toBe('accepted');
});

test('what only the head may grant, a teacher does not decline either', async () => {
  const actor = aTeacher();
  const long = await requested('2026-11-24', '2026-11-27');
  expect(reasonOf(await decline(long.id, { actor }))).toBe('leaveTooLongForTeacher');
  const short = await requested('2026-12-01', '2026-12-01');
  expect(reasonOf(await decline(short.id, { actor }))).toBe('accepted');
  expect(reasonOf(await decline(long.id, { actor: aPrincipal() }))).toBe('accepted');
});
