import { z } from 'zod';
import { idSchema } from '../../absences/report-fields.ts';
import { accepted, create, defineCommand, put, type RuleContext, refused } from '../../contract/command.ts';
import { rowsAmong } from '../../roster/rows-among.ts';
import type { Row } from '../../tables/registry.ts';
import { daySchema } from '../../values/day.ts';
import { schoolYearOf } from '../../values/school-year.ts';
import { planYear, type YearWish } from './plan.ts';
import { takeBackYear } from './take-back.ts';

/** The most classes of one change, and the most children who go another way than their class. */
export const CLASS_LIMIT = 200;
export const APART_LIMIT = 500;

const changed = z.object({ changeId: idSchema });
const toClassId = idSchema.nullable();
const subjects = () => [{ root: 'school' as const, id: '-' }];

/**
 * The change of the school year in one step: the old classes end, new ones begin on the first day, the children go with
 * their class or leave, and who is responsible for a class goes with it. A class is one row per school year, so that what
 * happened in 1a stays in 1a.
 */
export const changeYear = defineCommand('classes.changeYear', {
  args: z.strictObject({
    changeId: idSchema,
    /** The first day in the new classes: today or earlier. */
    firstDay: daySchema,
    /** The classes of the new year; one nobody comes into from an old class waits for the new first-years. */
    classes: z
      .array(
        z.strictObject({
          classId: idSchema,
          name: z.string().trim().min(1).max(40),
          gradeLevel: z.number().int().min(0).max(13),
        }),
      )
      .max(CLASS_LIMIT),
    /** Where the children of each old class go; null: they leave the school. */
    moves: z
      .array(z.strictObject({ fromClassId: idSchema, toClassId }))
      .min(1)
      .max(CLASS_LIMIT),
    /** Children of these classes who go another way: who repeats a year, skips one or leaves. */
    apart: z.array(z.strictObject({ studentId: idSchema, toClassId })).max(APART_LIMIT),
  }),
  result: changed,
  subjects,
  rule: async (context, { changeId, ...wish }) => {
    const { name: schoolYear } = schoolYearOf(wish.firstDay);
    const from = await rowsAmong(
      context.db,
      'schoolClass',
      'id',
      wish.moves.map((move) => move.fromClassId),
    );
    const reason = await whyNot(context, wish, from);
    if (reason) return refused(reason);
    const plan = await planYear(context, { ...wish, changeId, schoolYear }, from);
    // A child that goes another way is none of these classes' any more.
    if (!plan) return refused('studentUnknown');
    const note = create('schoolYearChange', {
      ...{ id: changeId, firstDay: wish.firstDay, schoolYear, rows: JSON.stringify(plan.pairs) },
      ...{ at: context.now, actorName: context.actor.name, undoneAt: null, undoneBy: null },
    });
    return accepted([...plan.changes, note], { changeId });
  },
});

/**
 * Takes a change of the school year back as a whole: every class, child and responsibility as before. Where somebody
 * has worked in the new classes since, nothing is taken back, and the reason says what it was.
 */
export const restoreYear = defineCommand('classes.restoreYear', {
  args: z.strictObject({ changeId: idSchema }),
  result: changed,
  subjects,
  rule: async (context, { changeId }) => {
    const change = await context.db
      .selectFrom('schoolYearChange')
      .selectAll()
      .where('id', '=', changeId)
      .executeTakeFirst();
    if (!change) return refused('yearChangeUnknown');
    // Taken back at two desks: the second finds it done.
    if (change.undoneAt !== null) return accepted([], { changeId });
    const taken = await takeBackYear(context.db, change);
    if (typeof taken === 'string') return refused(taken);
    const note = put('schoolYearChange', {
      ...{ ...change, rows: '[]', undoneAt: context.now, undoneBy: context.actor.name },
    });
    return accepted([...taken, note], { changeId });
  },
});

/** Why a year cannot be changed like this; null when it can. */
async function whyNot(
  { db, today }: RuleContext,
  { firstDay, classes, moves, apart }: Omit<YearWish, 'changeId' | 'schoolYear'>,
  from: readonly Row<'schoolClass'>[],
) {
  // Nobody can be in tomorrow's class today: there is one class per child.
  if (firstDay > today) return 'yearNotBegun';
  if (from.length < moves.length) return 'classUnknown';
  const { name } = schoolYearOf(firstDay);
  if (from.some((one) => one.schoolYear >= name || one.endedOn !== null)) return 'yearChangedAlready';
  const fresh = new Set(classes.map(({ classId }) => classId));
  if ([...moves, ...apart].some(({ toClassId: to }) => to !== null && !fresh.has(to))) return 'classUnknown';
  const going = new Set(from.map(({ id }) => id));
  const open = await db
    .selectFrom('schoolClass')
    .select(['id', 'name'])
    .where('endedOn', 'is', null)
    .execute();
  const names = [...classes, ...open.filter(({ id }) => !going.has(id))].map((one) => one.name);
  if (new Set(names).size < names.length) return 'classNameTaken';
  const called = (await rowsAmong(db, 'rollCall', 'classId', going)).filter(({ day }) => day >= firstDay);
  return called.length > 0 ? 'usedAfterFirstDay' : null;
}
