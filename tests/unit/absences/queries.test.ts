import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { absenceDetail } from '../../../src-main/core/absences/detail.ts';
import { listAbsences } from '../../../src-main/core/absences/list.ts';
import { absencesOfStudent } from '../../../src-main/core/absences/of-student.ts';
import { listAbsences as listDefinition } from '../../../src-shared/absences/contract.ts';
import type { OperationArgs } from '../../../src-shared/contract/staff-contract.ts';
import { asContract } from '../../support/answers.ts';
import {
  aCall,
  aDuty,
  aLeaveRequest,
  anAbsence,
  aReport,
  aWaitingReport,
} from '../../support/builders/absences.ts';
import { anId } from '../../support/builders/ids.ts';
import {
  type AddedChild,
  type MorningSchool,
  openMorningSchool,
} from '../../support/builders/morning-school.ts';
import {
  aFreePeriod,
  anOffice,
  aSetting,
  at,
  FRIDAY,
  FRIDAY_BEFORE,
  MONDAY,
  TUESDAY,
  WEDNESDAY,
} from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { run } from '../../support/cache.ts';

let school: MorningSchool;
let child: AddedChild;
beforeEach(async () => {
  school = await openMorningSchool();
  child = await school.addChild('Emir Yılmaz', '3b');
});
afterEach(() => school.cache.close());

async function list(fields: Partial<OperationArgs<'absences.list'>> = {}, today = MONDAY) {
  const args = listDefinition.args.parse({ fromDay: MONDAY, untilDay: MONDAY, ...fields });
  return asContract('absences.list', await listAbsences(school.cache.db, today, args));
}

async function add(fields: Partial<ReturnType<typeof anAbsence>> = {}) {
  const absence = anAbsence({ studentId: child.id, ...fields });
  await seed(school.cache, { absence });
  return absence.id;
}

describe('the list', () => {
  test('holds what shares a day with the range, the newest first', async () => {
    const before = await add({ fromDay: FRIDAY_BEFORE, untilDay: FRIDAY_BEFORE });
    const into = await add({ fromDay: FRIDAY_BEFORE, untilDay: MONDAY });
    const within = await add();
    const open = await add({ fromDay: '2026-11-18', untilDay: null });
    const after = await add({ fromDay: TUESDAY, untilDay: TUESDAY });
    const ids = (await list()).lines.map((line) => line.absenceId);
    expect(ids).toEqual([within, into, open]);
    expect(ids).not.toContain(before);
    expect(ids).not.toContain(after);
  });

  test('counts school days, reports and what is overdue', async () => {
    const until = await add({ untilDay: '2026-12-01', excuse: 'open', excuseExpected: 'written' });
    await seed(school.cache, {
      freePeriod: aFreePeriod({ fromDay: WEDNESDAY, untilDay: WEDNESDAY }),
      absenceReport: [
        aReport({ studentId: child.id, absenceId: until }),
        aReport({ studentId: child.id, absenceId: until }),
        aReport({ studentId: child.id, absenceId: until, state: 'withdrawn' }),
      ],
    });
    expect((await list()).lines).toMatchObject([
      {
        className: '3b',
        schoolDays: 6,
        reports: 2,
        excuseOverdue: false,
        notifiable: false,
        withdrawn: false,
      },
    ]);
    expect((await list({}, '2026-12-07')).lines).toMatchObject([{ excuseOverdue: true }]);
    expect((await list({ onlyOverdue: true }, '2026-12-07')).lines).toHaveLength(1);
    expect((await list({ onlyOverdue: true })).lines).toEqual([]);
  });

  test('a report on the day itself after the cut-off is late, one before it or the day before is not', async () => {
    const taken = async (takenAt: string) => {
      const absenceId = await add({ fromDay: MONDAY });
      await seed(school.cache, { absenceReport: aReport({ studentId: child.id, absenceId, takenAt }) });
      const { lines } = await list({ fromDay: MONDAY, untilDay: MONDAY });
      return lines.find((line) => line.absenceId === absenceId)?.reportedLate;
    };
    expect(await taken(at('07:59'))).toBe(false);
    expect(await taken(at('08:01'))).toBe(true);
    expect(await taken(at('18:00', FRIDAY_BEFORE))).toBe(false);
    await school.cache.seed(aSetting('reportCutoff', '08:30'));
    expect(await taken(at('08:01'))).toBe(false);
  });

  test('an absence until further notice has no number of days', async () => {
    await add({ untilDay: null });
    expect((await list()).lines).toMatchObject([{ schoolDays: null }]);
  });

  test.each([
    ['reason', { reason: 'doctor' }],
    ['excuse', { excuse: 'unexcused' }],
  ] as const)('narrows by %s', async (_says, filter) => {
    await add();
    const wanted = await add({ reason: 'doctor', excuse: 'unexcused' });
    expect((await list(filter)).lines.map((line) => line.absenceId)).toEqual([wanted]);
  });

  test('narrows by class and child, and shows withdrawn ones when asked', async () => {
    await add({ withdrawn: 1 });
    const other = await school.addChild('Ida Grün', '1a');
    await seed(school.cache, { absence: anAbsence({ studentId: other.id }) });
    const names = async (fields: Parameters<typeof list>[0]) =>
      (await list(fields)).lines.map((line) => line.givenName);
    expect(await names({})).toEqual(['Ida']);
    expect(await names({ classId: school.classes['3b'].id })).toEqual([]);
    expect(await names({ studentId: other.id })).toEqual(['Ida']);
    expect(await names({ withWithdrawn: true, classId: school.classes['3b'].id })).toEqual(['Emir']);
  });

  test('names the days without lessons in the range', async () => {
    await seed(school.cache, {
      freePeriod: aFreePeriod({ name: 'Studientag', fromDay: FRIDAY, untilDay: FRIDAY }),
    });
    const { freeDays } = await list({ untilDay: '2026-11-29' });
    expect(freeDays).toEqual([
      { day: FRIDAY, name: 'Studientag' },
      { day: '2026-11-28', name: null },
      { day: '2026-11-29', name: null },
    ]);
  });
});

describe('one absence', () => {
  const detail = async (absenceId: string) =>
    asContract('absences.detail', await absenceDetail(school.cache.db, MONDAY, absenceId));

  test('tells who reported, what was changed and by whom; also under a merged id', async () => {
    const first = aCall({ studentId: child.id, notifiable: 'scabies', callbackNumber: '0170 1' });
    const second = aCall({ studentId: child.id, reporterName: 'Murat Yılmaz', reporterRelation: 'father' });
    await run(school.cache, 'absences.record', first, { at: '07:41' });
    await run(school.cache, 'absences.record', second, { at: '07:50' });
    const fields = { untilDay: TUESDAY };
    await run(
      school.cache,
      'absences.correct',
      { absenceId: first.absenceId, studentId: child.id, fields },
      { at: '09:10' },
    );
    const answer = await detail(second.absenceId);
    expect(answer?.line).toMatchObject({ absenceId: first.absenceId, notifiable: true, reports: 2 });
    expect(answer?.notifiable).toEqual({
      illness: 'scabies',
      notedAt: at('07:41'),
      healthOfficeNotifiedAt: null,
    });
    expect(answer?.reports.map(({ reporterName, recordedByName }) => [reporterName, recordedByName])).toEqual(
      [
        ['Aylin Yılmaz', 'Yıldız'],
        ['Murat Yılmaz', 'Yıldız'],
      ],
    );
    expect(answer?.events).toMatchObject([
      { kind: 'recorded', at: at('07:41'), actorName: anOffice().name, changes: [] },
      { kind: 'reportAdded', changes: [] },
      { kind: 'corrected', changes: [{ field: 'untilDay', from: MONDAY, to: TUESDAY }] },
    ]);
  });

  test('tells what became of a report before: put back, put right, in the guardian’s own words', async () => {
    const report = aWaitingReport({ studentId: child.id, remark: 'bis Freitag?' });
    await seed(school.cache, { absenceReport: report });
    const ofReport = { reportId: report.id, studentId: child.id };
    const accept = (absenceId: string, time: string) =>
      run(
        school.cache,
        'absences.acceptReport',
        { ...ofReport, absenceId, corrections: { untilDay: FRIDAY, remark: null } },
        { at: time },
      );
    const [first, second] = [anId(), anId()];
    await accept(first, '07:50');
    await run(school.cache, 'absences.reopenReport', ofReport, { at: '07:51' });
    const rejection = 'Bitte rufen Sie an.';
    await run(school.cache, 'absences.rejectReport', { ...ofReport, rejection }, { at: '07:52' });
    await run(school.cache, 'absences.reopenReport', ofReport, { at: '07:53' });
    await accept(second, '07:54');
    expect((await detail(first))?.events.map(({ kind }) => kind)).toEqual([
      'reportAccepted',
      'reportReopened',
    ]);
    const answer = await detail(second);
    expect(answer?.reports).toMatchObject([
      { untilDay: FRIDAY, remark: null, asReported: { untilDay: MONDAY, remark: 'bis Freitag?' } },
    ]);
    expect(answer?.events).toMatchObject([
      { kind: 'reportRejected', at: at('07:52'), words: rejection },
      { kind: 'reportReopened', at: at('07:53'), words: null },
      { kind: 'reportAccepted', at: at('07:54') },
    ]);
  });

  test('is null when nobody knows it', async () => {
    expect(await detail(anId())).toBeNull();
  });

  test('shows an event whose changes cannot be read any more', async () => {
    const absenceId = await add();
    const event = {
      id: anId(),
      studentId: child.id,
      absenceId,
      kind: 'corrected',
      at: at('09:00'),
      actorName: 'X',
    };
    await seed(school.cache, { absenceEvent: { ...event, changes: '[{"field":' } });
    expect((await detail(absenceId))?.events).toMatchObject([{ kind: 'corrected', changes: [] }]);
  });
});

describe('a child’s school year', () => {
  const ofStudent = async (day = MONDAY, studentId = child.id) =>
    asContract('absences.ofStudent', await absencesOfStudent(school.cache.db, day, studentId));

  test('R13 begins on 1 August and ends today', async () => {
    await add({ fromDay: '2026-06-29', untilDay: '2026-06-30' });
    await add({ fromDay: '2026-07-31', untilDay: '2026-08-03', excuse: 'unexcused' });
    await add({ fromDay: MONDAY, untilDay: FRIDAY });
    const answer = await ofStudent();
    expect(answer).toMatchObject({
      className: '3b',
      excusedDays: 1,
      unexcusedDays: 1,
      openDays: 0,
      byWeekday: [2, 0, 0, 0, 0],
    });
    expect(answer?.lines.map((line) => line.fromDay)).toEqual([MONDAY, '2026-07-31']);
  });

  test('brings tardiness, leave and duties', async () => {
    const late = {
      id: anId(),
      studentId: child.id,
      minutes: 7,
      excuse: 'open' as const,
      recordedAt: at('08:07'),
    };
    await seed(school.cache, {
      tardiness: [
        { ...late, day: MONDAY, recordedBy: anId() },
        { ...late, id: anId(), day: '2026-03-02', recordedBy: anId() },
      ],
      leaveRequest: aLeaveRequest({ studentId: child.id, fromDay: FRIDAY, untilDay: FRIDAY }),
      certificateDuty: [
        aDuty({ studentId: child.id }),
        aDuty({ studentId: child.id, fromDay: '2025-10-01', untilDay: '2026-02-01' }),
      ],
    });
    expect(await ofStudent()).toMatchObject({
      tardiness: [{ day: MONDAY, minutes: 7, excuse: 'open' }],
      leaveRequests: [{ fromDay: FRIDAY, state: 'requested' }],
      certificateDuties: [{ fromDay: '2026-10-01', untilDay: null }],
    });
  });

  test('is null for a child nobody knows', async () => {
    expect(await ofStudent(MONDAY, anId())).toBeNull();
  });
});
