import { z } from 'zod';
import { idSchema } from '../absences/report-fields.ts';
import { onlyGiven } from '../absences/rows.ts';
import { accepted, create, defineCommand, put, type RuleContext, refused } from '../contract/command.ts';
import { lastsOn } from '../school/last-day.ts';
import type { Row } from '../tables/registry.ts';
import { type Day, daySchema } from '../values/day.ts';
import { overlapping } from '../values/span.ts';
import { ending } from './ending.ts';
import { groupRuleSchema } from './rule.ts';
import { groupKinds, holdsStudents } from './words.ts';

const ofGroup = { groupId: idSchema };
const named = z.object(ofGroup);
const subjects = (args: { groupId: string }) => [{ root: 'group' as const, id: args.groupId }];

const groupFields = {
  name: z.string().trim().min(1).max(80),
  rule: groupRuleSchema.nullable(),
  note: z.string().trim().max(500).nullable(),
  fromDay: daySchema,
  /** The last day; null while it goes on. */
  untilDay: daySchema.nullable(),
};

/** Founds a group. Only a group of children can have a rule instead of a list. */
export const foundGroup = defineCommand('groups.found', {
  args: z.strictObject({ ...ofGroup, kind: z.enum(groupKinds), ...groupFields }),
  result: named,
  // Nobody leads it yet: who may found is decided for the school.
  subjects: () => [{ root: 'school', id: '-' }],
  rule: async (_context, { groupId, rule, ...fields }) => {
    if (fields.untilDay !== null && fields.untilDay < fields.fromDay) return refused('rangeReversed');
    if (rule !== null && !holdsStudents(fields.kind)) return refused('ruleOnlyForStudents');
    return accepted([create('schoolGroup', { id: groupId, ...fields, rule: rule && JSON.stringify(rule) })], {
      groupId,
    });
  },
});

/**
 * Corrects name, rule, note or days of a group; its last day closes it. What it is (its kind) stays, and a list that
 * holds somebody does not become a rule: those in it would be out without anybody having dismissed them.
 */
export const correctGroup = defineCommand('groups.correct', {
  args: z.strictObject({ ...ofGroup, fields: z.strictObject(groupFields).partial() }),
  result: named,
  subjects,
  rule: async (context, { groupId, fields }) => {
    const before = await findGroup(context, groupId);
    if (!before) return refused('groupUnknown');
    const { rule, ...rest } = onlyGiven(fields);
    const after = {
      ...before,
      ...rest,
      ...(rule === undefined ? {} : { rule: rule && JSON.stringify(rule) }),
    };
    if (after.untilDay !== null && after.untilDay < after.fromDay) return refused('rangeReversed');
    if (after.rule !== null && !holdsStudents(after.kind)) return refused('ruleOnlyForStudents');
    if (before.rule === null && after.rule !== null && (await hasList(context, groupId)))
      return refused('listNotEmpty');
    return accepted([put('schoolGroup', after)], { groupId });
  },
});

/** Somebody leads a group from a day on, perhaps until a day. */
export const appointLead = defineCommand('groups.appointLead', {
  args: z.strictObject({
    leadId: idSchema,
    ...ofGroup,
    staffId: idSchema,
    fromDay: daySchema,
    untilDay: daySchema.nullable(),
  }),
  result: z.object({ leadId: idSchema }),
  subjects,
  rule: async (context, { leadId, ...lead }) => {
    if (lead.untilDay !== null && lead.untilDay < lead.fromDay) return refused('rangeReversed');
    if (!(await findGroup(context, lead.groupId))) return refused('groupUnknown');
    if (!(await worksHere(context, lead.staffId, lead.fromDay))) return refused('staffUnknown');
    const known = await context.db
      .selectFrom('groupLead')
      .select('id')
      .where('groupId', '=', lead.groupId)
      .where('staffId', '=', lead.staffId)
      .where('id', '!=', leadId)
      .where(overlapping(lead))
      .executeTakeFirst();
    if (known) return refused('alreadyThere');
    return accepted([create('groupLead', { id: leadId, ...lead })], { leadId });
  },
});

/** Somebody stops leading a group; `on` is the last day, null takes an end back ({@link ending}). */
export const relieveLead = defineCommand('groups.relieveLead', {
  args: z.strictObject({ leadId: idSchema, ...ofGroup, on: daySchema.nullable() }),
  result: z.object({ leadId: idSchema }),
  subjects,
  rule: async (context, { leadId, groupId, on }) => {
    const lead = await context.db
      .selectFrom('groupLead')
      .selectAll()
      .where('id', '=', leadId)
      .where('groupId', '=', groupId)
      .executeTakeFirst();
    if (!lead) return refused('leadUnknown');
    return accepted([ending('groupLead', lead, on)], { leadId });
  },
});

/** The group, or undefined. */
export async function findGroup(
  context: RuleContext,
  groupId: string,
): Promise<Row<'schoolGroup'> | undefined> {
  return context.db.selectFrom('schoolGroup').selectAll().where('id', '=', groupId).executeTakeFirst();
}

/** True while somebody is entered in the group, today or later. */
async function hasList({ db, today }: RuleContext, groupId: string): Promise<boolean> {
  const member = await db
    .selectFrom('studentMembership')
    .select('id')
    .where('groupId', '=', groupId)
    .where(overlapping({ fromDay: today, untilDay: null }))
    .executeTakeFirst();
  return member !== undefined;
}

/** True for somebody who is on the staff on a day, today if that is later: nobody is entered for what is over. */
export async function worksHere({ db, today }: RuleContext, staffId: string, fromDay: Day): Promise<boolean> {
  const person = await db
    .selectFrom('staffMember')
    .select('leftOn')
    .where('id', '=', staffId)
    .executeTakeFirst();
  return person !== undefined && lastsOn(person.leftOn, fromDay > today ? fromDay : today);
}
