import { z } from 'zod';
import { idSchema } from '../absences/report-fields.ts';
import { onlyGiven } from '../absences/rows.ts';
import { isOpenClass } from '../classes/class-of-day.ts';
import { accepted, create, defineCommand, type RuleContext, refused } from '../contract/command.ts';
import { daySchema, timeOfDaySchema } from '../values/day.ts';
import {
  bareDetail,
  classMove,
  findStudent,
  type StudentRows,
  studentChanges,
  studentEvent,
} from './rows.ts';
import type { StudentEventKind } from './words.ts';

const nameSchema = z.string().trim().min(1).max(120);
const flag = z.union([z.literal(0), z.literal(1)]);
const ofStudent = { studentId: idSchema };
const named = z.object(ofStudent);
const subjects = (args: { studentId: string }) => [{ root: 'student' as const, id: args.studentId }];

const studentFields = {
  givenName: nameSchema,
  familyName: nameSchema,
  birthDate: daySchema.nullable(),
  allDayCare: flag,
  lunch: flag,
  /** `HH:MM` at which the child is regularly fetched before the others. */
  earlyPickupAt: timeOfDaySchema.nullable(),
};

/** Takes a child into the register. `classId` null: the class is not known yet (new intake). */
export const enrolStudent = defineCommand('students.enrol', {
  args: z.strictObject({ ...ofStudent, ...studentFields, classId: idSchema.nullable() }),
  result: named,
  // The child is nobody's yet: who may enrol is decided for the school.
  subjects: () => [{ root: 'school', id: '-' }],
  rule: async (context, args) => {
    if (args.classId !== null && !(await isOpenClass(context, args.classId))) return refused('classUnknown');
    const { studentId: id, givenName, familyName, classId, ...detail } = args;
    return accepted(
      [
        create('student', { id, givenName, familyName, classId, leftOn: null }),
        create('studentDetail', { ...bareDetail(id), ...detail }),
        studentEvent(context, id, 'enrolled', []),
        ...(classId === null ? [] : [classMove(context, id, null, classId)]),
      ],
      { studentId: id },
    );
  },
});

/** Corrects name, birthday, care or pick-up time of a child. */
export const correctStudent = defineCommand('students.correct', {
  args: z.strictObject({ ...ofStudent, fields: z.strictObject(studentFields).partial() }),
  result: named,
  subjects,
  rule: (context, args) =>
    change(context, args.studentId, 'corrected', ({ student, detail }) => {
      const { givenName, familyName, ...ofDetail } = onlyGiven(args.fields);
      return {
        student: { ...student, ...onlyGiven({ givenName, familyName }) },
        detail: { ...detail, ...ofDetail },
      };
    }),
});

/** Moves a child to another class, from now on. */
export const moveStudent = defineCommand('students.move', {
  args: z.strictObject({ ...ofStudent, classId: idSchema }),
  result: named,
  subjects,
  rule: async (context, args) => {
    if (!(await isOpenClass(context, args.classId))) return refused('classUnknown');
    return change(context, args.studentId, 'moved', ({ student, detail }) => ({
      student: { ...student, classId: args.classId },
      detail,
    }));
  },
});

/** A child leaves the school; nothing of it is deleted before its retention has run out. */
export const leaveSchool = defineCommand('students.leave', {
  args: z.strictObject({ ...ofStudent, on: daySchema }),
  result: named,
  subjects,
  rule: (context, args) =>
    change(context, args.studentId, 'left', ({ student, detail }) => ({
      student: { ...student, leftOn: args.on },
      detail,
    })),
});

/** A child that had left comes back, into a class or to be put into one. */
export const readmitStudent = defineCommand('students.readmit', {
  args: z.strictObject({ ...ofStudent, classId: idSchema.nullable() }),
  result: named,
  subjects,
  rule: async (context, args) => {
    if (args.classId !== null && !(await isOpenClass(context, args.classId))) return refused('classUnknown');
    return change(context, args.studentId, 'readmitted', ({ student, detail }) => ({
      student: { ...student, classId: args.classId, leftOn: null },
      detail,
    }));
  },
});

async function change(
  context: RuleContext,
  studentId: string,
  kind: StudentEventKind,
  edit: (before: StudentRows) => StudentRows,
) {
  const before = await findStudent(context.db, studentId);
  if (!before) return refused('studentUnknown');
  return accepted(await studentChanges(context, before, edit(before), kind), { studentId });
}
