import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { downtimeSheet, evacuationList } from '../../../src-main/core/paper-sheets/class-sheets.ts';
import { officeList } from '../../../src-main/core/paper-sheets/office-list.ts';
import { readSheetSource } from '../../../src-main/core/paper-sheets/sheet-source.ts';
import {
  downtimeSheetSchema,
  evacuationListSchema,
  officeListSchema,
  staffRoomListSchema,
} from '../../../src-shared/paper/daily-sheets.ts';
import { staffRoomCopy } from '../../../src-shared/paper/staff-room-copy.ts';
import { aViewpoint } from '../../support/answers.ts';
import {
  anAbsence,
  anAttempt,
  aReport,
  aRollCallMark,
  aWaitingReport,
} from '../../support/builders/absences.ts';
import { type MorningSchool, openMorningSchool } from '../../support/builders/morning-school.ts';
import { at, MONDAY, TUESDAY } from '../../support/builders/school.ts';
import { type SeedRows, seed } from '../../support/builders/seed.ts';
import {
  aGuardian,
  aGuardianship,
  anEmergencyContact,
  aPhone,
  aStudent,
} from '../../support/builders/students.ts';

let school: MorningSchool;
beforeEach(async () => {
  school = await openMorningSchool();
});
afterEach(() => school.cache.close());

const source = (time = '08:14', fields: Parameters<typeof aViewpoint>[0] = {}, day = MONDAY) =>
  readSheetSource(school.cache.db, aViewpoint({ time, ...fields }), day);

async function office(time = '08:14') {
  return officeListSchema.parse(await officeList(school.cache.db, await source(time)));
}

/** Adds one child with these rows of the day and gives its row on the list at 08:14. */
async function rowsWith(rows: (studentId: string) => SeedRows, time = '08:14') {
  const { id } = await school.addChild('Emir Yılmaz', '3b');
  await seed(school.cache, rows(id));
  return (await office(time)).rows;
}

describe('the office list', () => {
  test('shows an absence with reason, excuse and the last number left', async () => {
    const rows = await rowsWith((studentId) => {
      const absence = anAbsence({
        studentId,
        untilDay: TUESDAY,
        excuse: 'open',
        excuseExpected: 'written',
        remark: 'ruft an',
      });
      const report = (callbackNumber: string | null, time: string) =>
        aReport({ studentId, absenceId: absence.id, callbackNumber, takenAt: at(time) });
      return {
        absence,
        absenceReport: [report('0511 1', '07:10'), report('0511 2', '07:40'), report(null, '07:50')],
      };
    });
    expect(rows).toEqual([
      {
        className: '3b',
        givenName: 'Emir',
        familyName: 'Yılmaz',
        span: 'wholeDay',
        atTime: null,
        fromLesson: null,
        untilLesson: null,
        untilDay: TUESDAY,
        reason: 'illness',
        excuse: 'open',
        excuseExpected: 'written',
        callbackNumber: '0511 2',
        remark: 'ruft an',
        toReview: false,
      },
    ]);
  });

  test('marks what still waits in the inbox', async () => {
    const rows = await rowsWith((studentId) => ({
      absenceReport: aWaitingReport({ studentId }),
      rollCallMark: aRollCallMark({ studentId }),
    }));
    expect(rows).toMatchObject([{ span: 'wholeDay', reason: 'illness', toReview: true }]);
  });

  test('shows who has come late, with the time', async () => {
    const rows = await rowsWith((studentId) => ({
      rollCallMark: aRollCallMark({ studentId, state: 'late', minutesLate: 12 }),
      absence: anAbsence({ studentId, span: 'arrivesLate', atTime: '08:10' }),
    }));
    expect(rows).toMatchObject([{ span: 'late', atTime: '08:12', reason: null, untilDay: MONDAY }]);
  });

  test('of a child who came all the same it keeps only what lies ahead', async () => {
    const rows = await rowsWith((studentId) => ({
      rollCallMark: aRollCallMark({ studentId, state: 'present' }),
      absence: [anAbsence({ studentId }), anAbsence({ studentId, span: 'leavesEarly', atTime: '12:00' })],
    }));
    expect(rows).toMatchObject([{ span: 'leavesEarly', atTime: '12:00' }]);
  });

  test.each([
    ['onTheWay', 'arrivesLate'],
    ['other', 'missing'],
  ] as const)('forgets nobody whom a call has found (%s)', async (outcome, span) => {
    const rows = await rowsWith((studentId) => ({
      rollCallMark: aRollCallMark({ studentId }),
      contactAttempt: anAttempt({ studentId, outcome }),
    }));
    expect(rows).toMatchObject([{ span, reason: null }]);
  });

  test('brings each open case with people, numbers and calls, and not among the rows', async () => {
    const { id, mother } = await school.addChild('Emir Yılmaz', '3b');
    const blocked = aGuardian();
    await seed(school.cache, {
      guardian: blocked,
      guardianship: aGuardianship({ studentId: id, guardianId: blocked.id, blocked: 1 }),
      emergencyContact: anEmergencyContact({ studentId: id }),
      rollCallMark: aRollCallMark({ studentId: id }),
      contactAttempt: anAttempt({
        studentId: id,
        guardianId: mother.id,
        at: at('08:09'),
        staffId: school.sommer.id,
      }),
    });
    const { rows, openCases } = await office();
    expect(rows).toEqual([]);
    expect(openCases).toEqual([
      {
        className: '3b',
        givenName: 'Emir',
        familyName: 'Yılmaz',
        since: '08:00',
        contacts: [
          { name: 'Aylin Yılmaz', relation: 'mother', phones: [{ number: '0170 5550142', label: 'mobil' }] },
          { name: 'Oma Helga (Oma)', relation: null, phones: [{ number: '04206 91448', label: null }] },
        ],
        attempts: [
          { at: '08:09', contactName: 'Aylin Yılmaz', outcome: 'notReached', note: null, by: 'Sommer' },
        ],
      },
    ]);
  });

  test('names the classes that have not reported, once they should have', async () => {
    await school.addChild('Ida Grün', '1a');
    expect((await office('08:14')).classesNotReported).toEqual([]);
    expect((await office('08:20')).classesNotReported).toEqual(['1a']);
  });

  test('its copy for the staff room holds no reason, no remark and no number', async () => {
    await school.addChild('Tim Harms', '3b');
    await rowsWith((studentId) => ({
      absence: anAbsence({ studentId, reason: 'doctor', remark: 'Röteln?' }),
      absenceReport: aWaitingReport({ studentId, callbackNumber: '0511 777' }),
    }));
    const copy = JSON.stringify(staffRoomListSchema.parse(staffRoomCopy(await office())));
    for (const secret of ['doctor', 'Röteln', '0511', 'excuse']) expect(copy).not.toContain(secret);
  });

  test('I4 a teacher’s copy is made of bare marks', async () => {
    const { id: studentId } = await school.addChild('Emir Yılmaz', '3b');
    const { id, fromDay, untilDay, span, atTime } = anAbsence({ studentId });
    await seed(school.cache, { absenceMark: { id, studentId, fromDay, untilDay, span, atTime } });
    const teacher = await source('08:14', { role: 'teacher', staffId: school.sommer.id });
    const { rows } = staffRoomCopy(await officeList(school.cache.db, teacher));
    expect(rows).toMatchObject([{ familyName: 'Yılmaz', span: 'wholeDay' }]);
  });
});

describe('the lists of all children', () => {
  async function threeChildren() {
    const here = await school.addChild('Ida Grün', '1a');
    const missing = await school.addChild('Emir Yılmaz', '3b');
    const picked = await school.addChild('Tim Harms', '3b', { earlyPickupAt: '08:10' });
    const wanderer = aStudent({ givenName: 'Noa', familyName: 'Ohne', classId: null });
    const blocked = aGuardian();
    await seed(school.cache, {
      student: wanderer,
      rollCallMark: aRollCallMark({ studentId: missing.id }),
      guardian: blocked,
      guardianship: aGuardianship({ studentId: here.id, guardianId: blocked.id, blocked: 1 }),
      guardianContact: aPhone({ guardianId: blocked.id, value: '0170 666' }),
    });
    return { here, missing, picked };
  }

  test('the evacuation list has every child with its state, also one without a class', async () => {
    await threeChildren();
    const list = evacuationListSchema.parse(evacuationList(await source()));
    expect(list.classes).toEqual([
      {
        className: '1a',
        classTeacher: 'Sommer',
        hasReported: false,
        students: [{ givenName: 'Ida', familyName: 'Grün', state: 'here', atTime: null }],
      },
      {
        className: '3b',
        classTeacher: 'Petersen',
        hasReported: true,
        students: [
          { givenName: 'Tim', familyName: 'Harms', state: 'pickedUp', atTime: '08:10' },
          { givenName: 'Emir', familyName: 'Yılmaz', state: 'unexplained', atTime: null },
        ],
      },
      {
        className: '–',
        classTeacher: null,
        hasReported: false,
        students: [{ givenName: 'Noa', familyName: 'Ohne', state: 'here', atTime: null }],
      },
    ]);
  });

  test('the downtime sheet has the numbers of those who may be called', async () => {
    await threeChildren();
    const sheet = downtimeSheetSchema.parse(await downtimeSheet(school.cache.db, await source()));
    expect(sheet.classes[0]?.students[0]?.contacts).toEqual([
      { name: 'Aylin Grün', relation: 'mother', phones: [{ number: '0170 5550142', label: 'mobil' }] },
    ]);
    expect(JSON.stringify(sheet)).not.toContain('0170 666');
  });

  test('a sheet of another day says when it was printed', async () => {
    await threeChildren();
    const { head, day } = await source('08:14', {}, TUESDAY);
    expect(head).toMatchObject({ day: TUESDAY, printedAt: { day: MONDAY, time: '08:14' } });
    expect(day.marks.size).toBe(0);
  });
});
