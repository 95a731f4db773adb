import type { OpenCase } from '../../../src-shared/cases/contract.ts';
import { countUnexplained } from '../../../src-shared/cases/open-cases.ts';
import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import { holidaysRunOut } from '../../../src-shared/values/school-calendar.ts';
import { ageOn } from '../../../src-shared/values/school-year.ts';
import { readOpenCases } from '../cases/open-cases.ts';
import { newMessages } from '../inbox/messages.ts';
import { inboxReports } from '../inbox/waiting-reports.ts';
import { absentStudents } from './absent-students.ts';
import { readBirthdays } from './birthdays.ts';
import { dayHead } from './day-head.ts';
import { earlyPickups } from './early-pickups.ts';
import { groupedBy } from './grouped.ts';
import {
  type ClassName,
  compareByClass,
  countStudents,
  readClasses,
  readStaffNames,
  readStudents,
  shown,
} from './people.ts';
import { readDay } from './read-day.ts';
import { readRollCalls, rollCallState } from './roll-calls.ts';
import type { Viewpoint } from './viewpoint.ts';

type TodayOffice = OperationResult<'today.office'>;

/** Heute for the office. Each figure is the length of a list in the same answer. */
export async function todayOffice(db: DomainReader, viewpoint: Viewpoint): Promise<TodayOffice> {
  const day = await readDay(db, viewpoint, viewpoint.day);
  const birthdays = await readBirthdays(db, viewpoint.day);
  const named = [...birthdays.map((one) => one.studentId), ...day.waiting.map((one) => one.studentId)];
  const students = await readStudents(db, [...day.children.keys(), ...named], viewpoint.day);
  const absent = absentStudents(day, students);
  const cases = await readOpenCases(db, day, students);
  const counts = await countStudents(db, viewpoint.day);
  return {
    ...dayHead(day),
    students: [...counts.values()].reduce((sum, count) => sum + count, 0),
    absent: absent.length,
    unexplained: countUnexplained(cases),
    absentStudents: absent.map(({ view }) => view),
    openCases: cases,
    classes: await classTiles(db, day, { cases, absent, counts }),
    reports: await inboxReports(db, day.waiting, students),
    messages: await newMessages(db, viewpoint.day),
    birthdays: birthdays
      .flatMap(({ studentId, birthDate }) => {
        const student = students.get(studentId);
        return student ? [{ student, age: ageOn(birthDate, viewpoint.day) }] : [];
      })
      .sort((left, right) => compareByClass(left.student, right.student))
      .map(({ student, age }) => ({ ...shown(student), age })),
    earlyPickups: earlyPickups(day, students),
    holidaysRunOut: holidaysRunOut(viewpoint.day, day.periods),
  };
}

interface Counted {
  readonly cases: readonly OpenCase[];
  readonly absent: ReturnType<typeof absentStudents>;
  readonly counts: ReadonlyMap<string | null, number>;
}

async function classTiles(
  db: DomainReader,
  { morning }: Awaited<ReturnType<typeof readDay>>,
  { cases, absent, counts }: Counted,
): Promise<TodayOffice['classes']> {
  const rollCalls = await readRollCalls(db, morning.day);
  const staffName = await readStaffNames(db);
  const absentIn = groupedBy(absent, ({ student }) => student.classId ?? '');
  const classOf = new Map(absent.map(({ student }) => [student.studentId, student.classId ?? '']));
  const casesIn = groupedBy(cases, ({ studentId }) => classOf.get(studentId) ?? '');
  const tile = ({ classId, name, gradeLevel }: ClassName): TodayOffice['classes'][number] => {
    const students = counts.get(classId) ?? 0;
    return {
      classId,
      name,
      gradeLevel,
      students,
      absent: absentIn.get(classId)?.length ?? 0,
      unexplained: countUnexplained(casesIn.get(classId) ?? []),
      ...rollCallState(classId, rollCalls, { morning, students, staffName }),
    };
  };
  return (await readClasses(db, morning.day)).map(tile);
}
