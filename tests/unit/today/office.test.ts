import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { todayOffice } from '../../../src-main/core/today/office.ts';
import { asContract, aViewpoint } from '../../support/answers.ts';
import { anAbsence, aRollCallMark, aWaitingReport } from '../../support/builders/absences.ts';
import { type MorningSchool, openMorningSchool } from '../../support/builders/morning-school.ts';
import { aFreePeriod, at, FRIDAY_BEFORE, MONDAY, TUESDAY } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { aStudent } from '../../support/builders/students.ts';

let school: MorningSchool;
beforeEach(async () => {
  school = await openMorningSchool();
});
afterEach(() => school.cache.close());

async function office(time = '08:14', day = MONDAY) {
  return asContract('today.office', await todayOffice(school.cache.db, aViewpoint({ time, day })));
}

describe('an empty morning', () => {
  test('has tiles and no cases', async () => {
    await school.addChild('Emir Yılmaz', '3b');
    expect(await office()).toMatchObject({
      day: MONDAY,
      isSchoolDay: true,
      freePeriod: null,
      students: 1,
      absent: 0,
      unexplained: 0,
      openCases: [],
      reports: [],
      messages: [],
    });
  });

  test('a database without a single row is no error', async () => {
    const empty = await openMorningSchool();
    await empty.cache.apply(
      (await empty.cache.rows('schoolClass')).map((row) => ({
        kind: 'remove',
        table: 'schoolClass',
        id: row.id,
        rootId: '-',
      })),
    );
    expect((await todayOffice(empty.cache.db, aViewpoint())).classes).toEqual([]);
    await empty.cache.close();
  });
});

describe('classes', () => {
  test('show who has reported and when, and who is overdue', async () => {
    await school.addChild('Emir Yılmaz', '3b');
    await school.addChild('Ida Grün', '1a');
    const tiles = async (time: string) =>
      (await office(time)).classes.map(({ name, students, reported, overdue }) => ({
        name,
        students,
        reported,
        overdue,
      }));
    const reported = {
      name: '3b',
      students: 1,
      reported: { at: at('08:04'), staffName: 'Petersen' },
      overdue: false,
    };
    const silent = { name: '1a', students: 1, reported: null };
    expect(await tiles('08:14')).toEqual([{ ...silent, overdue: false }, reported]);
    expect(await tiles('08:20')).toEqual([{ ...silent, overdue: true }, reported]);
  });

  test('without children are never overdue', async () => {
    expect((await office('09:00')).classes.map((tile) => tile.overdue)).toEqual([false, false]);
  });

  test('are not overdue in the holidays, which are named', async () => {
    await school.addChild('Ida Grün', '1a');
    await seed(school.cache, { freePeriod: aFreePeriod() });
    expect(await office('09:00', '2026-12-23')).toMatchObject({
      isSchoolDay: false,
      freePeriod: 'Weihnachtsferien',
      classes: [{ overdue: false }, { overdue: false }],
    });
  });
});

describe('numbers and lists', () => {
  test('never disagree', async () => {
    const ill = await school.addChild('Ida Grün', '1a');
    const missing = await school.addChild('Emir Yılmaz', '3b');
    const late = await school.addChild('Jonas Behrens', '3b');
    const reported = await school.addChild('Lina Hofmann', '3b');
    const came = await school.addChild('Tim Harms', '3b');
    await seed(school.cache, {
      absence: [
        anAbsence({ studentId: ill.id, untilDay: TUESDAY }),
        anAbsence({ studentId: late.id, span: 'arrivesLate', atTime: '08:10', reason: 'doctor' }),
        anAbsence({ studentId: came.id }),
        anAbsence({ studentId: missing.id, fromDay: FRIDAY_BEFORE, untilDay: FRIDAY_BEFORE }),
        anAbsence({ studentId: missing.id, withdrawn: 1 }),
      ],
      absenceReport: aWaitingReport({ studentId: reported.id }),
      rollCallMark: [
        aRollCallMark({ studentId: missing.id, staffId: school.petersen.id }),
        aRollCallMark({ studentId: late.id }),
        aRollCallMark({ studentId: reported.id }),
        aRollCallMark({ studentId: came.id, state: 'present' }),
      ],
    });
    const answer = await office();
    expect(answer).toMatchObject({ students: 5, absent: 4, unexplained: 2 });
    expect(
      answer.absentStudents.map(({ givenName, state, toCheck, reason }) => [
        givenName,
        state,
        toCheck,
        reason,
      ]),
    ).toEqual([
      ['Ida', 'reported', false, 'illness'],
      ['Jonas', 'unexplained', false, 'doctor'],
      ['Lina', 'reported', true, 'illness'],
      ['Emir', 'unexplained', false, null],
    ]);
    expect(
      answer.openCases.map(({ givenName, kind, waitingReport }) => [givenName, kind, waitingReport]),
    ).toEqual([
      ['Emir', 'unexplained', false],
      ['Jonas', 'announcedLate', false],
      ['Lina', 'unexplained', true],
    ]);
    expect(answer.classes.map(({ name, absent, unexplained }) => [name, absent, unexplained])).toEqual([
      ['1a', 1, 0],
      ['3b', 3, 2],
    ]);
  });

  test('count nobody who has left', async () => {
    const left = aStudent({ classId: school.classes['3b'].id, leftOn: FRIDAY_BEFORE });
    await seed(school.cache, {
      student: left,
      absence: anAbsence({ studentId: left.id }),
      rollCallMark: aRollCallMark({ studentId: left.id }),
    });
    expect(await office()).toMatchObject({ students: 0, absent: 0, unexplained: 0, openCases: [] });
  });

  test('count a child on its last day', async () => {
    const leaving = aStudent({ classId: school.classes['3b'].id, leftOn: MONDAY });
    await seed(school.cache, { student: leaving, absence: anAbsence({ studentId: leaving.id }) });
    expect(await office()).toMatchObject({ students: 1, absent: 1 });
    expect(await office('08:14', TUESDAY)).toMatchObject({ students: 0, absent: 0 });
  });

  test('count a child without a class in the school, not in a class', async () => {
    const wanderer = aStudent({ classId: null });
    await seed(school.cache, { student: wanderer, absence: anAbsence({ studentId: wanderer.id }) });
    const answer = await office();
    expect(answer).toMatchObject({ students: 1, absent: 1 });
    expect(answer.absentStudents).toMatchObject([{ className: '' }]);
    expect(answer.classes.map((tile) => tile.absent)).toEqual([0, 0]);
  });
});

test('of two absences of one day the larger is shown', async () => {
  const { id: studentId } = await school.addChild('Emir Yılmaz', '3b');
  await seed(school.cache, {
    absence: [
      anAbsence({ studentId, span: 'leavesEarly', atTime: '12:00', reason: 'doctor' }),
      anAbsence({ studentId, untilDay: TUESDAY }),
    ],
  });
  expect((await office()).absentStudents).toMatchObject([
    { span: 'wholeDay', reason: 'illness', untilDay: TUESDAY },
  ]);
});

test('birthdays of today come with the age', async () => {
  await school.addChild('Ida Grün', '1a', { birthDate: '2019-11-23' });
  await school.addChild('Emir Yılmaz', '3b', { birthDate: '2018-11-24' });
  expect((await office()).birthdays.map(({ givenName, age }) => [givenName, age])).toEqual([['Ida', 7]]);
});

test('who is fetched early stands by time; absent children do not', async () => {
  const regular = await school.addChild('Ida Grün', '1a', { earlyPickupAt: '12:00' });
  const both = await school.addChild('Jonas Behrens', '3b', { earlyPickupAt: '13:00' });
  const ill = await school.addChild('Lina Hofmann', '3b', { earlyPickupAt: '11:00' });
  const sometime = await school.addChild('Tim Harms', '3b');
  await seed(school.cache, {
    absence: [
      anAbsence({ studentId: both.id, span: 'leavesEarly', atTime: '10:30' }),
      anAbsence({ studentId: ill.id }),
      anAbsence({ studentId: sometime.id, span: 'leavesEarly' }),
    ],
  });
  const { earlyPickups, absent } = await office();
  expect(earlyPickups.map(({ studentId, at: time, regular: daily }) => [studentId, time, daily])).toEqual([
    [sometime.id, '', false],
    [both.id, '10:30', false],
    [regular.id, '12:00', true],
  ]);
  expect(absent).toBe(1);
});

test('two colleagues of one name are told apart by an initial', async () => {
  await school.addChild('Emir Yılmaz', '3b');
  await seed(school.cache, { staffMember: { ...school.sommer, familyName: 'Petersen' } });
  expect((await office()).classes[1]?.reported?.staffName).toBe('J. Petersen');
});
