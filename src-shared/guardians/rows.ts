import { type Change, put, type RuleContext } from '../contract/command.ts';
import type { FieldChange } from '../history/differences.ts';
import type { ContactEventKind } from '../students/words.ts';
import type { Row } from '../tables/registry.ts';
import type { GuardianEventKind } from './words.ts';

type Db = RuleContext['db'];

/** A guardian of the register; undefined when nobody (any more) has this id, or not for this person. */
export async function findGuardian(db: Db, guardianId: string): Promise<Row<'guardian'> | undefined> {
  return db.selectFrom('guardian').selectAll().where('id', '=', guardianId).executeTakeFirst();
}

/** Ties of a child, whom to call first first. */
export async function tiesOf(db: Db, studentId: string): Promise<Row<'guardianship'>[]> {
  return db
    .selectFrom('guardianship')
    .selectAll()
    .where('studentId', '=', studentId)
    .orderBy('contactOrder')
    .orderBy('id')
    .execute();
}

/** The name as a history shows it: given name first, an institution by its one name. */
export function nameOf(guardian: Pick<Row<'guardian'>, 'givenName' | 'familyName'>): string {
  return `${guardian.givenName} ${guardian.familyName}`.trim();
}

/** An event of a guardian's own history (name, address, contacts). */
export function guardianEvent(
  context: RuleContext,
  guardianId: string,
  kind: GuardianEventKind,
  changes: readonly FieldChange[],
): Change {
  return put('guardianEvent', { ...eventOf(context, changes), kind, guardianId });
}

/** An event of a child's contacts (ties, order of calls, emergency contacts, pick-up). */
export function contactEvent(
  context: RuleContext,
  studentId: string,
  kind: ContactEventKind,
  changes: readonly FieldChange[],
): Change {
  return put('contactEvent', { ...eventOf(context, changes), kind, studentId });
}

function eventOf(context: RuleContext, changes: readonly FieldChange[]) {
  return {
    id: context.id(1),
    at: context.occurredAt,
    actorName: context.actor.name,
    changes: changes.length === 0 ? null : JSON.stringify(changes),
  };
}
