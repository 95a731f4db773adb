import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import { isRollCallOverdue } from '../../../src-shared/today/morning.ts';
import { type Day, inTimeZone } from '../../../src-shared/values/day.ts';
import { groupedBy } from '../today/grouped.ts';
import { type NamedStudent, readAllStudents, readClasses, readStaffNames } from '../today/people.ts';
import { readDay, type SchoolDay } from '../today/read-day.ts';
import { readRollCalls } from '../today/roll-calls.ts';
import type { Viewpoint } from '../today/viewpoint.ts';

/** Stands for a class where a child has none: nobody may be missing on a list because of that. */
const WITHOUT_CLASS = '–';

/** A class as sheets need it, with its children by name. */
export interface SheetClass {
  readonly className: string;
  readonly classTeacher: string | null;
  readonly hasReported: boolean;
  readonly overdue: boolean;
  readonly students: readonly NamedStudent[];
}

/** One reading of a day from which any sheet can be made. */
export interface SheetSource {
  readonly day: SchoolDay;
  readonly classes: readonly SheetClass[];
  readonly students: ReadonlyMap<string, NamedStudent>;
  readonly head: {
    readonly schoolName: string;
    readonly day: Day;
    readonly printedAt: { readonly day: Day; readonly time: string };
  };
}

/** Reads all children of the school with their state on the day. */
export async function readSheetSource(
  db: DomainReader,
  viewpoint: Viewpoint,
  onDay: Day,
): Promise<SheetSource> {
  const day = await readDay(db, viewpoint, onDay);
  const students = await readAllStudents(db, onDay);
  return {
    day,
    classes: await sheetClasses(db, day, students),
    students: new Map(students.map((student) => [student.studentId, student])),
    head: {
      schoolName: day.settings.schoolName,
      day: onDay,
      printedAt: inTimeZone(viewpoint.nowMs, day.settings.timeZone),
    },
  };
}

/** `HH:MM` at the school of an instant. */
export function timeAtSchool(instant: string, { settings }: SchoolDay): string {
  return inTimeZone(Date.parse(instant), settings.timeZone).time;
}

async function sheetClasses(
  db: DomainReader,
  { morning }: SchoolDay,
  students: readonly NamedStudent[],
): Promise<SheetClass[]> {
  const { counting } = await readRollCalls(db, morning.day);
  const teachers = await readClassTeachers(db, morning.day);
  const byClass = groupedBy(students, (student) => student.classId ?? '');
  const classes = (await readClasses(db, morning.day)).map(({ classId, name }) => ({
    className: name,
    classTeacher: teachers.get(classId) ?? null,
    hasReported: counting.has(classId),
    overdue: isRollCallOverdue(morning, counting.has(classId)),
    students: byClass.get(classId) ?? [],
  }));
  const listed = new Set(classes.flatMap((one) => one.students));
  const others = students.filter((student) => !listed.has(student));
  const without = { className: WITHOUT_CLASS, classTeacher: null, hasReported: false, overdue: false };
  return [...classes, { ...without, students: others }].filter((one) => one.students.length > 0);
}

async function readClassTeachers(db: DomainReader, day: Day): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('classAssignment')
    .select(['classId', 'staffId'])
    .where('kind', '=', 'classTeacher')
    .where('fromDay', '<=', day)
    .where((where) => where.or([where('untilDay', 'is', null), where('untilDay', '>=', day)]))
    .orderBy('fromDay')
    .execute();
  const staffName = await readStaffNames(db);
  return new Map(rows.map(({ classId, staffId }) => [classId, staffName(staffId)]));
}
