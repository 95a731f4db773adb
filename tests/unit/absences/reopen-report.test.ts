import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aCall, aReport, aWaitingReport } from '../../support/builders/absences.ts';
import { anId } from '../../support/builders/ids.ts';
import { type OneChildSchool, openOneChildSchool } from '../../support/builders/opened-school.ts';
import { anOffice, aPrincipal, at, FRIDAY, MONDAY, TUESDAY } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { contentOf, type EntryOptions, reasonOf, run } from '../../support/cache.ts';

let school: OneChildSchool;
beforeEach(async () => {
  school = await openOneChildSchool();
});
afterEach(() => school.cache.close());

type Report = ReturnType<typeof aWaitingReport>;

async function waiting(fields: Partial<Report> = {}): Promise<Report> {
  const report = aWaitingReport({ studentId: school.student.id, untilDay: TUESDAY, ...fields });
  await seed(school.cache, { absenceReport: report });
  return report;
}

function accept(reportId: string, corrections: object = {}, options: EntryOptions = {}) {
  const args = { reportId, studentId: school.student.id, absenceId: anId(), corrections };
  return run(school.cache, 'absences.acceptReport', args, { at: '07:55', ...options });
}

function reject(reportId: string, options: EntryOptions = {}) {
  const args = { reportId, studentId: school.student.id, rejection: 'Bitte rufen Sie an.' };
  return run(school.cache, 'absences.rejectReport', args, { at: '07:55', ...options });
}

function reopen(reportId: string, options: EntryOptions = {}) {
  const args = { reportId, studentId: school.student.id };
  return run(school.cache, 'absences.reopenReport', args, { at: '07:56', ...options });
}

const kinds = async () => (await school.cache.rows('absenceEvent')).map((event) => event.kind);

test('an accepted report waits again as it came, and its absence is withdrawn, not forgotten', async () => {
  const report = await waiting({ remark: 'Fieber' });
  await accept(report.id);
  expect(reasonOf(await reopen(report.id))).toBe('accepted');
  expect(await school.cache.rows('absenceReport')).toEqual([report]);
  expect(await school.cache.rows('absence')).toMatchObject([{ withdrawn: 1 }]);
  expect(await school.cache.rows('absenceMark')).toEqual([]);
  expect(await kinds()).toEqual(['reportAccepted', 'reportReopened']);
  expect(await school.cache.rows('reportEvent')).toMatchObject([
    { reportId: report.id, kind: 'acceptanceTakenBack', at: at('07:56'), actorName: anOffice().name },
  ]);
});

test('a report that was put right waits again in the guardian’s own words', async () => {
  const report = await waiting({ remark: 'bis Freitag?' });
  await accept(report.id, { untilDay: FRIDAY, reason: 'doctor', remark: null, span: 'wholeDay' });
  const [accepted] = await school.cache.rows('absenceReport');
  expect(accepted).toMatchObject({ untilDay: FRIDAY, reason: 'doctor', remark: null });
  expect(JSON.parse(accepted?.asReported ?? '')).toEqual({
    untilDay: TUESDAY,
    reason: 'illness',
    remark: 'bis Freitag?',
  });
  await reopen(report.id);
  expect(await school.cache.rows('absenceReport')).toEqual([report]);
});

test('a rejected report waits again; that and what the guardian was told stays on record', async () => {
  const report = await waiting();
  await reject(report.id);
  expect(reasonOf(await reopen(report.id))).toBe('accepted');
  expect(await school.cache.rows('absenceReport')).toEqual([report]);
  expect(await school.cache.rows('reportEvent')).toMatchObject([
    { kind: 'rejected', words: 'Bitte rufen Sie an.', at: at('07:55') },
    { kind: 'rejectionTakenBack', words: null, at: at('07:56') },
  ]);
});

test('it can be decided anew', async () => {
  const report = await waiting();
  await accept(report.id);
  await reopen(report.id);
  await reject(report.id);
  await reopen(report.id);
  expect(reasonOf(await accept(report.id))).toBe('accepted');
  const absences = await school.cache.rows('absence');
  expect(absences.map((absence) => absence.withdrawn)).toEqual([1, 0]);
});

test('what joined the absence meanwhile keeps it; only what this report alone had said goes', async () => {
  const report = await waiting({ untilDay: FRIDAY, remark: 'Portal' });
  await accept(report.id);
  await run(school.cache, 'absences.record', aCall({ studentId: school.student.id, remark: 'Telefon' }));
  expect(reasonOf(await reopen(report.id))).toBe('accepted');
  expect(await school.cache.rows('absence')).toMatchObject([
    { fromDay: MONDAY, untilDay: MONDAY, remark: 'Telefon', withdrawn: 0 },
  ]);
  expect((await kinds()).at(-1)).toBe('reportReopened');
});

describe('nothing is taken back', () => {
  test('of what somebody else has decided', async () => {
    const [first, second] = [await waiting(), await waiting({ fromDay: FRIDAY, untilDay: FRIDAY })];
    await accept(first.id, {}, { actor: aPrincipal() });
    await reject(second.id, { actor: aPrincipal() });
    // The office accepted too, a moment later: the first decision stands.
    await accept(first.id);
    const before = await contentOf(school.cache);
    expect(reasonOf(await reopen(first.id))).toBe('doneByOther');
    expect(reasonOf(await reopen(second.id))).toBe('doneByOther');
    expect(await contentOf(school.cache)).toEqual(before);
  });

  test.each([
    ['corrected', 'absences.correct', { fields: { untilDay: FRIDAY } }],
    ['decided about', 'absences.excuse', { excuse: 'unexcused' }],
  ] as const)('when the absence was %s meanwhile and would go', async (_, name, args) => {
    const report = await waiting();
    await accept(report.id);
    const [absence] = await school.cache.rows('absence');
    const ofAbsence = { absenceId: absence?.id ?? '', studentId: school.student.id };
    // Name and arguments stand in one line of the table.
    await run(school.cache, name, { ...ofAbsence, ...args } as never, { actor: aPrincipal() });
    const before = await contentOf(school.cache);
    expect(reasonOf(await reopen(report.id))).toBe('workedOnSince');
    expect(await contentOf(school.cache)).toEqual(before);
  });

  test('when the health office was told of it', async () => {
    const report = await waiting();
    await accept(report.id);
    const [absence] = await school.cache.rows('absence');
    const noted = { illness: 'measles', notedAt: at('07:55'), healthOfficeNotifiedAt: at('07:56') };
    await seed(school.cache, {
      absenceNotifiable: { id: absence?.id ?? '', studentId: school.student.id, ...noted },
    });
    expect(reasonOf(await reopen(report.id))).toBe('workedOnSince');
  });

  test('of a call that was taken down: it never waited', async () => {
    const call = aCall({ studentId: school.student.id });
    await run(school.cache, 'absences.record', call);
    expect(reasonOf(await reopen(call.reportId))).toBe('reportUnknown');
  });

  test('of a report that is not there, of another child, or withdrawn', async () => {
    const report = await waiting();
    const gone = aReport({ studentId: school.student.id, channel: 'portal', state: 'withdrawn' });
    await seed(school.cache, { absenceReport: gone });
    expect(reasonOf(await reopen(anId()))).toBe('reportUnknown');
    expect(reasonOf(await reopen(gone.id))).toBe('alreadyWithdrawn');
    const foreign = { reportId: report.id, studentId: anId() };
    expect(reasonOf(await run(school.cache, 'absences.reopenReport', foreign))).toBe('reportUnknown');
  });
});

test('a correction that was taken back again keeps nobody from taking the report back', async () => {
  const report = await waiting();
  await accept(report.id);
  const [absence] = await school.cache.rows('absence');
  const ofAbsence = { absenceId: absence?.id ?? '', studentId: school.student.id };
  const corrected = await run(school.cache, 'absences.correct', {
    ...ofAbsence,
    fields: { untilDay: FRIDAY },
  });
  const eventId = corrected.kind === 'accepted' ? (corrected.result.eventId ?? '') : '';
  await run(school.cache, 'absences.retractChange', { ...ofAbsence, eventId });
  expect(reasonOf(await reopen(report.id))).toBe('accepted');
  expect(await school.cache.rows('absence')).toMatchObject([{ withdrawn: 1 }]);
});

test.each(['accepted', 'rejected'] as const)(
  'R04 %s and reopened twice is reopened once',
  async (decision) => {
    const report = await waiting();
    await (decision === 'accepted' ? accept(report.id, { untilDay: FRIDAY }) : reject(report.id));
    await reopen(report.id);
    const content = await contentOf(school.cache);
    expect(await reopen(report.id)).toMatchObject({ kind: 'accepted', changes: [] });
    expect(await contentOf(school.cache)).toEqual(content);
  },
);
