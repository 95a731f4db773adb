import type { Change, RuleContext } from '../../contract/command.ts';
import { RecordedChanges } from '../../history/recorded-changes.ts';
import type { RowPair } from '../../history/row-pairs.ts';
import { contactKey } from '../../roster/contact-key.ts';
import { rowsAmong } from '../../roster/rows-among.ts';
import type { Row } from '../../tables/registry.ts';

/** What may be taken from the one who goes; all else stays as the one who stays has it. */
export const takenParts = ['givenName', 'familyName', 'language', 'address'] as const;
export type TakenPart = (typeof takenParts)[number];

/** Two entries of one person, and what is wanted of each. */
export interface MergeWish {
  readonly kept: Row<'guardian'>;
  readonly lost: Row<'guardian'>;
  readonly take: readonly TakenPart[];
  readonly contacts: 'both' | 'kept' | 'lost';
}

/** What a merge writes, and how it was before. */
export interface MergePlan {
  readonly changes: readonly Change[];
  readonly pairs: readonly RowPair[];
}

/**
 * All rows that change when two entries of one guardian become one: name and address by choice, contacts without
 * repeats, ties, memberships, history, and who reported an absence or was called.
 */
export async function planMerge(context: RuleContext, wish: MergeWish): Promise<MergePlan> {
  const plan = new RecordedChanges(context);
  const { kept, lost, take } = wish;
  const taken = (part: 'givenName' | 'familyName' | 'language') =>
    take.includes(part) ? { [part]: lost[part] } : {};
  plan.write('guardian', kept, {
    ...kept,
    ...taken('givenName'),
    ...taken('familyName'),
    ...taken('language'),
    importKey: kept.importKey ?? lost.importKey,
  });
  await mergeAddress(context, wish, plan);
  await mergeContacts(context, wish, plan);
  await mergeTies(context, wish, plan);
  await mergeMemberships(context, wish, plan);
  await moveHistory(context, wish, plan);
  plan.drop('guardian', lost);
  return plan;
}

async function mergeAddress(
  { db }: RuleContext,
  { kept, lost, take }: MergeWish,
  plan: RecordedChanges,
): Promise<void> {
  const rows = await rowsAmong(db, 'guardianAddress', 'id', [kept.id, lost.id]);
  const own = rows.find(({ id }) => id === kept.id) ?? null;
  const other = rows.find(({ id }) => id === lost.id);
  if (!other) return;
  if (!own || take.includes('address')) plan.write('guardianAddress', own, { ...other, id: kept.id });
  plan.drop('guardianAddress', other);
}

async function mergeContacts({ db }: RuleContext, wish: MergeWish, plan: RecordedChanges): Promise<void> {
  const { kept, lost, contacts } = wish;
  const rows = await rowsAmong(db, 'guardianContact', 'guardianId', [kept.id, lost.id]);
  const inOrder = (guardianId: string) =>
    rows
      .filter((row) => row.guardianId === guardianId)
      .sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1));
  const [own, others] = [inOrder(kept.id), inOrder(lost.id)];
  const staying = contacts === 'lost' ? [] : own;
  const known = new Set(staying.map(contactKey));
  const added = contacts === 'kept' ? [] : others.filter((row) => !known.has(contactKey(row)));
  for (const row of own) if (!staying.includes(row)) plan.drop('guardianContact', row);
  const last = Math.max(0, ...staying.map((row) => row.position));
  for (const [index, row] of added.entries())
    plan.write('guardianContact', null, {
      ...row,
      id: plan.nextId(),
      guardianId: kept.id,
      position: last + index + 1,
    });
  for (const row of others) plan.drop('guardianContact', row);
}

/** Tied twice to one child: the tie of the one who stays, and nothing that protects or entitles is lost. */
async function mergeTies(
  { db }: RuleContext,
  { kept, lost }: MergeWish,
  plan: RecordedChanges,
): Promise<void> {
  const ties = await rowsAmong(db, 'guardianship', 'guardianId', [kept.id, lost.id]);
  for (const tie of ties.filter((one) => one.guardianId === lost.id)) {
    const own = ties.find((one) => one.guardianId === kept.id && one.studentId === tie.studentId);
    if (!own) {
      plan.write('guardianship', tie, { ...tie, guardianId: kept.id });
      continue;
    }
    const either = (field: 'hasCustody' | 'livesWith' | 'blocked' | 'powerOfAttorney') =>
      own[field] === 1 || tie[field] === 1 ? 1 : 0;
    plan.write('guardianship', own, {
      ...own,
      hasCustody: either('hasCustody'),
      livesWith: either('livesWith'),
      blocked: either('blocked'),
      powerOfAttorney: either('powerOfAttorney'),
      contactOrder: Math.min(own.contactOrder, tie.contactOrder),
    });
    plan.drop('guardianship', tie);
  }
}

async function mergeMemberships(
  { db }: RuleContext,
  { kept, lost }: MergeWish,
  plan: RecordedChanges,
): Promise<void> {
  const rows = await rowsAmong(db, 'guardianMembership', 'guardianId', [kept.id, lost.id]);
  const own = rows.filter((row) => row.guardianId === kept.id);
  for (const row of rows.filter((one) => one.guardianId === lost.id)) {
    const same = own.some(
      ({ groupId, fromDay, untilDay }) =>
        groupId === row.groupId &&
        (untilDay === null || untilDay >= row.fromDay) &&
        (row.untilDay === null || row.untilDay >= fromDay),
    );
    if (!same) plan.write('guardianMembership', null, { ...row, id: plan.nextId(), guardianId: kept.id });
    plan.drop('guardianMembership', row);
  }
}

async function moveHistory(
  { db }: RuleContext,
  { kept, lost }: MergeWish,
  plan: RecordedChanges,
): Promise<void> {
  for (const row of await rowsAmong(db, 'guardianEvent', 'guardianId', [lost.id])) {
    plan.write('guardianEvent', null, { ...row, id: plan.nextId(), guardianId: kept.id });
    plan.drop('guardianEvent', row);
  }
  for (const row of await rowsAmong(db, 'absenceReport', 'guardianId', [lost.id]))
    plan.write('absenceReport', row, { ...row, guardianId: kept.id });
  for (const row of await rowsAmong(db, 'contactAttempt', 'guardianId', [lost.id]))
    plan.write('contactAttempt', row, { ...row, guardianId: kept.id });
}
