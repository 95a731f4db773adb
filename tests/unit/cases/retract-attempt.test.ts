import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AttemptOutcome } from '../../../src-shared/absences/words.ts';
import { lastTicks } from '../../../src-shared/roll-call/standing.ts';
import { aCall, aRollCallMark } from '../../support/builders/absences.ts';
import { anId } from '../../support/builders/ids.ts';
import { type OneChildSchool, openOneChildSchool } from '../../support/builders/opened-school.ts';
import { anOffice, aPrincipal, at, MONDAY, TUESDAY } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { contentOf, type EntryOptions, reasonOf, run } from '../../support/cache.ts';

let school: OneChildSchool;
beforeEach(async () => {
  school = await openOneChildSchool();
  await seed(school.cache, { rollCallMark: aRollCallMark({ studentId: school.student.id }) });
});
afterEach(() => school.cache.close());

async function called(outcome: AttemptOutcome): Promise<string> {
  const attemptId = anId();
  const said = { guardianId: null, contactName: 'Aylin Yılmaz', outcome, note: null };
  const args = { attemptId, studentId: school.student.id, day: MONDAY, ...said };
  expect(reasonOf(await run(school.cache, 'cases.recordAttempt', args, { at: '08:17' }))).toBe('accepted');
  return attemptId;
}

function retract(attemptId: string, options: EntryOptions = {}) {
  const args = { attemptId, studentId: school.student.id };
  return run(school.cache, 'cases.retractAttempt', args, { at: '08:18', ...options });
}

async function tick() {
  return lastTicks(await school.cache.rows('rollCallMark')).get(school.student.id);
}

test('a call noted by mistake stays in the log with the time it was taken back', async () => {
  const attemptId = await called('notReached');
  expect(reasonOf(await retract(attemptId))).toBe('accepted');
  expect(await school.cache.rows('contactAttempt')).toMatchObject([
    { id: attemptId, outcome: 'notReached', at: at('08:17'), retractedAt: at('08:18') },
  ]);
});

test('"ill" takes its report and the absence back, and the child is missing without a report again', async () => {
  await retract(await called('reachedIll'));
  expect(await school.cache.rows('absence')).toMatchObject([{ withdrawn: 1 }]);
  expect(await school.cache.rows('absenceMark')).toEqual([]);
  expect(await school.cache.rows('absenceReport')).toMatchObject([{ state: 'withdrawn' }]);
  expect(await tick()).toMatchObject({ state: 'missing' });
});

test('"ill" that had joined an absence leaves what was reported before', async () => {
  const late = aCall({
    studentId: school.student.id,
    span: 'arrivesLate',
    atTime: '09:00',
    reason: 'doctor',
  });
  await run(school.cache, 'absences.record', late);
  await retract(await called('reachedIll'));
  expect(await school.cache.rows('absence')).toMatchObject([
    { id: late.absenceId, span: 'arrivesLate', atTime: '09:00', reason: 'doctor', withdrawn: 0 },
  ]);
});

test('"just arrived" takes its tick back: the teacher’s own counts again, with its time and person', async () => {
  const before = await tick();
  const attemptId = await called('justArrived');
  expect(await tick()).toMatchObject({ state: 'late' });
  await retract(attemptId);
  expect(await tick()).toEqual(before);
});

test('"just arrived" taken back leaves what the teacher has ticked since', async () => {
  const attemptId = await called('justArrived');
  await seed(school.cache, {
    rollCallMark: aRollCallMark({ studentId: school.student.id, state: 'present', at: at('08:19') }),
  });
  expect(reasonOf(await retract(attemptId, { at: '08:20' }))).toBe('accepted');
  expect(await tick()).toMatchObject({ state: 'present' });
});

describe('nothing is taken back', () => {
  test.each([
    ['corrected the absence', 'absences.correct', { fields: { untilDay: TUESDAY } }],
    ['seen the certificate', 'absences.noteCertificate', { on: MONDAY }],
    ['decided about the excuse', 'absences.excuse', { excuse: 'unexcused' }],
  ] as const)('when somebody has %s meanwhile', async (_, name, args) => {
    const attemptId = await called('reachedIll');
    const [absence] = await school.cache.rows('absence');
    const ofAbsence = { absenceId: absence?.id ?? '', studentId: school.student.id };
    // Name and arguments stand in one line of the table.
    await run(school.cache, name, { ...ofAbsence, ...args } as never, { actor: aPrincipal() });
    const before = await contentOf(school.cache);
    expect(reasonOf(await retract(attemptId))).toBe('workedOnSince');
    expect(await contentOf(school.cache)).toEqual(before);
  });

  test('by anybody but the person who called', async () => {
    const attemptId = await called('notReached');
    expect(reasonOf(await retract(attemptId, { actor: aPrincipal() }))).toBe('doneByOther');
    expect(await school.cache.rows('contactAttempt')).toMatchObject([
      { staffId: anOffice().id, retractedAt: null },
    ]);
  });

  test('of a call that is not there, or of another child', async () => {
    const attemptId = await called('notReached');
    expect(reasonOf(await retract(anId()))).toBe('entryUnknown');
    const foreign = { attemptId, studentId: anId() };
    expect(reasonOf(await run(school.cache, 'cases.retractAttempt', foreign))).toBe('entryUnknown');
  });
});

test.each(['reachedIll', 'justArrived', 'notReached'] as const)(
  'R04 "%s" taken back twice is taken back once',
  async (outcome) => {
    const attemptId = await called(outcome);
    await retract(attemptId);
    const content = await contentOf(school.cache);
    expect(await retract(attemptId)).toMatchObject({ kind: 'accepted', changes: [] });
    expect(await contentOf(school.cache)).toEqual(content);
  },
);
