import { lasting, lastsOn } from '../../../src-shared/school/last-day.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { among } from './among.ts';

/** A child as lists show it. `className` is empty while the child belongs to none. */
export interface NamedStudent {
  readonly studentId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly classId: string | null;
  readonly className: string;
}

export interface ClassName {
  readonly classId: string;
  readonly name: string;
  readonly gradeLevel: number;
}

const collator = new Intl.Collator('de', { numeric: true });

/** Classes that exist on the day, in natural order: 2b before 10a. */
export async function readClasses(db: DomainReader, day: Day): Promise<ClassName[]> {
  const rows = await db
    .selectFrom('schoolClass')
    .select(['id as classId', 'name', 'gradeLevel', 'endedOn'])
    .execute();
  return rows
    .filter((row) => lastsOn(row.endedOn, day))
    .map(({ classId, name, gradeLevel }) => ({ classId, name, gradeLevel }))
    .sort((left, right) => collator.compare(left.name, right.name));
}

/** The children with these ids who are at the school on the day, by id. */
export async function readStudents(
  db: DomainReader,
  ids: Iterable<string>,
  day: Day,
): Promise<Map<string, NamedStudent>> {
  const rows = await studentsOn(db, day).where(among('student.id', ids)).execute();
  return new Map(rows.map((row) => [row.studentId, named(row)]));
}

/** Every child of the school on the day, or of one class; by name. */
export async function readAllStudents(db: DomainReader, day: Day, classId?: string): Promise<NamedStudent[]> {
  const query = studentsOn(db, day);
  const rows = await (classId === undefined ? query : query.where('student.classId', '=', classId)).execute();
  return rows.map(named).sort(compareByName);
}

/** How many children each class has on the day; `null` counts those without one. */
export async function countStudents(db: DomainReader, day: Day): Promise<Map<string | null, number>> {
  const rows = await db
    .selectFrom('student')
    .select((select) => ['classId', select.fn.countAll<number>().as('count')])
    .where(lasting('leftOn', day))
    .groupBy('classId')
    .execute();
  return new Map(rows.map((row) => [row.classId, Number(row.count)]));
}

/** Compares by family name, then given name, in German order (DIN 5007-1). */
export function compareByName(
  left: Pick<NamedStudent, 'givenName' | 'familyName'>,
  right: Pick<NamedStudent, 'givenName' | 'familyName'>,
): number {
  return (
    collator.compare(left.familyName, right.familyName) || collator.compare(left.givenName, right.givenName)
  );
}

/** Compares by class in natural order, then by name. */
export function compareByClass(left: NamedStudent, right: NamedStudent): number {
  return collator.compare(left.className, right.className) || compareByName(left, right);
}

/** What a list shows of a child; the class's id stays inside. */
export function shown({ studentId, givenName, familyName, className }: NamedStudent) {
  return { studentId, givenName, familyName, className };
}

/**
 * How colleagues are named beside what they did, by id: the surname, with an initial where two share it.
 * An unknown id has the empty name.
 */
export async function readStaffNames(db: DomainReader): Promise<(staffId: string | null) => string> {
  const rows = await db.selectFrom('staffMember').select(['id', 'givenName', 'familyName']).execute();
  const count = new Map<string, number>();
  for (const { familyName } of rows) count.set(familyName, (count.get(familyName) ?? 0) + 1);
  const names = new Map(
    rows.map(({ id, givenName, familyName }) => [
      id,
      (count.get(familyName) ?? 0) > 1 ? `${givenName.slice(0, 1)}. ${familyName}` : familyName,
    ]),
  );
  return (staffId) => (staffId === null ? '' : (names.get(staffId) ?? ''));
}

function studentsOn(db: DomainReader, day: Day) {
  return db
    .selectFrom('student')
    .leftJoin('schoolClass', 'schoolClass.id', 'student.classId')
    .select(['student.id as studentId', 'student.givenName', 'student.familyName', 'student.classId'])
    .select('schoolClass.name as className')
    .where(lasting('student.leftOn', day));
}

function named(row: Omit<NamedStudent, 'className'> & { className: string | null }): NamedStudent {
  return { ...row, className: row.className ?? '' };
}
