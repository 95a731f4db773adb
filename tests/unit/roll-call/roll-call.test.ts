import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lastRollCalls, lastTicks } from '../../../src-shared/roll-call/standing.ts';
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

function report(options: EntryOptions & { classId?: string; rollCallId?: string } = {}) {
  const { classId = school.schoolClass.id, rollCallId = anId(), ...entry } = options;
  return run(school.cache, 'rollCall.report', { rollCallId, classId, day: MONDAY }, entry);
}

test('a tick says who saw what, and when', async () => {
  const actor = aTeacher();
  expect(reasonOf(await tick('missing', { actor, at: '08:05' }))).toBe('accepted');
  expect(await school.cache.rows('rollCallMark')).toMatchObject([
    { classId: school.schoolClass.id, day: MONDAY, state: 'missing', at: at('08:05'), staffId: actor.id },
  ]);
});

async function ticksThatCount(day = MONDAY) {
  const marks = (await school.cache.rows('rollCallMark')).filter((mark) => mark.day === day);
  return [...lastTicks(marks).values()];
}

test('the last tick of the day counts; those before it are kept', async () => {
  await tick('missing', { at: '08:05' });
  await tick('late', { at: '08:12' });
  await tick('present', { at: '08:13' });
  await tick('missing', { day: TUESDAY, at: at('08:05', TUESDAY) });
  expect(await ticksThatCount()).toMatchObject([{ state: 'present', minutesLate: null, at: at('08:13') }]);
  expect(await ticksThatCount(TUESDAY)).toMatchObject([{ state: 'missing' }]);
  expect(await school.cache.rows('rollCallMark')).toHaveLength(4);
});

test('of two desks the later tick counts, whichever of them reaches the server first', async () => {
  await tick('present', { at: '08:06' });
  await tick('missing', { at: '08:05' });
  expect(await ticksThatCount()).toMatchObject([{ state: 'present' }]);
});

test('R04 a tick or a report that comes twice changes nothing more', async () => {
  const [markId, rollCallId] = [anId(), anId()];
  await tick('missing', { markId, at: '08:05' });
  await report({ rollCallId, at: '08:06' });
  const content = await contentOf(school.cache);
  await tick('missing', { markId, at: '08:05' });
  await report({ rollCallId, at: '08:06' });
  expect(await contentOf(school.cache)).toEqual(content);
});

test('a child without a class, an unknown child and an unknown class are refused', async () => {
  const wanderer = aStudent({ classId: null });
  await seed(school.cache, { student: wanderer });
  expect(reasonOf(await tick('missing', { studentId: wanderer.id }))).toBe('classUnknown');
  expect(reasonOf(await tick('missing', { studentId: anId() }))).toBe('studentUnknown');
  expect(reasonOf(await report({ classId: anId() }))).toBe('classUnknown');
});

test('"Klasse hat gemeldet" of two people is kept twice, and the last counts', async () => {
  const actor = aTeacher();
  await report({ at: '08:04' });
  await report({ actor, at: '08:09' });
  const rollCalls = await school.cache.rows('rollCall');
  expect(rollCalls).toHaveLength(2);
  expect([...lastRollCalls(rollCalls).values()]).toMatchObject([
    { classId: school.schoolClass.id, day: MONDAY, reportedAt: at('08:09'), staffId: actor.id },
  ]);
});

test('one’s own tick is taken back, and the one before it counts again', async () => {
  const [first, second] = [anId(), anId()];
  await tick('missing', { markId: first, at: '08:05', actor: aTeacher() });
  await tick('late', { markId: second, at: '08:12' });
  const retract = (markId: string, studentId = school.student.id) =>
    run(school.cache, 'rollCall.retractMark', { markId, studentId }, { at: '08:13' });
  expect(reasonOf(await retract(second))).toBe('accepted');
  expect(await ticksThatCount()).toMatchObject([{ id: first, state: 'missing' }]);
  expect(await retract(second)).toMatchObject({ kind: 'accepted', changes: [] });
  expect(await school.cache.rows('rollCallMark')).toMatchObject([{}, { retractedAt: at('08:13') }]);
  expect(reasonOf(await retract(first))).toBe('doneByOther');
  expect(reasonOf(await retract(anId()))).toBe('entryUnknown');
  expect(reasonOf(await retract(second, anId()))).toBe('entryUnknown');
});

test('a tick taken back leaves nothing said, if nothing was said before', async () => {
  const markId = anId();
  await tick('missing', { markId });
  await run(school.cache, 'rollCall.retractMark', { markId, studentId: school.student.id });
  expect(await ticksThatCount()).toEqual([]);
});

describe('"Klasse hat gemeldet" taken back', () => {
  const retract = (rollCallId: string, options: EntryOptions = {}) =>
    run(school.cache, 'rollCall.retract', { rollCallId, classId: school.schoolClass.id }, options);
  const counting = async () => [...lastRollCalls(await school.cache.rows('rollCall')).values()];

  test('the class has not reported, and the row stays with both times', async () => {
    const rollCallId = anId();
    await report({ rollCallId, at: '08:04' });
    expect(reasonOf(await retract(rollCallId, { at: '08:06' }))).toBe('accepted');
    expect(await counting()).toEqual([]);
    expect(await school.cache.rows('rollCall')).toMatchObject([
      { reportedAt: at('08:04'), retractedAt: at('08:06') },
    ]);
    expect(await retract(rollCallId)).toMatchObject({ kind: 'accepted', changes: [] });
    await report({ at: '08:10' });
    expect(await counting()).toMatchObject([{ reportedAt: at('08:10') }]);
  });

  test('what a colleague has reported as well stays reported', async () => {
    const [own, rollCallId] = [anId(), anId()];
    const colleague = aTeacher();
    await report({ rollCallId: own, at: '08:04' });
    await report({ rollCallId, actor: colleague, at: '08:05' });
    await retract(own);
    expect(await counting()).toMatchObject([{ staffId: colleague.id }]);
    expect(reasonOf(await retract(rollCallId))).toBe('doneByOther');
    expect(reasonOf(await retract(anId()))).toBe('entryUnknown');
  });
});
