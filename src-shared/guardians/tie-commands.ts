import { z } from 'zod';
import { knowsStudent } from '../absences/find.ts';
import { idSchema } from '../absences/report-fields.ts';
import { onlyGiven } from '../absences/rows.ts';
import {
  accepted,
  create,
  defineCommand,
  put,
  type RuleContext,
  refused,
  remove,
  says,
} from '../contract/command.ts';
import { type FieldChange, fieldChanges } from '../history/differences.ts';
import type { Row } from '../tables/registry.ts';
import { guardianRelations } from '../tables/students.ts';
import { contactEvent, findGuardian, nameOf, tiesOf } from './rows.ts';

const flag = z.union([z.literal(0), z.literal(1)]);
const ofTie = { guardianshipId: idSchema, studentId: idSchema };
const named = z.object({ guardianshipId: idSchema });
const subjects = (args: { studentId: string }) => [{ root: 'student' as const, id: args.studentId }];

const tieFields = {
  relation: z.enum(guardianRelations),
  /** Personensorge, §§ 1626 ff. BGB: decides who may sign. */
  hasCustody: flag,
  powerOfAttorney: flag,
  livesWith: flag,
  /** 1: must not be told anything nor fetch the child. A fact noted; a court order itself is never kept. */
  blocked: flag,
};

/** A guardian becomes responsible for a child; last in the order of calls. */
export const tieGuardian = defineCommand('guardians.tie', {
  args: z.strictObject({ ...ofTie, guardianId: idSchema, ...tieFields }),
  result: named,
  subjects,
  rule: async (context, { guardianshipId, studentId, guardianId, ...fields }) => {
    if (!(await knowsStudent(context.db, studentId))) return refused('studentUnknown');
    const guardian = await findGuardian(context.db, guardianId);
    if (!guardian) return refused('guardianUnknown');
    const ties = await tiesOf(context.db, studentId);
    const known = ties.find((tie) => tie.guardianId === guardianId);
    if (known) {
      const again = known.id === guardianshipId && says(known, fields);
      return again ? accepted([], { guardianshipId }) : refused('tiedAlready');
    }
    const contactOrder = Math.max(0, ...ties.map((tie) => tie.contactOrder)) + 1;
    return accepted(
      [
        create('guardianship', { id: guardianshipId, studentId, guardianId, ...fields, contactOrder }),
        contactEvent(context, studentId, 'tied', about(guardian)),
      ],
      { guardianshipId },
    );
  },
});

/** Corrects what a guardian is to a child: relation, custody, power of attorney, household, blocked or not. */
export const correctTie = defineCommand('guardians.correctTie', {
  args: z.strictObject({ ...ofTie, fields: z.strictObject(tieFields).partial() }),
  result: named,
  subjects,
  rule: async (context, { guardianshipId, studentId, fields }) => {
    const before = await findTie(context, guardianshipId, studentId);
    if (!before) return refused('tieUnknown');
    const after = { ...before, ...onlyGiven(fields) };
    const changed = fieldChanges(before, after);
    if (changed.length === 0) return accepted([], { guardianshipId });
    const guardian = await findGuardian(context.db, before.guardianId);
    return accepted(
      [
        put('guardianship', after),
        contactEvent(context, studentId, 'tieCorrected', [...about(guardian), ...changed]),
      ],
      { guardianshipId },
    );
  },
});

/** A guardian is no longer responsible for a child; the person stays in the register. */
export const untieGuardian = defineCommand('guardians.untie', {
  args: z.strictObject(ofTie),
  result: named,
  subjects,
  rule: async (context, { guardianshipId, studentId }) => {
    const tie = await findTie(context, guardianshipId, studentId);
    if (!tie) return accepted([], { guardianshipId });
    const guardian = await findGuardian(context.db, tie.guardianId);
    return accepted(
      [
        remove('guardianship', tie.id, studentId),
        contactEvent(context, studentId, 'untied', about(guardian)),
      ],
      { guardianshipId },
    );
  },
});

/**
 * In which order guardians are called. Ties that are not named (somebody else has just added them) come after
 * those that are.
 */
export const orderCalls = defineCommand('guardians.orderCalls', {
  args: z.strictObject({ studentId: idSchema, guardianshipIds: z.array(idSchema).min(1).max(20) }),
  result: z.object({ studentId: idSchema }),
  subjects,
  rule: async (context, { studentId, guardianshipIds }) => {
    const before = await tiesOf(context.db, studentId);
    if (before.length === 0) return refused('studentUnknown');
    const placeOf = (tie: Row<'guardianship'>) => {
      const place = guardianshipIds.indexOf(tie.id);
      return place < 0 ? guardianshipIds.length : place;
    };
    const after = [...before]
      .sort((one, other) => placeOf(one) - placeOf(other))
      .map((tie, index) => ({ ...tie, contactOrder: index + 1 }));
    const moved = after.filter(
      (tie) => before.find(({ id }) => id === tie.id)?.contactOrder !== tie.contactOrder,
    );
    if (moved.length === 0) return accepted([], { studentId });
    const order = {
      field: 'callOrder',
      from: await inOrder(context, before),
      to: await inOrder(context, after),
    };
    return accepted(
      [
        ...moved.map((tie) => put('guardianship', tie)),
        contactEvent(context, studentId, 'callsOrdered', [order]),
      ],
      { studentId },
    );
  },
});

async function findTie(
  context: RuleContext,
  id: string,
  studentId: string,
): Promise<Row<'guardianship'> | undefined> {
  return context.db
    .selectFrom('guardianship')
    .selectAll()
    .where('id', '=', id)
    .where('studentId', '=', studentId)
    .executeTakeFirst();
}

/** Whom an event of a child's contacts is about. */
function about(guardian: Row<'guardian'> | undefined): FieldChange[] {
  return guardian ? [{ field: 'guardian', from: null, to: nameOf(guardian) }] : [];
}

async function inOrder(context: RuleContext, ties: readonly Row<'guardianship'>[]): Promise<string> {
  const guardians = await context.db
    .selectFrom('guardian')
    .selectAll()
    .where(
      'id',
      'in',
      ties.map((tie) => tie.guardianId),
    )
    .execute();
  const names = new Map(guardians.map((guardian) => [guardian.id, nameOf(guardian)]));
  return ties.map((tie) => names.get(tie.guardianId) ?? '–').join(', ');
}
