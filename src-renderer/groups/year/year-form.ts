import type { CommandArgs } from '../../../src-shared/contract/commands.ts';
import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import { gradeLevelOf } from '../../../src-shared/roster/class-key.ts';
import type { Day } from '../../../src-shared/values/day.ts';

export type NewYear = OperationResult<'groups.newYear'>;
export type EndingClass = NewYear['classes'][number];

/** What somebody has decided for a class: the name that follows, or that its children leave. */
export interface Choice {
  readonly name: string;
  readonly leaves: boolean;
}

/** A child that goes another way than its class; `to` is the name of a new class, null: it leaves. */
export interface Apart {
  readonly studentId: string;
  /** `Mia Wulf (1a)` */
  readonly label: string;
  readonly to: string | null;
}

/** Everything that can be decided about a change of the school year. */
export interface YearForm {
  /** Null while no day can be read. */
  readonly firstDay: Day | null;
  /** By class. */
  readonly choices: Readonly<Record<string, Choice>>;
  /** Classes for the new first-years, as typed: `1a, 1b`. */
  readonly intake: string;
  readonly apart: readonly Apart[];
}

/** The form as proposed; new first-years come into classes named as this year's. */
export function proposedForm({ classes, firstDay }: NewYear): YearForm {
  const lowest = Math.min(...classes.map(({ gradeLevel }) => gradeLevel).filter((level) => level > 0));
  return {
    firstDay,
    choices: Object.fromEntries(
      classes.map(({ classId, following }) => [
        classId,
        { name: following.name, leaves: following.kind === 'leaves' },
      ]),
    ),
    intake: lowest === 1 ? namesIn(classes.filter((one) => one.gradeLevel === 1)).join(', ') : '',
    apart: [],
  };
}

function namesIn(classes: readonly { readonly name: string }[]): string[] {
  return classes.map(({ name }) => name);
}

/** A class of the new year as the form stands. */
export interface NewClass {
  readonly name: string;
  /** Names of the classes whose children come; none: it waits for new children. */
  readonly from: readonly string[];
  readonly students: number;
}

/** What the form makes of the school. */
export interface YearOutcome {
  readonly classes: readonly NewClass[];
  readonly before: number;
  readonly after: number;
  readonly leavers: readonly { readonly studentId: string; readonly label: string }[];
}

const collator = new Intl.Collator('de', { numeric: true });

/** Counts what a change would do; a child that goes another way is counted there. */
export function outcomeOf({ classes }: NewYear, form: YearForm): YearOutcome {
  const ownWay = new Map(form.apart.map(({ studentId, to }) => [studentId, to]));
  const made = new Map<string, { from: string[]; students: number }>();
  const into = (name: string) => made.get(name) ?? made.set(name, { from: [], students: 0 }).get(name);
  for (const name of intakeNames(form.intake)) into(name);
  const leavers: { studentId: string; label: string }[] = [];
  let before = 0;
  for (const one of classes) {
    const goesTo = targetOf(form, one.classId);
    if (goesTo) into(goesTo)?.from.push(one.name);
    for (const student of one.students) {
      before += 1;
      const own = ownWay.get(student.studentId);
      const to = own === undefined ? goesTo : own;
      const target = to === null ? undefined : into(to);
      if (target) target.students += 1;
      else leavers.push({ studentId: student.studentId, label: labelOf(student, one.name) });
    }
  }
  const after = [...made].map(([name, { from, students }]) => ({ name, from, students }));
  return {
    classes: after.sort((one, other) => collator.compare(one.name, other.name)),
    before,
    after: before - leavers.length,
    leavers,
  };
}

/** How a child is named beside its class. */
export function labelOf(
  { givenName, familyName }: { readonly givenName: string; readonly familyName: string },
  className: string,
): string {
  return `${givenName} ${familyName} (${className})`;
}

/** Names of the classes to come, in order: where a child can go. */
export function targetNames(form: YearForm): string[] {
  const going = Object.values(form.choices).flatMap(({ name, leaves }) => (leaves ? [] : [name.trim()]));
  return [...new Set([...going, ...intakeNames(form.intake)])].filter(Boolean).sort(collator.compare);
}

/** `1a, 1b` as names. */
function intakeNames(typed: string): string[] {
  return [...new Set(typed.split(/[,;]/).map((name) => name.trim()))].filter(Boolean);
}

function targetOf(form: YearForm, classId: string): string | null {
  const choice = form.choices[classId];
  return choice && !choice.leaves ? choice.name.trim() : null;
}

/** Why the form can't be carried out yet; null when it can. `subject` is a class's name. */
export function problemOf(
  { classes, alreadyThere }: NewYear,
  form: YearForm,
): { readonly reason: 'noDay' | 'noName' | 'nameTaken' | 'nowhere'; readonly subject: string } | null {
  if (form.firstDay === null) return { reason: 'noDay', subject: '' };
  const nameless = classes.find(({ classId }) => targetOf(form, classId) === '');
  if (nameless) return { reason: 'noName', subject: nameless.name };
  const names = targetNames(form);
  const taken = names.find((name) => alreadyThere.includes(name));
  if (taken) return { reason: 'nameTaken', subject: taken };
  const lost = form.apart.find(({ to }) => to !== null && !names.includes(to));
  return lost ? { reason: 'nowhere', subject: lost.label } : null;
}

/** The command the form stands for; classes get their ids by name. */
export function yearCommand(
  { classes }: NewYear,
  form: YearForm & { readonly firstDay: Day },
  newId: () => string,
): CommandArgs<'classes.changeYear'> {
  const ids = new Map(targetNames(form).map((name) => [name, newId()]));
  const idOf = (name: string | null) => (name === null ? null : (ids.get(name) ?? null));
  return {
    ...{ changeId: newId(), firstDay: form.firstDay },
    classes: [...ids].map(([name, classId]) => ({ classId, name, gradeLevel: gradeOf(name, classes, form) })),
    moves: classes.map(({ classId }) => ({
      ...{ fromClassId: classId, toClassId: idOf(targetOf(form, classId)) },
    })),
    apart: form.apart.map(({ studentId, to }) => ({ studentId, toClassId: idOf(to) })),
  };
}

/** The year in the name; of a class named after none (`Eulen`), the year after the one it had. */
function gradeOf(name: string, classes: readonly EndingClass[], form: YearForm): number {
  const written = gradeLevelOf(name);
  if (written > 0) return written;
  const from = classes.find(({ classId }) => targetOf(form, classId) === name);
  return from && from.gradeLevel > 0 ? Math.min(13, from.gradeLevel + 1) : 0;
}
