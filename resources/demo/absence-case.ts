import { type AbsenceEventKind, markOf } from '../../src-shared/absences/rows.ts';
import type { AbsenceReason, AbsenceSpan, ExcuseExpected } from '../../src-shared/absences/words.ts';
import type { Row } from '../../src-shared/tables/registry.ts';
import { type Day, toInstant } from '../../src-shared/values/day.ts';
import type { SchoolDraft } from './school-draft.ts';

/** An absence with all that hangs on it. */
export interface AbsenceCase {
  absence: Row<'absence'>;
  readonly reports: Row<'absenceReport'>[];
  readonly events: Row<'absenceEvent'>[];
  /** Ids that two desks gave to the same absence; this one was kept. */
  readonly aliases: Row<'absenceAlias'>[];
  notifiable: Row<'absenceNotifiable'> | null;
  leave: Row<'leaveRequest'> | null;
}

/** What is known when an absence begins. */
export interface AbsenceFacts {
  readonly studentId: string;
  readonly fromDay: Day;
  readonly untilDay: Day | null;
  readonly reason: AbsenceReason;
  readonly recordedMs: number;
  readonly span?: AbsenceSpan;
  readonly atTime?: string;
  readonly lessons?: readonly [number, number];
  readonly excuseExpected?: ExcuseExpected;
  readonly remark?: string;
  readonly offAllDayCare?: 0 | 1;
  readonly offLunch?: 0 | 1;
}

/** A new absence as the desk writes it: what needs no excuse is excused. */
export function beginCase(draft: SchoolDraft, facts: AbsenceFacts): AbsenceCase {
  const { studentId, fromDay, untilDay, reason, recordedMs, excuseExpected = 'none' } = facts;
  const absence: Row<'absence'> = {
    id: draft.idAt(recordedMs),
    studentId,
    fromDay,
    untilDay,
    reason,
    span: facts.span ?? 'wholeDay',
    atTime: facts.atTime ?? null,
    fromLesson: facts.lessons?.[0] ?? null,
    untilLesson: facts.lessons?.[1] ?? null,
    excuse: excuseExpected === 'none' ? 'excused' : 'open',
    excuseExpected,
    writtenExcuseOn: null,
    certificateSeenOn: null,
    offAllDayCare: facts.offAllDayCare ?? 0,
    offLunch: facts.offLunch ?? 0,
    remark: facts.remark ?? null,
    recordedAt: toInstant(recordedMs),
    withdrawn: 0,
  };
  return { absence, reports: [], events: [], aliases: [], notifiable: null, leave: null };
}

/** Changes the absence and keeps what changed in its history. */
export function changeCase(
  draft: SchoolDraft,
  one: AbsenceCase,
  kind: AbsenceEventKind,
  how: { atMs: number; actorName: string; fields?: Partial<Row<'absence'>> },
): void {
  const before = one.absence;
  const after = { ...before, ...how.fields };
  const changed = (Object.keys(how.fields ?? {}) as (keyof Row<'absence'>)[]) // the fields of an absence
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, from: before[field], to: after[field] }));
  one.absence = after;
  one.events.push({
    id: draft.idAt(how.atMs),
    studentId: after.studentId,
    absenceId: after.id,
    kind,
    at: toInstant(how.atMs),
    actorName: how.actorName,
    changes: changed.length > 0 ? JSON.stringify(changed) : null,
  });
}

/** Puts an absence into the draft's rows; without its messages and history when these are no longer kept. */
export function putCase(draft: SchoolDraft, one: AbsenceCase, keepsHistory = true): void {
  const { rows } = draft;
  rows.absence.push(one.absence);
  if (one.absence.withdrawn === 0) rows.absenceMark.push(markOf(one.absence));
  if (!keepsHistory) return;
  rows.absenceReport.push(...one.reports);
  rows.absenceEvent.push(...one.events);
  rows.absenceAlias.push(...one.aliases);
  if (one.notifiable) rows.absenceNotifiable.push(one.notifiable);
  if (one.leave) rows.leaveRequest.push(one.leave);
}
