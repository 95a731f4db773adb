import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { END_OF_DAYS } from '../../../src-shared/absences/find.ts';
import { absenceReasons, absenceSpans } from '../../../src-shared/absences/words.ts';
import { addDays } from '../../../src-shared/values/day.ts';
import { aCall, anAbsence } from '../../support/builders/absences.ts';
import { type OneChildSchool, openOneChildSchool } from '../../support/builders/opened-school.ts';
import { FRIDAY, MONDAY, TUESDAY } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { run } from '../../support/cache.ts';

let school: OneChildSchool;
beforeEach(async () => {
  school = await openOneChildSchool();
});
afterEach(() => school.cache.close());

type Call = Parameters<typeof aCall>[0];
const call = (fields: Omit<Call, 'studentId'>) => aCall({ studentId: school.student.id, ...fields });

async function recordBoth(first: Omit<Call, 'studentId'>, second: Omit<Call, 'studentId'>) {
  await run(school.cache, 'absences.record', call(first), { at: '07:40' });
  await run(school.cache, 'absences.record', call(second), { at: '07:45' });
  return school.cache.rows('absence');
}

test('two desks that log the same child make one absence and keep both reports', async () => {
  const first = call({ reporterName: 'Aylin Yılmaz' });
  const second = call({ reporterName: 'Murat Yılmaz', reporterRelation: 'father' });
  await run(school.cache, 'absences.record', first);
  const outcome = await run(school.cache, 'absences.record', second);
  expect(outcome).toMatchObject({ result: { absenceId: first.absenceId, joinedExisting: true } });
  expect(await school.cache.rows('absence')).toHaveLength(1);
  const reports = await school.cache.rows('absenceReport');
  expect(reports.map((report) => [report.reporterName, report.absenceId])).toEqual([
    ['Aylin Yılmaz', first.absenceId],
    ['Murat Yılmaz', first.absenceId],
  ]);
  expect((await school.cache.rows('absenceEvent')).map((event) => event.kind)).toEqual([
    'recorded',
    'reportAdded',
  ]);
});

test('the lost id stays an alias, and later entries find the kept absence by it', async () => {
  const [first, second] = [call({}), call({})];
  await run(school.cache, 'absences.record', first);
  await run(school.cache, 'absences.record', second);
  expect(await school.cache.rows('absenceAlias')).toEqual([
    { id: second.absenceId, studentId: school.student.id, absenceId: first.absenceId },
  ]);
  const named = { absenceId: second.absenceId, studentId: school.student.id };
  await run(school.cache, 'absences.excuse', { ...named, excuse: 'unexcused' });
  expect(await school.cache.rows('absence')).toMatchObject([{ id: first.absenceId, excuse: 'unexcused' }]);
});

test('a second report widens: more days, until further notice, both remarks', async () => {
  expect(
    await recordBoth(
      { untilDay: TUESDAY, remark: 'Fieber' },
      { fromDay: TUESDAY, untilDay: null, remark: 'Oma holt Aufgaben' },
    ),
  ).toMatchObject([{ fromDay: MONDAY, untilDay: null, remark: 'Fieber · Oma holt Aufgaben' }]);
});

test('a second report never narrows', async () => {
  expect(await recordBoth({ untilDay: FRIDAY }, { untilDay: MONDAY })).toMatchObject([{ untilDay: FRIDAY }]);
});

test('late, and then ill after all, is ill for the whole day', async () => {
  expect(
    await recordBoth({ span: 'arrivesLate', atTime: '09:00', reason: 'doctor' }, { reason: 'illness' }),
  ).toMatchObject([{ span: 'wholeDay', atTime: null, reason: 'illness' }]);
});

test('of two arrivals the later counts, of two departures the earlier', async () => {
  expect(
    await recordBoth({ span: 'arrivesLate', atTime: '09:00' }, { span: 'arrivesLate', atTime: '10:00' }),
  ).toMatchObject([{ atTime: '10:00' }]);
  const other = await openOneChildSchool();
  await run(
    other.cache,
    'absences.record',
    aCall({ studentId: other.student.id, span: 'leavesEarly', atTime: '12:00' }),
  );
  await run(
    other.cache,
    'absences.record',
    aCall({ studentId: other.student.id, span: 'leavesEarly', atTime: '11:00' }),
  );
  expect(await other.cache.rows('absence')).toMatchObject([{ atTime: '11:00' }]);
  await other.cache.close();
});

test('"comes later" and "is fetched" of one day are two facts', async () => {
  expect(
    await recordBoth({ span: 'arrivesLate', atTime: '09:00' }, { span: 'leavesEarly', atTime: '12:00' }),
  ).toMatchObject([{ span: 'arrivesLate' }, { span: 'leavesEarly', atTime: '12:00' }]);
});

test('fetched early all week does not make a sick Monday a sick week', async () => {
  expect(
    await recordBoth({ untilDay: MONDAY }, { untilDay: FRIDAY, span: 'leavesEarly', atTime: '12:00' }),
  ).toMatchObject([
    { span: 'wholeDay', untilDay: MONDAY },
    { span: 'leavesEarly', untilDay: FRIDAY },
  ]);
});

test('a call does not lengthen leave that was granted', async () => {
  const leave = anAbsence({ studentId: school.student.id, reason: 'leave', untilDay: TUESDAY });
  await seed(school.cache, { absence: leave });
  await run(school.cache, 'absences.record', call({ fromDay: TUESDAY, untilDay: FRIDAY }));
  expect(await school.cache.rows('absence')).toMatchObject([
    { id: leave.id, untilDay: TUESDAY, reason: 'leave' },
    { fromDay: TUESDAY, untilDay: FRIDAY, reason: 'illness' },
  ]);
});

test('a withdrawn absence takes no more reports', async () => {
  await seed(school.cache, { absence: anAbsence({ studentId: school.student.id, withdrawn: 1 }) });
  await run(school.cache, 'absences.record', call({}));
  expect((await school.cache.rows('absence')).map((row) => row.withdrawn)).toEqual([1, 0]);
});

function covers(row: { fromDay: string; untilDay: string | null }, day: string): boolean {
  return row.fromDay <= day && (row.untilDay ?? END_OF_DAYS) >= day;
}

function weekFrom(day: string): string[] {
  return Array.from({ length: 7 }, (_, index) => addDays(day, index));
}

const someCall = fc.record({
  offset: fc.integer({ min: 0, max: 3 }),
  length: fc.option(fc.integer({ min: 0, max: 3 }), { freq: 5 }),
  span: fc.constantFrom(...absenceSpans),
  reason: fc.constantFrom(...absenceReasons),
  atTime: fc.option(fc.constantFrom('09:00', '10:00', '12:00')),
});

test('I7 no report is lost; a day is missed whole exactly when a report said so, in any order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someCall, { maxLength: 5 }), async (calls) => {
      const one = await openOneChildSchool();
      for (const { offset, length, ...fields } of calls) {
        const fromDay = addDays(MONDAY, offset);
        const untilDay = length === null ? null : addDays(fromDay, length);
        await run(
          one.cache,
          'absences.record',
          aCall({ studentId: one.student.id, fromDay, untilDay, ...fields }),
        );
      }
      const absences = new Map((await one.cache.rows('absence')).map((row) => [row.id, row]));
      const reports = await one.cache.rows('absenceReport');
      expect(reports).toHaveLength(calls.length);
      for (const report of reports) {
        const absence = absences.get(report.absenceId ?? '');
        expect(absence && absence.fromDay <= report.fromDay).toBe(true);
        expect((absence?.untilDay ?? END_OF_DAYS) >= (report.untilDay ?? END_OF_DAYS)).toBe(true);
        if (report.span === 'wholeDay') expect(absence?.span).toBe('wholeDay');
      }
      const wholeDays = reports.filter((report) => report.span === 'wholeDay');
      const saidWhole = (day: string) => wholeDays.some((report) => covers(report, day));
      for (const day of weekFrom(MONDAY)) {
        const isWhole = [...absences.values()].some((row) => row.span === 'wholeDay' && covers(row, day));
        expect(isWhole).toBe(saidWhole(day));
      }
      await one.cache.close();
    }),
    { numRuns: 60 },
  );
});
