import { afterEach, beforeEach, expect, test } from 'vitest';
import { aCall, aDuty } from '../../support/builders/absences.ts';
import { anId } from '../../support/builders/ids.ts';
import { type OneChildSchool, openOneChildSchool } from '../../support/builders/opened-school.ts';
import { at, FRIDAY, MONDAY, TUESDAY } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { contentOf, reasonOf, run } from '../../support/cache.ts';

let school: OneChildSchool;
beforeEach(async () => {
  school = await openOneChildSchool();
});
afterEach(() => school.cache.close());

test('a call makes an absence, its mark, its report and its history', async () => {
  const call = aCall({
    studentId: school.student.id,
    remark: 'meldet sich morgen',
    callbackNumber: '0170 1',
  });
  const outcome = await run(school.cache, 'absences.record', call, { at: '07:41' });
  expect(outcome).toMatchObject({
    kind: 'accepted',
    result: { absenceId: call.absenceId, reportId: call.reportId, joinedExisting: false },
  });
  expect(await school.cache.rows('absence')).toMatchObject([
    {
      id: call.absenceId,
      fromDay: MONDAY,
      untilDay: MONDAY,
      excuse: 'excused',
      recordedAt: at('07:41'),
      withdrawn: 0,
    },
  ]);
  expect(await school.cache.rows('absenceMark')).toEqual([
    {
      id: call.absenceId,
      studentId: school.student.id,
      fromDay: MONDAY,
      untilDay: MONDAY,
      span: 'wholeDay',
      atTime: null,
    },
  ]);
  expect(await school.cache.rows('absenceReport')).toMatchObject([
    {
      id: call.reportId,
      absenceId: call.absenceId,
      state: 'accepted',
      takenAt: at('07:41'),
      callbackNumber: '0170 1',
    },
  ]);
  expect(await school.cache.rows('absenceEvent')).toMatchObject([
    { absenceId: call.absenceId, kind: 'recorded', actorName: 'Nermin Yıldız', changes: null },
  ]);
});

test('the mark for other teachers holds neither reason nor remark', async () => {
  await run(school.cache, 'absences.record', aCall({ studentId: school.student.id, remark: 'zum Arzt' }));
  const [mark] = await school.cache.rows('absenceMark');
  expect(Object.keys(mark ?? {}).sort()).toEqual([
    'atTime',
    'fromDay',
    'id',
    'span',
    'studentId',
    'untilDay',
  ]);
});

test('R04 the same entry again has no second effect', async () => {
  const call = aCall({ studentId: school.student.id });
  const entryId = anId();
  const first = await run(school.cache, 'absences.record', call, { entryId });
  const content = await contentOf(school.cache);
  const second = await run(school.cache, 'absences.record', call, { entryId });
  expect(await contentOf(school.cache)).toEqual(content);
  expect(second).toMatchObject({ kind: 'accepted', changes: [] });
  expect(first.kind === 'accepted' && second.kind === 'accepted' && second.result).toEqual(
    first.kind === 'accepted' && first.result,
  );
});

test('an unknown child is refused, so that nothing hangs on an erased one', async () => {
  const outcome = await run(school.cache, 'absences.record', aCall({ studentId: anId() }));
  expect(reasonOf(outcome)).toBe('studentUnknown');
  expect(await school.cache.rows('absence')).toEqual([]);
});

test('a range that ends before it begins is refused', async () => {
  const call = aCall({ studentId: school.student.id, fromDay: TUESDAY, untilDay: MONDAY });
  expect(reasonOf(await run(school.cache, 'absences.record', call))).toBe('rangeReversed');
});

test('a time or lessons that have no meaning for the span are not kept', async () => {
  const call = aCall({ studentId: school.student.id, atTime: '09:00', fromLesson: 1, untilLesson: 2 });
  await run(school.cache, 'absences.record', call);
  expect(await school.cache.rows('absence')).toMatchObject([
    { atTime: null, fromLesson: null, untilLesson: null },
  ]);
});

test.each([
  ['none', 'excused'],
  ['written', 'open'],
  ['certificate', 'open'],
] as const)('where %s is expected the excuse begins %s', async (excuseExpected, excuse) => {
  await run(school.cache, 'absences.record', aCall({ studentId: school.student.id, excuseExpected }));
  expect(await school.cache.rows('absence')).toMatchObject([{ excuseExpected, excuse }]);
});

test('a child with a certificate duty owes one for each illness of the period', async () => {
  await seed(school.cache, { certificateDuty: aDuty({ studentId: school.student.id, untilDay: MONDAY }) });
  await run(school.cache, 'absences.record', aCall({ studentId: school.student.id }));
  const later = { fromDay: FRIDAY, untilDay: FRIDAY };
  await run(school.cache, 'absences.record', aCall({ studentId: school.student.id, ...later }));
  const [owed, free] = await school.cache.rows('absence');
  expect(owed).toMatchObject({ fromDay: MONDAY, excuseExpected: 'certificate', excuse: 'open' });
  expect(free).toMatchObject({ fromDay: FRIDAY, excuseExpected: 'none', excuse: 'excused' });
});

test('the duty asks nothing of a child who sees the doctor or keeps away from ice', async () => {
  await seed(school.cache, { certificateDuty: aDuty({ studentId: school.student.id }) });
  await run(school.cache, 'absences.record', aCall({ studentId: school.student.id, reason: 'weather' }));
  expect(await school.cache.rows('absence')).toMatchObject([{ excuseExpected: 'none', excuse: 'excused' }]);
});

test('an illness of the closed list is kept apart from the absence', async () => {
  const call = aCall({ studentId: school.student.id, notifiable: 'scarletFever' });
  await run(school.cache, 'absences.record', call, { at: '07:50' });
  expect(await school.cache.rows('absenceNotifiable')).toEqual([
    {
      id: call.absenceId,
      studentId: school.student.id,
      illness: 'scarletFever',
      notedAt: at('07:50'),
      healthOfficeNotifiedAt: null,
    },
  ]);
  const { absenceNotifiable: _kept, ...others } = await contentOf(school.cache);
  expect(JSON.stringify(others)).not.toContain('scarletFever');
});

test('a second report of the same illness does not make the notice due again', async () => {
  const call = aCall({ studentId: school.student.id, notifiable: 'measles' });
  await run(school.cache, 'absences.record', call);
  const told = { absenceId: call.absenceId, studentId: school.student.id };
  await run(school.cache, 'absences.noteHealthOfficeNotice', told, { at: '08:30' });
  await run(school.cache, 'absences.record', aCall({ studentId: school.student.id, notifiable: 'measles' }));
  expect(await school.cache.rows('absenceNotifiable')).toMatchObject([
    { healthOfficeNotifiedAt: at('08:30') },
  ]);
});
