import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CommandArgs } from '../../../src-shared/contract/commands.ts';
import { anAbsence } from '../../support/builders/absences.ts';
import { anId } from '../../support/builders/ids.ts';
import { type OneChildSchool, openOneChildSchool } from '../../support/builders/opened-school.ts';
import { FRIDAY, MONDAY, TUESDAY } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { contentOf, reasonOf, run } from '../../support/cache.ts';

let school: OneChildSchool;
let named: { absenceId: string; studentId: string };
beforeEach(async () => {
  school = await openOneChildSchool();
});
afterEach(() => school.cache.close());

async function known(fields: Partial<ReturnType<typeof anAbsence>> = {}) {
  const absence = anAbsence({ studentId: school.student.id, ...fields });
  await seed(school.cache, { absence });
  named = { absenceId: absence.id, studentId: school.student.id };
}

function correct(fields: CommandArgs<'absences.correct'>['fields']) {
  return run(school.cache, 'absences.correct', { ...named, fields }, { at: '09:10' });
}

async function theAbsence() {
  const [absence] = await school.cache.rows('absence');
  return absence;
}

test('a correction changes the absence and its mark, and stands in the history', async () => {
  await known();
  expect(reasonOf(await correct({ untilDay: FRIDAY, reason: 'other' }))).toBe('accepted');
  expect(await theAbsence()).toMatchObject({ untilDay: FRIDAY, reason: 'other' });
  expect(await school.cache.rows('absenceMark')).toMatchObject([{ untilDay: FRIDAY }]);
  const [event] = await school.cache.rows('absenceEvent');
  expect(event).toMatchObject({ kind: 'corrected', actorName: 'Nermin Yıldız' });
  expect(JSON.parse(event?.changes ?? '[]')).toEqual([
    { field: 'untilDay', from: MONDAY, to: FRIDAY },
    { field: 'reason', from: 'illness', to: 'other' },
  ]);
});

test('a correction that changes nothing leaves no trace', async () => {
  await known();
  const content = await contentOf(school.cache);
  expect(await correct({ untilDay: MONDAY, reason: 'illness' })).toMatchObject({
    kind: 'accepted',
    changes: [],
  });
  expect(await correct({})).toMatchObject({ kind: 'accepted', changes: [] });
  expect(await correct({ remark: undefined })).toMatchObject({ kind: 'accepted', changes: [] });
  expect(await contentOf(school.cache)).toEqual(content);
});

test('a new span clears what belonged to the old one', async () => {
  await known({ span: 'arrivesLate', atTime: '09:00' });
  await correct({ span: 'lessons', fromLesson: 1, untilLesson: 2 });
  expect(await theAbsence()).toMatchObject({ span: 'lessons', atTime: null, fromLesson: 1, untilLesson: 2 });
  await correct({ span: 'wholeDay' });
  expect(await theAbsence()).toMatchObject({ span: 'wholeDay', fromLesson: null, untilLesson: null });
});

test('a reversed range, an unknown absence, a foreign child and a withdrawn absence are refused', async () => {
  await known();
  expect(reasonOf(await correct({ untilDay: '2026-11-02' }))).toBe('rangeReversed');
  named = { ...named, absenceId: anId() };
  expect(reasonOf(await correct({ untilDay: FRIDAY }))).toBe('absenceUnknown');
  await known();
  named = { ...named, studentId: anId() };
  expect(reasonOf(await correct({ untilDay: FRIDAY }))).toBe('absenceUnknown');
  await known({ withdrawn: 1 });
  expect(reasonOf(await correct({ untilDay: FRIDAY }))).toBe('alreadyWithdrawn');
});

test('withdrawing keeps the row, takes the mark away and is done once', async () => {
  await known();
  await correct({ untilDay: TUESDAY });
  expect(reasonOf(await run(school.cache, 'absences.withdraw', named))).toBe('accepted');
  expect(await theAbsence()).toMatchObject({ withdrawn: 1 });
  expect(await school.cache.rows('absenceMark')).toEqual([]);
  expect(await run(school.cache, 'absences.withdraw', named)).toMatchObject({
    kind: 'accepted',
    changes: [],
  });
});

test('excused and unexcused are decided, and the decision stands in the history', async () => {
  await known({ excuse: 'open', excuseExpected: 'written' });
  await run(school.cache, 'absences.excuse', { ...named, excuse: 'unexcused' });
  expect(await theAbsence()).toMatchObject({ excuse: 'unexcused' });
  expect((await school.cache.rows('absenceEvent')).map((event) => event.kind)).toEqual(['excuseDecided']);
});

test('the written excuse excuses', async () => {
  await known({ excuse: 'open', excuseExpected: 'written' });
  await run(school.cache, 'absences.noteWrittenExcuse', { ...named, on: TUESDAY });
  expect(await theAbsence()).toMatchObject({ writtenExcuseOn: TUESDAY, excuse: 'excused' });
});

test('a written excuse is not enough where a certificate is asked for; the certificate is', async () => {
  await known({ excuse: 'open', excuseExpected: 'certificate' });
  await run(school.cache, 'absences.noteWrittenExcuse', { ...named, on: TUESDAY });
  expect(await theAbsence()).toMatchObject({ writtenExcuseOn: TUESDAY, excuse: 'open' });
  await run(school.cache, 'absences.noteCertificate', { ...named, on: FRIDAY });
  expect(await theAbsence()).toMatchObject({ certificateSeenOn: FRIDAY, excuse: 'excused' });
});

test('asking for a certificate afterwards opens the excuse, asking no longer closes it', async () => {
  await known();
  await correct({ excuseExpected: 'certificate' });
  expect(await theAbsence()).toMatchObject({ excuse: 'open' });
  await correct({ excuseExpected: 'none' });
  expect(await theAbsence()).toMatchObject({ excuse: 'excused' });
  await known({ excuse: 'unexcused' });
  await correct({ excuseExpected: 'certificate' });
  expect((await school.cache.rows('absence')).at(-1)).toMatchObject({ excuse: 'unexcused' });
});

test('the health office is told once, also by an id that was merged', async () => {
  await known();
  const alias = { id: anId(), studentId: school.student.id, absenceId: named.absenceId };
  const illness = { illness: 'measles', notedAt: '2026-11-23T07:00:00.000Z', healthOfficeNotifiedAt: null };
  await seed(school.cache, {
    absenceAlias: alias,
    absenceNotifiable: { id: named.absenceId, studentId: school.student.id, ...illness },
  });
  const told = { absenceId: alias.id, studentId: school.student.id };
  await run(school.cache, 'absences.noteHealthOfficeNotice', told, { at: '08:30' });
  const content = await contentOf(school.cache);
  expect(content.absenceNotifiable).toMatchObject([{ healthOfficeNotifiedAt: '2026-11-23T07:30:00.000Z' }]);
  await run(school.cache, 'absences.noteHealthOfficeNotice', told, { at: '09:30' });
  expect(await contentOf(school.cache)).toEqual(content);
  const unknown = { ...told, absenceId: anId() };
  expect(reasonOf(await run(school.cache, 'absences.noteHealthOfficeNotice', unknown))).toBe(
    'absenceUnknown',
  );
});
