import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NotifiableIllness } from '../../../src-shared/absences/notifiable-illness.ts';
import type { Actor } from '../../../src-shared/contract/command.ts';
import { aCall, aWaitingReport } from '../../support/builders/absences.ts';
import { anId } from '../../support/builders/ids.ts';
import { type OneChildSchool, openOneChildSchool } from '../../support/builders/opened-school.ts';
import { anOffice, at, FRIDAY, MONDAY, TUESDAY } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { aGuardian, aGuardianship } from '../../support/builders/students.ts';
import { contentOf, reasonOf, run } from '../../support/cache.ts';

let school: OneChildSchool;
let mother: Actor;
beforeEach(async () => {
  school = await openOneChildSchool();
  const guardian = aGuardian();
  mother = { id: guardian.id, role: 'guardian', name: 'Aylin Yılmaz' };
  await seed(school.cache, { guardian });
});
afterEach(() => school.cache.close());

function tie(blocked: 0 | 1 = 0) {
  return seed(school.cache, {
    guardianship: aGuardianship({ studentId: school.student.id, guardianId: mother.id, blocked }),
  });
}

function portalReport() {
  return {
    reportId: anId(),
    studentId: school.student.id,
    fromDay: MONDAY,
    untilDay: TUESDAY,
    reason: 'illness' as const,
    span: 'wholeDay' as const,
    atTime: null,
    remark: 'Fieber seit gestern',
  };
}

async function waiting(fields: Partial<ReturnType<typeof aWaitingReport>> = {}) {
  const report = aWaitingReport({ studentId: school.student.id, untilDay: TUESDAY, ...fields });
  await seed(school.cache, { absenceReport: report });
  return report;
}

function accept(
  reportId: string,
  fields: { absenceId?: string; corrections?: object; notifiable?: NotifiableIllness | null } = {},
) {
  return run(
    school.cache,
    'absences.acceptReport',
    { reportId, studentId: school.student.id, absenceId: anId(), corrections: {}, ...fields },
    { at: '07:55' },
  );
}

function reject(reportId: string) {
  return run(school.cache, 'absences.rejectReport', {
    reportId,
    studentId: school.student.id,
    rejection: 'Bitte rufen Sie an.',
  });
}

test('a guardian of the child reports, and the report waits', async () => {
  await tie();
  const report = portalReport();
  expect(reasonOf(await run(school.cache, 'absences.report', report, { actor: mother }))).toBe('accepted');
  expect(await school.cache.rows('absenceReport')).toMatchObject([
    { id: report.reportId, state: 'waiting', channel: 'portal', reporterRelation: 'mother', absenceId: null },
  ]);
  expect(await school.cache.rows('absence')).toEqual([]);
});

test('S01 a blocked or foreign guardian reports nothing', async () => {
  expect(reasonOf(await run(school.cache, 'absences.report', portalReport(), { actor: mother }))).toBe(
    'studentUnknown',
  );
  await tie(1);
  expect(reasonOf(await run(school.cache, 'absences.report', portalReport(), { actor: mother }))).toBe(
    'studentUnknown',
  );
  expect(await school.cache.rows('absenceReport')).toEqual([]);
});

test('R04 a report that comes twice waits once', async () => {
  await tie();
  const report = portalReport();
  await run(school.cache, 'absences.report', report, { actor: mother });
  const content = await contentOf(school.cache);
  await run(school.cache, 'absences.report', report, { actor: mother });
  expect(await contentOf(school.cache)).toEqual(content);
});

test('accepting makes the absence, with who decided', async () => {
  const report = await waiting({ remark: 'Fieber' });
  const absenceId = anId();
  expect(await accept(report.id, { absenceId })).toMatchObject({ result: { absenceId } });
  expect(await school.cache.rows('absence')).toMatchObject([
    { id: absenceId, fromDay: MONDAY, untilDay: TUESDAY, remark: 'Fieber', excuse: 'excused' },
  ]);
  expect(await school.cache.rows('absenceReport')).toMatchObject([
    { state: 'accepted', absenceId, decidedBy: anOffice().id, decidedAt: at('07:55') },
  ]);
});

test.each([
  ['wholeDay', 1],
  ['leavesEarly', 1],
  ['arrivesLate', 0],
] as const)('accepting %s says the same of care and lunch as a call would', async (span, off) => {
  const report = await waiting({ span });
  await accept(report.id);
  expect(await school.cache.rows('absence')).toMatchObject([{ offAllDayCare: off, offLunch: off }]);
});

test('accepting with corrections files what the office has put right', async () => {
  const report = await waiting();
  await accept(report.id, { corrections: { untilDay: FRIDAY, reason: 'doctor', remark: undefined } });
  expect(await school.cache.rows('absence')).toMatchObject([
    { untilDay: FRIDAY, reason: 'doctor', remark: null },
  ]);
});

test('a correction that reverses the range is refused, and the report waits on', async () => {
  const report = await waiting();
  expect(reasonOf(await accept(report.id, { corrections: { untilDay: '2026-11-02' } }))).toBe(
    'rangeReversed',
  );
  expect(await school.cache.rows('absenceReport')).toMatchObject([{ state: 'waiting' }]);
});

test('accepting joins the call that came before', async () => {
  const call = aCall({ studentId: school.student.id });
  await run(school.cache, 'absences.record', call);
  const report = await waiting();
  expect(await accept(report.id)).toMatchObject({ result: { absenceId: call.absenceId } });
  expect(await school.cache.rows('absence')).toMatchObject([{ untilDay: TUESDAY }]);
});

test('two desks that accept the same report agree, and both ids lead to the absence', async () => {
  const report = await waiting();
  const [first, second] = [anId(), anId()];
  await accept(report.id, { absenceId: first });
  expect(await accept(report.id, { absenceId: second })).toMatchObject({ result: { absenceId: first } });
  expect(await school.cache.rows('absence')).toHaveLength(1);
  const named = { absenceId: second, studentId: school.student.id };
  expect(reasonOf(await run(school.cache, 'absences.excuse', { ...named, excuse: 'unexcused' }))).toBe(
    'accepted',
  );
});

test('rejecting keeps the report with the reason, and makes no absence', async () => {
  const report = await waiting();
  expect(reasonOf(await reject(report.id))).toBe('accepted');
  expect(await school.cache.rows('absenceReport')).toMatchObject([
    { state: 'rejected', rejection: 'Bitte rufen Sie an.', decidedBy: anOffice().id },
  ]);
  expect(await school.cache.rows('absence')).toEqual([]);
});

test('what was rejected stays rejected, what was accepted stays accepted', async () => {
  const [rejected, accepted] = [await waiting(), await waiting()];
  await reject(rejected.id);
  await accept(accepted.id);
  const content = await contentOf(school.cache);
  expect(reasonOf(await accept(rejected.id))).toBe('alreadyDecided');
  expect(reasonOf(await reject(accepted.id))).toBe('alreadyDecided');
  expect(await reject(rejected.id)).toMatchObject({ kind: 'accepted', changes: [] });
  expect(await contentOf(school.cache)).toEqual(content);
});

test('a report that is not there is refused', async () => {
  expect(reasonOf(await accept(anId()))).toBe('reportUnknown');
  expect(reasonOf(await reject(anId()))).toBe('reportUnknown');
});

test('accepting keeps everything the office has learned: call-back number, and an illness of § 34', async () => {
  const report = await waiting();
  const corrections = { callbackNumber: '0171 5555555', untilDay: FRIDAY };
  await accept(report.id, { corrections, notifiable: 'measles' });
  const [kept] = await school.cache.rows('absenceReport');
  expect(kept).toMatchObject({ state: 'accepted', callbackNumber: '0171 5555555', untilDay: FRIDAY });
  expect(await school.cache.rows('absenceNotifiable')).toMatchObject([
    { id: kept?.absenceId, illness: 'measles', healthOfficeNotifiedAt: null },
  ]);
});

test('I7 what one desk puts right is refused, not dropped, when another has accepted the report as it was', async () => {
  const report = await waiting();
  await accept(report.id);
  expect(reasonOf(await accept(report.id, { corrections: { untilDay: FRIDAY } }))).toBe('alreadyDecided');
  expect(reasonOf(await accept(report.id, { corrections: { untilDay: TUESDAY } }))).toBe('accepted');
});
