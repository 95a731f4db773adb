import { afterEach, beforeEach, expect, test } from 'vitest';
import { aCall, aLeaveRequest } from '../../support/builders/absences.ts';
import { anId } from '../../support/builders/ids.ts';
import { type OneChildSchool, openOneChildSchool } from '../../support/builders/opened-school.ts';
import { aPrincipal, FRIDAY, MONDAY, TUESDAY } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { contentOf, reasonOf, run } from '../../support/cache.ts';

let school: OneChildSchool;
beforeEach(async () => {
  school = await openOneChildSchool();
});
afterEach(() => school.cache.close());

type Call = ReturnType<typeof aCall>;

async function recorded(fields: Partial<Call> = {}): Promise<Call> {
  const call = aCall({ studentId: school.student.id, ...fields });
  await run(school.cache, 'absences.record', call);
  return call;
}

function undo(call: Pick<Call, 'reportId'>) {
  return run(school.cache, 'absences.withdrawReport', {
    reportId: call.reportId,
    studentId: school.student.id,
  });
}

test('undo of the only report withdraws the absence and its mark; the history stays', async () => {
  const call = await recorded();
  expect(await undo(call)).toMatchObject({ kind: 'accepted', result: { absenceWithdrawn: true } });
  expect(await school.cache.rows('absence')).toMatchObject([{ withdrawn: 1 }]);
  expect(await school.cache.rows('absenceMark')).toEqual([]);
  expect(await school.cache.rows('absenceReport')).toMatchObject([{ state: 'withdrawn' }]);
  expect((await school.cache.rows('absenceEvent')).map((event) => event.kind)).toEqual([
    'recorded',
    'withdrawn',
  ]);
});

test('undo twice changes nothing more', async () => {
  const call = await recorded();
  await undo(call);
  const content = await contentOf(school.cache);
  expect(await undo(call)).toMatchObject({
    kind: 'accepted',
    changes: [],
    result: { absenceWithdrawn: true },
  });
  expect(await contentOf(school.cache)).toEqual(content);
});

test('undo of a second report takes back the days that only it had said', async () => {
  await recorded();
  const second = await recorded({ untilDay: FRIDAY, remark: 'bis Freitag' });
  expect(await school.cache.rows('absence')).toMatchObject([{ untilDay: FRIDAY, remark: 'bis Freitag' }]);
  expect(await undo(second)).toMatchObject({ result: { absenceWithdrawn: false } });
  expect(await school.cache.rows('absence')).toMatchObject([
    { untilDay: MONDAY, remark: null, withdrawn: 0 },
  ]);
  expect(await school.cache.rows('absenceMark')).toMatchObject([{ untilDay: MONDAY }]);
});

test('undo of the first report leaves what the second had said', async () => {
  const first = await recorded({ untilDay: TUESDAY });
  await recorded({ fromDay: TUESDAY, untilDay: FRIDAY });
  await undo(first);
  expect(await school.cache.rows('absence')).toMatchObject([{ fromDay: TUESDAY, untilDay: FRIDAY }]);
});

test('a whole day that only the withdrawn report had said becomes the late arrival again', async () => {
  await recorded({ span: 'arrivesLate', atTime: '09:00', reason: 'doctor' });
  const ill = await recorded();
  await undo(ill);
  expect(await school.cache.rows('absence')).toMatchObject([
    { span: 'arrivesLate', atTime: '09:00', reason: 'doctor' },
  ]);
});

test('what a person has corrected since stays', async () => {
  const first = await recorded();
  const second = await recorded({ untilDay: FRIDAY });
  const fields = { untilDay: TUESDAY };
  await run(school.cache, 'absences.correct', {
    absenceId: first.absenceId,
    studentId: school.student.id,
    fields,
  });
  await undo(second);
  expect(await school.cache.rows('absence')).toMatchObject([{ untilDay: TUESDAY }]);
});

test('leave that was granted does not go with a report that had joined it', async () => {
  const request = aLeaveRequest({ studentId: school.student.id });
  await seed(school.cache, { leaveRequest: request });
  const grant = { requestId: request.id, studentId: school.student.id, absenceId: anId() };
  await run(school.cache, 'absences.grantLeave', grant, { actor: aPrincipal() });
  const call = await recorded({ reason: 'leave' });
  expect(await undo(call)).toMatchObject({ result: { absenceWithdrawn: false } });
  expect(await school.cache.rows('absence')).toMatchObject([{ id: grant.absenceId, withdrawn: 0 }]);
});

test('an unknown report, or one of another child, is refused', async () => {
  const call = await recorded();
  expect(reasonOf(await undo({ reportId: anId() }))).toBe('reportUnknown');
  const foreign = { reportId: call.reportId, studentId: anId() };
  expect(reasonOf(await run(school.cache, 'absences.withdrawReport', foreign))).toBe('reportUnknown');
});

test('undo without the absence at hand still takes the report back', async () => {
  const call = await recorded();
  const [absence] = await school.cache.rows('absence');
  await school.cache.apply([
    { kind: 'remove', table: 'absence', id: absence?.id ?? '', rootId: school.student.id },
  ]);
  expect(await undo(call)).toMatchObject({ kind: 'accepted', result: { absenceWithdrawn: false } });
  expect(await school.cache.rows('absenceReport')).toMatchObject([{ state: 'withdrawn' }]);
});
