import { describe, expect, it } from 'vitest';
import { markOf } from '../../../src-shared/absences/rows.ts';
import { settingsFrom } from '../../../src-shared/school/settings.ts';
import { addDays, inTimeZone, weekday } from '../../../src-shared/values/day.ts';
import { isSchoolDay, schoolDayBefore, schoolDaysIn } from '../../../src-shared/values/school-calendar.ts';
import { childNamed, grouped, MONDAY, makeSchool } from './make-school.ts';

const school = makeSchool();
const { rows } = school;
const past = rows.absence.filter(
  (one) => one.fromDay < MONDAY && one.untilDay !== null && one.untilDay < MONDAY,
);
const wholeDays = past.filter((one) => one.span === 'wholeDay' && one.withdrawn === 0);

/** Child-days away, by day. */
function awayByDay(): Map<string, number> {
  const days = wholeDays.flatMap((one) =>
    schoolDaysIn(one.fromDay, one.untilDay ?? one.fromDay, rows.freePeriod),
  );
  return new Map([...grouped(days, (day) => day)].map(([day, list]) => [day, list.length]));
}

/** Children who were at the school on the day: first-graders came this August. */
function childrenOn(day: string): number {
  const beginners = new Set(rows.schoolClass.filter((one) => one.gradeLevel === 1).map((one) => one.id));
  return rows.student.filter((one) => day >= '2026-08-01' || !beginners.has(one.classId ?? '')).length;
}

function rateOf(from: string, until: string): number {
  const away = awayByDay();
  const days = schoolDaysIn(from, until, rows.freePeriod);
  const childDays = days.reduce((sum, day) => sum + childrenOn(day), 0);
  return days.reduce((sum, day) => sum + (away.get(day) ?? 0), 0) / childDays;
}

describe('a year of absences', () => {
  it('reaches back twelve months, and for first-graders to their first day', () => {
    const days = past.map((one) => one.fromDay).toSorted();
    expect(days[0]?.slice(0, 7)).toBe('2025-11');
    expect(days.at(-1)?.slice(0, 7)).toBe('2026-11');
    const beginners = new Set(rows.schoolClass.filter((one) => one.gradeLevel === 1).map((one) => one.id));
    const young = new Set(
      rows.student.filter((one) => beginners.has(one.classId ?? '')).map((one) => one.id),
    );
    expect(past.filter((one) => young.has(one.studentId) && one.fromDay < '2026-08-01')).toEqual([]);
    expect(past.some((one) => young.has(one.studentId))).toBe(true);
  });

  it('has 3 to 8 % of the children away, more in winter than in summer', () => {
    const year = rateOf('2025-11-24', '2026-11-20');
    expect(year).toBeGreaterThan(0.03);
    expect(year).toBeLessThan(0.08);
    for (const month of ['2025-12', '2026-01', '2026-02', '2026-03', '2026-06', '2026-09']) {
      const rate = rateOf(`${month}-01`, `${month}-28`);
      expect(rate, month).toBeGreaterThan(0.02);
      expect(rate, month).toBeLessThan(0.1);
    }
    expect(rateOf('2026-01-06', '2026-02-28')).toBeGreaterThan(1.4 * rateOf('2026-05-01', '2026-06-30'));
  });

  it('begins and ends on school days, mostly after one to three', () => {
    for (const { fromDay, untilDay } of past) {
      expect(isSchoolDay(fromDay, rows.freePeriod), fromDay).toBe(true);
      expect(isSchoolDay(untilDay ?? '', rows.freePeriod), String(untilDay)).toBe(true);
    }
    const lengths = wholeDays.map(
      (one) => schoolDaysIn(one.fromDay, one.untilDay ?? '', rows.freePeriod).length,
    );
    const short = lengths.filter((length) => length <= 3).length;
    expect(short / lengths.length).toBeGreaterThan(0.85);
    expect(Math.max(...lengths)).toBe(8);
    expect(Math.min(...lengths)).toBe(1);
  });

  it('never has a child away twice on one day', () => {
    const valid = rows.absence.filter((one) => one.withdrawn === 0);
    for (const of of grouped(valid, (one) => one.studentId).values()) {
      const sorted = of.toSorted((left, right) => (left.fromDay < right.fromDay ? -1 : 1));
      for (const [index, one] of sorted.entries()) {
        const next = sorted[index + 1];
        if (next) expect(one.untilDay !== null && one.untilDay < next.fromDay).toBe(true);
      }
    }
  });

  it('is mostly excused; the rest is unexcused or still awaited, and awaited ones are rare among the old', () => {
    const share = (excuse: string, of = past) => of.filter((one) => one.excuse === excuse).length / of.length;
    expect(share('excused')).toBeGreaterThan(0.85);
    expect(share('unexcused')).toBeGreaterThan(0.005);
    const recent = past.filter((one) => one.fromDay >= '2026-11-17' && one.excuseExpected !== 'none');
    expect(share('open', recent)).toBeGreaterThan(0.2);
    expect(
      share(
        'open',
        past.filter((one) => one.fromDay < '2026-10-01'),
      ),
    ).toBeLessThan(0.05);
    const limit = settingsFrom(rows.schoolSetting).writtenExcuseWithinDays;
    const written = past.flatMap((one) =>
      one.writtenExcuseOn && one.untilDay ? [[one.untilDay, one.writtenExcuseOn]] : [],
    );
    expect(written.length).toBeGreaterThan(300);
    const late = written.filter(
      ([until = '', on = '']) => schoolDaysIn(until, on, rows.freePeriod).length > limit + 2,
    );
    expect(late).toEqual([]);
  });

  it('knows all reasons, part of a day with its time or lessons, and notifiable illnesses', () => {
    expect(new Set(rows.absence.map((one) => one.reason))).toEqual(
      new Set(['illness', 'doctor', 'weather', 'leave', 'other']),
    );
    for (const { span, atTime, fromLesson, untilLesson } of rows.absence) {
      const timed = span === 'arrivesLate' || span === 'leavesEarly';
      expect(atTime !== null).toBe(timed);
      expect(fromLesson !== null && untilLesson !== null).toBe(span === 'lessons');
    }
    expect(rows.absenceNotifiable.length).toBeGreaterThan(3);
    const ill = new Map(rows.absence.map((one) => [one.id, one]));
    for (const { id, studentId } of rows.absenceNotifiable)
      expect(ill.get(id)).toMatchObject({ studentId, reason: 'illness' });
  });

  it('has weather days in winter only, several children at once', () => {
    const days = grouped(
      rows.absence.filter((one) => one.reason === 'weather'),
      (one) => one.fromDay,
    );
    expect(days.size).toBeGreaterThan(0);
    for (const [day, of] of days) {
      expect(['01', '02']).toContain(day.slice(5, 7));
      expect(of.length).toBeGreaterThan(3);
    }
  });

  it.each([
    ['Tjark Wübbena', 1],
    ['Anđela Đorđević', 5],
  ])('%s is away on weekday %i again and again', (name, number) => {
    const own = past.filter((one) => one.studentId === childNamed(school, name).id);
    const onThatDay = own.filter((one) => weekday(one.fromDay) === number);
    expect(onThatDay.length).toBeGreaterThan(5);
    expect(onThatDay.length / own.length).toBeGreaterThan(0.6);
    expect(own.filter((one) => one.excuse !== 'excused').length).toBeGreaterThan(1);
  });
});

describe('what hangs on an absence', () => {
  const marks = new Map(rows.absenceMark.map((one) => [one.id, one]));
  const reports = grouped(rows.absenceReport, (one) => one.absenceId ?? '-');
  const events = grouped(rows.absenceEvent, (one) => one.absenceId);

  it('a mark of the same id for each that is not withdrawn, and for no other', () => {
    const valid = rows.absence.filter((one) => one.withdrawn === 0);
    expect(rows.absenceMark).toHaveLength(valid.length);
    for (const one of valid) expect(marks.get(one.id)).toEqual(markOf(one));
    expect(rows.absence.filter((one) => one.withdrawn === 1).length).toBeGreaterThan(3);
  });

  it('a report each, but for granted leave; by a guardian of the child or by its teacher', () => {
    const ties = new Set(
      rows.guardianship.map((one) => `${one.studentId} ${one.guardianId} ${one.relation}`),
    );
    for (const one of rows.absence) {
      const of = reports.get(one.id) ?? [];
      if (one.reason === 'leave') expect(of).toEqual([]);
      else expect(of.length).toBeGreaterThanOrEqual(1);
      for (const { channel, guardianId, reporterRelation, studentId } of of) {
        expect(studentId).toBe(one.studentId);
        if (guardianId === null) expect(channel).toBe('teacher');
        else expect(ties.has(`${studentId} ${guardianId} ${reporterRelation}`)).toBe(true);
      }
    }
  });

  it('an alias for each second report, and both reporters kept', () => {
    const second = [...reports.values()].filter((of) => of[0]?.absenceId && of.length > 1);
    expect(rows.absenceAlias).toHaveLength(second.length);
    for (const of of second) expect(new Set(of.map((one) => one.guardianId)).size).toBe(2);
  });

  it('a history whose changes lead to how the absence is now', () => {
    for (const one of rows.absence) {
      const of = events.get(one.id) ?? [];
      expect(['recorded', 'reportAccepted', 'leaveGranted']).toContain(of[0]?.kind);
      expect(of.map((event) => event.at)).toEqual(of.map((event) => event.at).toSorted());
      const changes = of.flatMap(
        (event) => JSON.parse(event.changes ?? '[]') as { field: string; to: unknown }[],
      );
      for (const { field, to } of changes) expect(one).toHaveProperty(field, to);
    }
  });

  it('leave that was asked for beforehand', () => {
    const granted = rows.leaveRequest.filter((one) => one.state === 'granted');
    expect(granted).toHaveLength(rows.absence.filter((one) => one.reason === 'leave').length);
    for (const { requestedAt, decidedAt, fromDay } of granted) {
      expect(requestedAt < String(decidedAt)).toBe(true);
      expect(String(decidedAt).slice(0, 10) < fromDay).toBe(true);
    }
    const states = grouped(rows.leaveRequest, (one) => one.state);
    expect([states.get('requested')?.length, states.get('declined')?.length]).toEqual([2, 1]);
  });
});

describe('the days before today', () => {
  it('children who came late, on school days on which they were not away', () => {
    expect(rows.tardiness.length).toBeGreaterThan(100);
    for (const { studentId, day, minutes } of rows.tardiness) {
      expect(isSchoolDay(day, rows.freePeriod)).toBe(true);
      expect(minutes).toBeGreaterThan(0);
      expect(minutes).toBeLessThan(60);
      const away = wholeDays.find(
        (one) => one.studentId === studentId && one.fromDay <= day && day <= (one.untilDay ?? ''),
      );
      expect(away).toBeUndefined();
    }
    expect(new Set(rows.tardiness.map((one) => `${one.studentId} ${one.day}`)).size).toBe(
      rows.tardiness.length,
    );
  });

  it('five days of roll calls by every class, cases closed, one concern cleared by the principal', () => {
    let day = MONDAY;
    for (let count = 0; count < 5; count += 1) {
      day = schoolDayBefore(day, rows.freePeriod);
      expect(rows.rollCall.filter((one) => one.day === day)).toHaveLength(12);
    }
    expect(rows.caseConcern).toMatchObject([{ factor: 'custodyConflict', decision: 'cleared' }]);
    const open = rows.contactAttempt.filter((one) => one.day < MONDAY && one.outcome === 'notReached');
    for (const { studentId, day: of } of open) {
      expect(
        rows.contactAttempt.some(
          (one) => one.studentId === studentId && one.day === of && one.outcome === 'onTheWay',
        ),
      ).toBe(true);
    }
  });

  it('reports were taken in the office’s hours or sent the evening before', () => {
    const { timeZone } = settingsFrom(rows.schoolSetting);
    for (const { takenAt, fromDay, channel } of rows.absenceReport.slice(0, 300)) {
      const { day, time } = inTimeZone(Date.parse(takenAt), timeZone);
      const earliest =
        channel === 'portal' || channel === 'answeringMachine' ? addDays(fromDay, -1) : fromDay;
      expect(day >= earliest && day <= fromDay, takenAt).toBe(true);
      expect(time > '05:00' && time < '22:00', takenAt).toBe(true);
    }
  });
});
