import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AttemptOutcome } from '../../../src-shared/absences/words.ts';
import { aCall, aRollCallMark } from '../../support/builders/absences.ts';
import { anId } from '../../support/builders/ids.ts';
import { type OneChildSchool, openOneChildSchool } from '../../support/builders/opened-school.ts';
import { anOffice, aPrincipal, at, MONDAY } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { aStudent } from '../../support/builders/students.ts';
import { contentOf, reasonOf, run } from '../../support/cache.ts';

let school: OneChildSchool;
beforeEach(async () => {
  school = await openOneChildSchool();
  await seed(school.cache, { rollCallMark: aRollCallMark({ studentId: school.student.id }) });
});
afterEach(() => school.cache.close());

function call(outcome: AttemptOutcome, fields: object = {}, entryId = anId()) {
  const args = {
    attemptId: anId(),
    studentId: school.student.id,
    day: MONDAY,
    guardianId: null,
    contactName: 'Aylin Yılmaz',
    outcome,
    note: null,
    ...fields,
  };
  return run(school.cache, 'cases.recordAttempt', args, { at: '08:17', entryId });
}

test.each(['notReached', 'messageLeft', 'onTheWay', 'other'] as const)(
  '"%s" is kept with time and person, and changes nothing else',
  async (outcome) => {
    expect(reasonOf(await call(outcome, { note: 'Mailbox' }))).toBe('accepted');
    expect(await school.cache.rows('contactAttempt')).toMatchObject([
      { outcome, note: 'Mailbox', at: at('08:17'), staffId: anOffice().id, contactName: 'Aylin Yılmaz' },
    ]);
    expect(await school.cache.rows('absence')).toEqual([]);
    expect(await school.cache.rows('rollCallMark')).toMatchObject([{ state: 'missing' }]);
  },
);

test('"ill" makes the absence of the day and its report', async () => {
  await call('reachedIll', { note: 'Fieber, kommt morgen' });
  expect(await school.cache.rows('absence')).toMatchObject([
    { fromDay: MONDAY, untilDay: MONDAY, reason: 'illness', span: 'wholeDay', offLunch: 1, offAllDayCare: 1 },
  ]);
  expect(await school.cache.rows('absenceReport')).toMatchObject([
    { state: 'accepted', channel: 'phone', reporterName: 'Aylin Yılmaz', remark: 'Fieber, kommt morgen' },
  ]);
});

test('"ill" of a child who was to come later makes the whole day of it', async () => {
  const late = aCall({ studentId: school.student.id, span: 'arrivesLate', atTime: '09:00' });
  await run(school.cache, 'absences.record', late);
  await call('reachedIll');
  expect(await school.cache.rows('absence')).toMatchObject([{ id: late.absenceId, span: 'wholeDay' }]);
});

test('"just arrived" becomes the late mark, minutes counted from the start of lessons', async () => {
  await call('justArrived');
  expect(await school.cache.rows('rollCallMark')).toMatchObject([
    { state: 'missing' },
    { state: 'late', minutesLate: 17, at: at('08:17'), staffId: anOffice().id },
  ]);
});

test('"just arrived" of a child without a class is kept all the same', async () => {
  const wanderer = aStudent({ classId: null });
  await seed(school.cache, { student: wanderer });
  expect(reasonOf(await call('justArrived', { studentId: wanderer.id }))).toBe('accepted');
  expect(await school.cache.rows('contactAttempt')).toHaveLength(1);
});

test.each(['reachedIll', 'justArrived', 'notReached'] as const)(
  'R04 "%s" that comes twice has one effect',
  async (outcome) => {
    const [attemptId, entryId] = [anId(), anId()];
    await call(outcome, { attemptId }, entryId);
    const content = await contentOf(school.cache);
    expect(await call(outcome, { attemptId }, entryId)).toMatchObject({ kind: 'accepted', changes: [] });
    expect(await contentOf(school.cache)).toEqual(content);
  },
);

test('a call about an unknown child is refused', async () => {
  expect(reasonOf(await call('notReached', { studentId: anId() }))).toBe('studentUnknown');
});

test('a worrying factor goes to the head, who decides', async () => {
  const concern = {
    concernId: anId(),
    studentId: school.student.id,
    day: MONDAY,
    factor: 'custodyConflict' as const,
    note: 'Vater stand vor der Tür',
  };
  await run(school.cache, 'cases.raiseConcern', concern, { at: '08:20' });
  await run(school.cache, 'cases.raiseConcern', concern, { at: '08:21' });
  expect(await school.cache.rows('caseConcern')).toMatchObject([{ at: at('08:20'), decision: null }]);
  const decision = {
    concernId: concern.concernId,
    studentId: school.student.id,
    decision: 'police' as const,
  };
  await run(school.cache, 'cases.decideConcern', decision, { actor: aPrincipal(), at: '08:25' });
  expect(await school.cache.rows('caseConcern')).toMatchObject([
    {
      decision: 'police',
      decidedBy: aPrincipal().id,
      decidedAt: at('08:25'),
      note: 'Vater stand vor der Tür',
    },
  ]);
});

test('concerns about an unknown child, and decisions about unknown concerns, are refused', async () => {
  const concern = { concernId: anId(), day: MONDAY, factor: 'other' as const, note: null };
  const raised = await run(school.cache, 'cases.raiseConcern', { ...concern, studentId: anId() });
  expect(reasonOf(raised)).toBe('studentUnknown');
  const decision = { concernId: anId(), studentId: school.student.id, decision: 'cleared' as const };
  expect(reasonOf(await run(school.cache, 'cases.decideConcern', decision))).toBe('concernUnknown');
});
