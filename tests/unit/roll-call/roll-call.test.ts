import { afterEach, beforeEach, expect, test } from 'vitest';
import { anId } from '../../support/builders/ids.ts';
import { type OneChildSchool, openOneChildSchool } from '../../support/builders/opened-school.ts';
import { aTeacher, at, MONDAY, TUESDAY } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { aStudent } from '../../support/builders/students.ts';
import { contentOf, type EntryOptions, reasonOf, run } from '../../support/cache.ts';

let school: OneChildSchool;
beforeEach(async () => {
  school = await openOneChildSchool();
});
afterEach(() => school.cache.close());

type State = 'missing' | 'late' | 'present';

function tick(
  state: State,
  options: EntryOptions & { markId?: string; day?: string; studentId?: string } = {},
) {
  const { markId = anId(), day = MONDAY, studentId = school.student.id, ...entry } = options;
  const args = { markId, studentId, day, state, minutesLate: state === 'late' ? 12 : null };
  return run(school.cache, 'rollCall.mark', args, entry);
}

function report(options: EntryOptions & { classId?: string } = {}) {
  const { classId = school.schoolClass.id, ...entry } = options;
  return run(school.cache, 'rollCall.report', { rollCallId: anId(), classId, day: MONDAY }, entry);
}

test('a tick says who saw what, and when', async () => {
  const actor = aTeacher();
  expect(reasonOf(await tick('missing', { actor, at: '08:05' }))).toBe('accepted');
  expect(await school.cache.rows('rollCallMark')).toMatchObject([
    { classId: school.schoolClass.id, day: MONDAY, state: 'missing', at: at('08:05'), staffId: actor.id },
  ]);
});

test('the last tick of the day counts, and there is one mark per child and day', async () => {
  await tick('missing', { at: '08:05' });
  await tick('late', { at: '08:12' });
  await tick('present', { at: '08:13' });
  await tick('missing', { day: TUESDAY, at: at('08:05', TUESDAY) });
  expect(await school.cache.rows('rollCallMark')).toMatchObject([
    { day: MONDAY, state: 'present', minutesLate: null, at: at('08:13') },
    { day: TUESDAY, state: 'missing' },
  ]);
});

test('two teachers who tick the same child offline leave one mark', async () => {
  await tick('missing', { markId: anId(), at: '08:05' });
  const second = await tick('missing', { markId: anId(), at: '08:06' });
  const [mark] = await school.cache.rows('rollCallMark');
  expect(second).toMatchObject({ result: { markId: mark?.id } });
});

test('R04 a tick or a report that comes twice changes nothing more', async () => {
  const markId = anId();
  await tick('missing', { markId, at: '08:05' });
  await report({ at: '08:06' });
  const content = await contentOf(school.cache);
  await tick('missing', { markId, at: '08:05' });
  await report({ at: '08:06' });
  expect(await contentOf(school.cache)).toEqual(content);
});

test('a child without a class, an unknown child and an unknown class are refused', async () => {
  const wanderer = aStudent({ classId: null });
  await seed(school.cache, { student: wanderer });
  expect(reasonOf(await tick('missing', { studentId: wanderer.id }))).toBe('classUnknown');
  expect(reasonOf(await tick('missing', { studentId: anId() }))).toBe('studentUnknown');
  expect(reasonOf(await report({ classId: anId() }))).toBe('classUnknown');
});

test('"Klasse hat gemeldet" is kept once per class and day, with the last time', async () => {
  const actor = aTeacher();
  await report({ at: '08:04' });
  await report({ actor, at: '08:09' });
  expect(await school.cache.rows('rollCall')).toMatchObject([
    { classId: school.schoolClass.id, day: MONDAY, reportedAt: at('08:09'), staffId: actor.id },
  ]);
});
