import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../../src-shared/school/settings.ts';
import { weekday } from '../../../src-shared/values/day.ts';
import { grouped, MONDAY, makeSchool } from './make-school.ts';

const school = makeSchool();
const { rows } = school;

describe('the small demo school', () => {
  it('has twelve classes 1a to 4c of 19 to 21 children, 240 in all', () => {
    expect(rows.schoolClass.map((one) => one.name)).toEqual([
      '1a',
      '1b',
      '1c',
      '2a',
      '2b',
      '2c',
      '3a',
      '3b',
      '3c',
      '4a',
      '4b',
      '4c',
    ]);
    expect(rows.student).toHaveLength(240);
    expect(rows.studentDetail).toHaveLength(240);
    for (const { id, name, gradeLevel, schoolYear } of rows.schoolClass) {
      const size = rows.student.filter((one) => one.classId === id).length;
      expect(size, name).toBeGreaterThanOrEqual(19);
      expect(size, name).toBeLessThanOrEqual(21);
      expect(String(gradeLevel)).toBe(name[0]);
      expect(schoolYear).toBe('2026/27');
    }
  });

  it('has about 430 guardians, each with a child', () => {
    expect(Math.abs(rows.guardian.length - 430)).toBeLessThanOrEqual(15);
    const tied = new Set(rows.guardianship.map((one) => one.guardianId));
    expect(rows.guardian.filter((one) => !tied.has(one.id))).toEqual([]);
    const cared = new Set(rows.guardianship.map((one) => one.studentId));
    expect(rows.student.filter((one) => !cared.has(one.id))).toEqual([]);
  });

  it('has 24 staff with accounts, the known ones among them', () => {
    expect(rows.staffMember).toHaveLength(24);
    expect(school.staffAccounts.map((one) => one.staffId)).toEqual(rows.staffMember.map((one) => one.id));
    const names = new Map(school.staffAccounts.map((one) => [one.userName, one]));
    expect(names.size).toBe(24);
    const person = (userName: string) => {
      const account = names.get(userName);
      const member = rows.staffMember.find((one) => one.id === account?.staffId);
      return [member?.givenName, member?.familyName, member?.role, account?.role];
    };
    expect(person('yildiz')).toEqual(['Nermin', 'Yıldız', 'schoolOffice', 'schoolOffice']);
    expect(person('petersen')).toEqual(['Jens', 'Petersen', 'teacher', 'teacher']);
    expect(person('brandt')).toEqual(['Katrin', 'Brandt', 'principal', 'principal']);
    const roles = grouped(rows.staffMember, (one) => one.role);
    expect([...roles].map(([role, people]) => [role, people.length])).toEqual([
      ['schoolOffice', 2],
      ['principal', 1],
      ['administrator', 1],
      ['teacher', 20],
    ]);
    expect(school.staffAccounts.filter((one) => !/^[a-z0-9-]+$/.test(one.userName))).toEqual([]);
    expect(new Set(rows.staffMember.map((one) => one.shortName)).size).toBe(24);
  });

  it('has one class teacher per class, Petersen in 3b', () => {
    for (const { id, name } of rows.schoolClass) {
      const teachers = rows.classAssignment.filter(
        (one) => one.classId === id && one.kind === 'classTeacher',
      );
      expect(teachers, name).toHaveLength(1);
      const teacher = rows.staffMember.find((one) => one.id === teachers[0]?.staffId);
      expect(teacher?.role).toBe('teacher');
      if (name === '3b') expect(teacher?.familyName).toBe('Petersen');
    }
  });

  it('has one substitution, from Monday to Friday of this week, by somebody new to the class', () => {
    const [substitution, ...others] = rows.classAssignment.filter((one) => one.kind === 'substitute');
    expect(others).toEqual([]);
    expect(substitution).toMatchObject({ fromDay: MONDAY, untilDay: '2026-11-27' });
    const same = rows.classAssignment.filter(
      (one) => one.classId === substitution?.classId && one.staffId === substitution.staffId,
    );
    expect(same).toHaveLength(1);
  });

  it('has settings that the school can read', () => {
    const settings = settingsFrom(rows.schoolSetting);
    expect(settings).toMatchObject({
      schoolName: 'Grundschule am Lindenbach',
      timeZone: 'Europe/Berlin',
      stateCode: 'DE-NI',
      lessonsStart: '08:00',
      reportCutoff: '08:00',
      rollCallLimit: '08:20',
      certificateFromDay: 4,
      writtenExcuseWithinDays: 3,
      leaveLimitDays: 2,
    });
    expect(settings.lessonTimes).toHaveLength(6);
    expect(settings.lessonTimes[0]).toEqual({ from: '08:00', until: '08:45' });
    expect(rows.schoolSetting).toHaveLength(11);
  });

  it('knows the days without lessons of the last, this and the next school year', () => {
    const names = (from: string, until: string) =>
      rows.freePeriod.filter((one) => one.fromDay >= from && one.fromDay <= until).map((one) => one.name);
    for (const year of [2025, 2026, 2027]) {
      const found = names(`${year}-08-01`, `${year + 1}-07-31`);
      expect(found).toEqual(
        expect.arrayContaining(['Reformationstag', 'Weihnachtsferien', 'Osterferien', 'Sommerferien']),
      );
    }
    expect(new Set(rows.freePeriod.map((one) => one.kind))).toEqual(
      new Set(['publicHoliday', 'schoolHoliday']),
    );
  });

  it('has children of the age of their grade, and no two of one name in a class', () => {
    const grades = new Map(rows.schoolClass.map((one) => [one.id, one.gradeLevel]));
    const details = new Map(rows.studentDetail.map((one) => [one.id, one]));
    const adult = rows.guardianship.find((one) => one.relation === 'self')?.studentId;
    for (const { id, classId } of rows.student.filter((one) => one.id !== adult)) {
      const born = details.get(id)?.birthDate ?? '';
      const age = 2026 - Number(born.slice(0, 4)) - (born.slice(5) > '09-30' ? 1 : 0);
      expect(age - (grades.get(classId ?? '') ?? 0), born).toBe(5);
    }
    const names = rows.student.map((one) => `${one.classId} ${one.givenName} ${one.familyName}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has a birthday today and another one this week', () => {
    const days = rows.studentDetail.map((one) => one.birthDate?.slice(5));
    expect(days.filter((day) => day === MONDAY.slice(5))).toHaveLength(1);
    const week = ['11-24', '11-25', '11-26', '11-27', '11-28', '11-29'];
    expect(days.filter((day) => day && week.includes(day)).length).toBeGreaterThanOrEqual(1);
    expect(weekday(MONDAY)).toBe(1);
  });

  it('has all-day care, lunch, and children who are regularly fetched early', () => {
    const care = rows.studentDetail.filter((one) => one.allDayCare === 1).length;
    expect(care).toBeGreaterThan(80);
    expect(care).toBeLessThan(150);
    expect(rows.studentDetail.filter((one) => one.lunch === 1).length).toBeGreaterThan(80);
    const early = rows.studentDetail.filter((one) => one.earlyPickupAt !== null);
    expect(early.length).toBeGreaterThanOrEqual(3);
    expect(
      early.filter((one) => one.allDayCare === 1 || !/^1[12]:\d\d$/.test(one.earlyPickupAt ?? '')),
    ).toEqual([]);
  });
});
