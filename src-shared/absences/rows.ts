import { type Change, create, put, type RuleContext, remove } from '../contract/command.ts';
import { differences } from '../history/differences.ts';
import type { Row } from '../tables/registry.ts';

type Absence = Row<'absence'>;

/** What a person did to an absence; the word stands in its visible history. */
export type AbsenceEventKind =
  | 'recorded'
  | 'reportAdded'
  | 'reportAccepted'
  | 'reportWithdrawn'
  | 'reportReopened'
  | 'corrected'
  | 'changeRetracted'
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
  const changes: Change[] = before
    ? [put('absence', after)]
    : [create('absence', after), create('absenceMark', markOf(after))];
  if (after.withdrawn === 1) changes.push(remove('absenceMark', after.id, after.studentId));
  else if (before) changes.push(put('absenceMark', markOf(after)));
  changes.push(
    create('absenceEvent', {
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

/** Optional fields that were really given; `undefined` (which JSON drops and a worker's message keeps) is none. */
export function onlyGiven<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  // Entries with undefined are what is filtered out here, so the narrower type holds.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** Clears what has no meaning for the span: a time of a whole day, lessons of a late arrival. */
export function withTidySpan(absence: Absence): Absence {
  const timed = absence.span === 'arrivesLate' || absence.span === 'leavesEarly';
  const counted = absence.span === 'lessons';
  return {
    ...absence,
    atTime: timed ? absence.atTime : null,
    fromLesson: counted ? absence.fromLesson : null,
    untilLesson: counted ? absence.untilLesson : null,
  };
}

/** Lets a lost id stand for the absence that was kept, for entries that still name it. None lost: no rows. */
export function aliasFor(lostId: string, keptId: string | null, studentId: string): Change[] {
  if (keptId === null || keptId === lostId) return [];
  return [create('absenceAlias', { id: lostId, studentId, absenceId: keptId })];
}

/** "Fehlt" without a reason, for people who may not know more. */
export function markOf(absence: Absence): Row<'absenceMark'> {
  const { id, studentId, fromDay, untilDay, span, atTime } = absence;
  return { id, studentId, fromDay, untilDay, span, atTime };
}
