import type { StaffRole } from '../../src-shared/rights/roles.ts';
import type { Row } from '../../src-shared/tables/registry.ts';
import { asciiName } from '../../src-shared/values/ascii-name.ts';
import { addDays, mondayOf } from '../../src-shared/values/day.ts';
import { schoolYearName, schoolYearStart } from './calendar.ts';
import { CAST_TEACHERS_CLASS, castStaff } from './cast.ts';
import type { DemoStaffAccount } from './demo-school.ts';
import { cultures, drawCulture } from './names.ts';
import type { Random } from './random.ts';
import type { ClassDraft, SchoolDraft, StaffDraft } from './school-draft.ts';

export interface StaffAndClasses {
  readonly staff: readonly StaffDraft[];
  readonly classes: readonly ClassDraft[];
  readonly accounts: readonly DemoStaffAccount[];
}

type Kind = Row<'classAssignment'>['kind'];
type Days = Pick<Row<'classAssignment'>, 'fromDay' | 'untilDay'>;

/** The class whose teacher is away this week. */
const SUBSTITUTED_CLASS = '2c';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Puts staff, classes and who teaches whom into the draft's rows. */
export function makeStaffAndClasses(draft: SchoolDraft): StaffAndClasses {
  const random = draft.random.fork('staff');
  const staff = makeStaff(draft, random);
  const teachers = staff.filter((person) => person.role === 'teacher');
  const classes = makeClasses(draft, teachers);
  putStaffRows(draft, staff);
  for (const { id, name, grade } of classes) {
    const schoolYear = schoolYearName(draft.schoolYear);
    draft.rows.schoolClass.push({ id, name, gradeLevel: grade, schoolYear, endedOn: null });
  }
  putAssignments(draft, random, teachers, classes);
  return { staff, classes, accounts: accountsOf(draft, staff) };
}

function roleAt(index: number, officeStaff: number): StaffRole {
  if (index < officeStaff) return 'schoolOffice';
  if (index === officeStaff) return 'principal';
  return index === officeStaff + 1 ? 'administrator' : 'teacher';
}

function makeStaff(draft: SchoolDraft, random: Random): StaffDraft[] {
  const left = draft.plan.isFirst ? [...castStaff] : [];
  const taken = new Set(left.map((person) => person.familyName as string));
  return Array.from({ length: draft.plan.staff }, (_, index) => {
    const role = roleAt(index, draft.plan.officeStaff);
    const cast = left.findIndex((person) => person.role === role);
    const [known] = cast < 0 ? [] : left.splice(cast, 1);
    const { givenName, familyName } = known ?? drawColleague(random, taken);
    return { id: draft.registerId(), givenName, familyName, role };
  });
}

/** Colleagues have different surnames as long as there are enough of them. */
function drawColleague(random: Random, taken: Set<string>): { givenName: string; familyName: string } {
  for (let tried = 0; ; tried += 1) {
    const culture = random.chance(0.8) ? cultures.german : drawCulture(random);
    const sex = random.chance(0.82) ? 'female' : 'male';
    const name = random.pick(culture.surnames)[sex];
    const familyName = tried < 20 ? name : `${name}-${random.pick(cultures.german.surnames)[sex]}`;
    if (taken.has(familyName)) continue;
    taken.add(familyName);
    return { givenName: random.pick(culture.adults[sex]), familyName };
  }
}

function makeClasses(draft: SchoolDraft, teachers: readonly StaffDraft[]): ClassDraft[] {
  const names = draft.plan.classSizes.flatMap((sizes, grade) =>
    sizes.map((size, index) => ({ name: `${grade + 1}${LETTERS[index]}`, grade: grade + 1, size })),
  );
  // The first teacher is the cast's and has a class of their own; the others follow in order.
  const [first, ...others] = teachers;
  return names.map((one) => {
    const teacher = one.name === CAST_TEACHERS_CLASS ? first : others.shift();
    if (!teacher) throw new RangeError('fewer teachers than classes');
    return { ...one, teacher, id: draft.registerId() };
  });
}

function putStaffRows(draft: SchoolDraft, staff: readonly StaffDraft[]): void {
  const taken = new Set<string>();
  for (const { id, givenName, familyName, role } of staff) {
    const letters = familyName.replace(/[^\p{L}]/gu, '');
    let shortName = letters.slice(0, 3);
    for (let length = 4; taken.has(shortName); length += 1)
      shortName = letters.slice(0, length) || `${givenName}${length}`;
    taken.add(shortName);
    draft.rows.staffMember.push({ id, givenName, familyName, shortName, role, leftOn: null });
  }
}

function putAssignments(
  draft: SchoolDraft,
  random: Random,
  teachers: readonly StaffDraft[],
  classes: readonly ClassDraft[],
): void {
  const fromDay = schoolYearStart(draft.schoolYear);
  const assign = (staffId: string, classId: string, kind: Kind, days: Days = { fromDay, untilDay: null }) => {
    draft.rows.classAssignment.push({ id: draft.registerId(), classId, staffId, kind, ...days });
  };
  for (const { id, teacher } of classes) assign(teacher.id, id, 'classTeacher');
  const own = new Set(classes.map((one) => one.teacher));
  for (const teacher of teachers) {
    const others = random.shuffled(classes.filter((one) => one.teacher !== teacher));
    for (const { id } of others.slice(0, own.has(teacher) ? 1 : 3)) assign(teacher.id, id, 'subjectTeacher');
  }
  const substituted = classes.find((one) => one.name === SUBSTITUTED_CLASS);
  if (!substituted) return;
  const substitute = strangerTo(draft, substituted, random.shuffled(teachers.filter((one) => !own.has(one))));
  const monday = mondayOf(draft.today);
  assign(substitute.id, substituted.id, 'substitute', { fromDay: monday, untilDay: addDays(monday, 4) });
}

/** A teacher who does not teach the class anyway, so that the substitution shows. */
function strangerTo(
  draft: SchoolDraft,
  schoolClass: ClassDraft,
  teachers: readonly StaffDraft[],
): StaffDraft {
  const ofClass = draft.rows.classAssignment.filter((one) => one.classId === schoolClass.id);
  const known = new Set(ofClass.map((one) => one.staffId));
  return teachers.find((one) => !known.has(one.id)) ?? schoolClass.teacher;
}

/** User names are surnames in small letters; in the schools of a town with the school's key behind them. */
function accountsOf(draft: SchoolDraft, staff: readonly StaffDraft[]): DemoStaffAccount[] {
  const taken = new Set<string>();
  return staff.map(({ id, familyName, role }) => {
    const name = asciiName(familyName);
    const base = draft.plan.isFirst ? name : `${name}.${draft.plan.key}`;
    let userName = base;
    for (let count = 2; taken.has(userName); count += 1) userName = `${base}${count}`;
    taken.add(userName);
    return { staffId: id, userName, role };
  });
}
