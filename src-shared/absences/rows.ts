import { type Change, put, type RuleContext, remove } from '../contract/command.ts';
import type { Row } from '../tables/registry.ts';

type Absence = Row<'absence'>;

/** What a person did to an absence; the word stands in its visible history. */
export type AbsenceEventKind =
  | 'recorded'
  | 'reportAdded'
  | 'reportAccepted'
  | 'reportWithdrawn'
  | 'corrected'
  | 'withdrawn'
  | 'excuseDecided'
  | 'writtenExcuseReceived'
  | 'certificateSeen'
  | 'leaveGranted'
  | 'notifiableNoted'
  | 'healthOfficeInformed';

/**
 * The rows that go with one change of an absence: the absence, its mark without a reason, and the event for
 * its history. `before` undefined: it is new. Nothing differs and no event is wanted: no rows.
 */
export function absenceChanges(
  context: RuleContext,
  before: Absence | undefined,
  after: Absence,
  event: { kind: AbsenceEventKind; id: string },
): Change[] {
  const changes: Change[] = [put('absence', after)];
  if (after.withdrawn === 1) changes.push(remove('absenceMark', after.id, after.studentId));
  else changes.push(put('absenceMark', markOf(after)));
  changes.push(
    put('absenceEvent', {
      id: event.id,
      studentId: after.studentId,
      absenceId: after.id,
      kind: event.kind,
      at: context.occurredAt,
      actorName: context.actor.name,
      changes: before ? differences(before, after) : null,
    }),
  );
  return changes;
}

/** "Fehlt" without a reason, for people who may not know more. */
export function markOf(absence: Absence): Row<'absenceMark'> {
  const { id, studentId, fromDay, untilDay, span, atTime } = absence;
  return { id, studentId, fromDay, untilDay, span, atTime };
}

/** Changed fields as JSON `[{field, from, to}]`, or null when nothing differs. */
function differences(before: Absence, after: Absence): string | null {
  const fields = Object.keys(after) as (keyof Absence)[]; // the keys of a row are its columns
  const changed = fields.filter((field) => before[field] !== after[field]);
  if (changed.length === 0) return null;
  return JSON.stringify(changed.map((field) => ({ field, from: before[field], to: after[field] })));
}
