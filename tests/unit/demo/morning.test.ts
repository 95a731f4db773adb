import { describe, expect, it } from 'vitest';
import { demoSchoolDay } from '../../../resources/demo/calendar.ts';
import type { DemoSchool } from '../../../resources/demo/demo-school.ts';
import { readDraft } from '../../../src-shared/calls/draft.ts';
import { isSchoolDay, schoolDayBefore } from '../../../src-shared/values/school-calendar.ts';
import { absencesOn, childNamed, MONDAY, makeSchool } from './make-school.ts';

/** The numbers of the morning as the desk would count them. */
function morningOf(school: DemoSchool, today: string) {
  const { rows } = school;
  const missing = rows.rollCallMark
    .filter((one) => one.day === today && one.state === 'missing')
    .map((one) => one.studentId);
  const away = absencesOn(school, today);
  return {
    reported: new Set(away.map((one) => one.studentId).filter((id) => !missing.includes(id))).size,
    missing: missing.length,
    announcedButMissing: away.filter((one) => missing.includes(one.studentId)).map((one) => one.span),
    parked: rows.parkedCall.length,
    waiting: rows.absenceReport.filter((one) => one.state === 'waiting').length,
    messages: rows.inboxMessage.filter((one) => one.state === 'new').length,
    classes: rows.schoolClass.length,
    classesReported: rows.rollCall.filter((one) => one.day === today).length,
  };
}

const expected = {
  reported: 14,
  missing: 3,
  announcedButMissing: ['arrivesLate'],
  parked: 2,
  waiting: 4,
  messages: 1,
  classes: 12,
  classesReported: 9,
};

/** A Monday, days after holidays, turns of the year, leap days, the first and the last day of a school year. */
const days = [
  MONDAY,
  '2026-11-27',
  '2026-08-13',
  '2026-08-14',
  '2026-10-26',
  '2026-12-22',
  '2027-01-11',
  '2027-03-19',
  '2027-07-07',
  '2026-01-06',
  '2028-02-29',
  '2025-09-01',
  '2029-12-20',
];

describe('the morning in progress', () => {
  it.each(days)('has the promised numbers on %s', (today) => {
    expect(morningOf(makeSchool('small', { today }), today)).toEqual(expected);
  });

  it.each(['06:30', '07:59', '08:14', '11:05', '23:59'])('lies before now when it is %s', (nowTime) => {
    const school = makeSchool('small', { nowTime });
    expect(morningOf(school, MONDAY)).toEqual(expected);
    const [hours, minutes] = nowTime.split(':').map(Number);
    const now = new Date(Date.UTC(2026, 10, 23, (hours ?? 0) - 1, minutes)).toISOString();
    const { absenceReport, rollCall, rollCallMark, contactAttempt, parkedCall, inboxMessage } = school.rows;
    const times = [
      ...absenceReport.map((one) => one.takenAt),
      ...rollCall.map((one) => one.reportedAt),
      ...rollCallMark.map((one) => one.at),
      ...contactAttempt.map((one) => one.at),
      ...parkedCall.map((one) => one.parkedAt),
      ...inboxMessage.map((one) => one.receivedAt),
    ];
    expect(times.filter((time) => time > now)).toEqual([]);
  });

  it('falls on the last school day when the day has no lessons', () => {
    expect(demoSchoolDay('2026-11-22')).toBe('2026-11-20');
    expect(demoSchoolDay('2026-07-20')).toBe('2026-07-01');
    const sunday = makeSchool('small', { today: '2026-11-22', nowTime: '05:00' });
    expect(morningOf(sunday, '2026-11-20')).toEqual(expected);
    expect(sunday.rows.inboxMessage.map((one) => one.receivedAt)).toEqual(['2026-11-20T05:52:00.000Z']);
  });

  it('is the same in the first of a town’s schools, and has all parts in a large one', () => {
    expect(morningOf(makeSchool('municipality'), MONDAY)).toEqual(expected);
    const large = morningOf(makeSchool('large'), MONDAY);
    expect(large).toMatchObject({
      missing: 3,
      parked: 2,
      waiting: 4,
      messages: 1,
      classes: 60,
      classesReported: 45,
    });
    expect(large.reported).toBeGreaterThan(60);
  });
});

describe('the children of the morning', () => {
  const school = makeSchool();
  const { rows } = school;
  const today = absencesOn(school, MONDAY);
  const accepted = rows.absenceReport.filter((one) => one.state === 'accepted');

  it('reported: of every kind, none for weather, all but granted leave by an accepted report', () => {
    const spans = today.map((one) => one.span);
    for (const span of ['wholeDay', 'lessons', 'arrivesLate', 'leavesEarly']) expect(spans).toContain(span);
    expect(today.filter((one) => one.reason === 'weather')).toEqual([]);
    expect(today.filter((one) => one.untilDay === null)).toHaveLength(1);
    expect(today.filter((one) => one.fromDay < MONDAY)).toHaveLength(1);
    const silent = today.filter((one) => !accepted.some((report) => report.absenceId === one.id));
    expect(silent.map((one) => one.reason)).toEqual(['leave']);
    expect(rows.leaveRequest.find((one) => one.absenceId === silent[0]?.id)?.state).toBe('granted');
    const noted = rows.absenceNotifiable.filter((one) => today.some((absence) => absence.id === one.id));
    expect(noted).toMatchObject([{ illness: 'headLice', healthOfficeNotifiedAt: null }]);
  });

  it('a pair of siblings is ill, told by one call', () => {
    const pair = [childNamed(school, 'Defne Şahin'), childNamed(school, 'Kerem Şahin')];
    const reports = pair.map((child) =>
      accepted.find((one) => one.studentId === child.id && one.fromDay === MONDAY),
    );
    expect(reports[0]?.guardianId).toBe(reports[1]?.guardianId);
    expect(reports[0]?.takenAt).toBe(reports[1]?.takenAt);
  });

  it('missing: one whose mother was not reached, one ill yesterday, one who should have come by now', () => {
    const [attempt, ...more] = rows.contactAttempt.filter((one) => one.day === MONDAY);
    expect(more).toEqual([]);
    expect(attempt).toMatchObject({
      studentId: childNamed(school, 'Mia-Sophie Wiśniewska', '2b').id,
      outcome: 'notReached',
    });
    const emir = rows.absence
      .filter((one) => one.studentId === childNamed(school, 'Emir Yılmaz', '3b').id)
      .at(-1);
    const yesterday = schoolDayBefore(MONDAY, rows.freePeriod);
    expect(emir).toMatchObject({ fromDay: yesterday, untilDay: yesterday, reason: 'illness' });
    const jonas = today.find((one) => one.studentId === childNamed(school, 'Jonas Müller-Behrens', '1a').id);
    expect(jonas).toMatchObject({
      span: 'arrivesLate',
      atTime: '08:10',
      recordedAt: '2026-11-23T06:41:00.000Z',
    });
    const silent = rows.rollCallMark.filter(
      (one) => one.state === 'missing' && one.studentId !== jonas?.studentId,
    );
    expect(silent.filter((mark) => today.some((one) => one.studentId === mark.studentId))).toEqual([]);
    expect(
      silent.filter((mark) =>
        rows.absenceReport.some((one) => one.state === 'waiting' && one.studentId === mark.studentId),
      ),
    ).toEqual([]);
  });

  it('marks come from the class teacher of a class that has reported', () => {
    for (const mark of rows.rollCallMark.filter((one) => one.day === MONDAY && one.state === 'missing')) {
      const call = rows.rollCall.find((one) => one.classId === mark.classId && one.day === MONDAY);
      expect(call?.staffId).toBe(mark.staffId);
      expect(call?.reportedAt).toBe(mark.at);
    }
  });

  it('waiting: from the portal, undecided, two of them siblings by one guardian', () => {
    const waiting = rows.absenceReport.filter((one) => one.state === 'waiting');
    const untouched = {
      channel: 'portal',
      absenceId: null,
      recordedBy: null,
      decidedBy: null,
      decidedAt: null,
    } as const;
    for (const report of waiting) expect(report).toMatchObject(untouched);
    expect(new Set(waiting.map((one) => one.guardianId)).size).toBe(3);
    for (const { studentId, guardianId, reporterRelation } of waiting) {
      const tie = rows.guardianship.find(
        (one) => one.studentId === studentId && one.guardianId === guardianId,
      );
      expect(tie).toMatchObject({ blocked: 0, relation: reporterRelation });
    }
  });

  it('parked calls belong to Nermin Yıldız and can be read by the phone desk', () => {
    const yildiz = school.staffAccounts.find((one) => one.userName === 'yildiz')?.staffId;
    expect(rows.parkedCall.map((one) => one.staffId)).toEqual([yildiz, yildiz]);
    const [first, second] = rows.parkedCall.map((one) => readDraft(one.draft));
    expect(first).toMatchObject({ query: 'harms', studentId: null });
    expect(second).toMatchObject({
      studentId: childNamed(school, 'Jette Kruse').id,
      note: 'Frau Kruse ruft zurück',
    });
  });
});

describe('today’s absences', () => {
  it.each(days)('begin and end on school days near by, on %s', (today) => {
    const school = makeSchool('small', { today });
    for (const { fromDay, untilDay } of absencesOn(school, today)) {
      expect(isSchoolDay(fromDay, school.rows.freePeriod)).toBe(true);
      if (untilDay) expect(isSchoolDay(untilDay, school.rows.freePeriod)).toBe(true);
      const length = (Date.parse(untilDay ?? today) - Date.parse(fromDay)) / 86_400_000;
      expect(length).toBeLessThanOrEqual(10);
    }
  });
});
