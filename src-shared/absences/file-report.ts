import { type Change, put, type RuleContext } from '../contract/command.ts';
import type { Row } from '../tables/registry.ts';
import { findOverlappingAbsences, owesCertificate } from './find.ts';
import { canJoin, join } from './join.ts';
import type { NotifiableIllness } from './notifiable-illness.ts';
import { type AbsenceEventKind, absenceChanges, aliasFor, withTidySpan } from './rows.ts';
import type { ExcuseExpected } from './words.ts';

type Absence = Row<'absence'>;
type Report = Row<'absenceReport'>;

/** What a report says beyond its own row. */
export interface FilingDetails {
  /** Id of the absence, should a new one be needed. */
  readonly absenceId: string;
  readonly fromLesson: number | null;
  readonly untilLesson: number | null;
  readonly excuseExpected: ExcuseExpected;
  readonly offAllDayCare: 0 | 1;
  readonly offLunch: 0 | 1;
  readonly notifiable: NotifiableIllness | null;
  readonly event: AbsenceEventKind;
}

/**
 * Files an accepted report: begins an absence, or joins the one that says the same for some of its days.
 * So two desks, or a phone call and a portal message, make one absence with both reports kept.
 * @returns the changes and the id of the absence the report now belongs to.
 */
export async function fileReport(
  context: RuleContext,
  report: Report,
  details: FilingDetails,
): Promise<{ changes: Change[]; absenceId: string }> {
  const { studentId, fromDay, untilDay } = report;
  const overlapping = await findOverlappingAbsences(context.db, studentId, fromDay, untilDay);
  const existing = overlapping.find((absence) => canJoin(absence, report));
  const after = existing ? join(existing, report, details) : await begun(context, report, details);
  const kind = existing && existing.id !== details.absenceId ? 'reportAdded' : details.event;
  const changes = absenceChanges(context, existing, after, { kind, id: context.id(1) });
  changes.push(put('absenceReport', { ...report, absenceId: after.id, state: 'accepted' }));
  changes.push(...aliasFor(details.absenceId, after.id, studentId));
  if (details.notifiable) changes.push(...(await notifiable(context, after, details.notifiable)));
  return { changes, absenceId: after.id };
}

/** Notes the illness; a second report of the same one does not make the health office's notice due again. */
async function notifiable(
  context: RuleContext,
  absence: Absence,
  illness: NotifiableIllness,
): Promise<Change[]> {
  const known = await context.db
    .selectFrom('absenceNotifiable')
    .select('illness')
    .where('id', '=', absence.id)
    .executeTakeFirst();
  if (known?.illness === illness) return [];
  const noted = { id: absence.id, studentId: absence.studentId, illness, notedAt: context.occurredAt };
  return [put('absenceNotifiable', { ...noted, healthOfficeNotifiedAt: null })];
}

async function begun(context: RuleContext, report: Report, details: FilingDetails): Promise<Absence> {
  const certificate = await owesCertificate(context.db, report.studentId, report.fromDay);
  const excuseExpected = certificate && report.reason === 'illness' ? 'certificate' : details.excuseExpected;
  return withTidySpan({
    id: details.absenceId,
    studentId: report.studentId,
    fromDay: report.fromDay,
    untilDay: report.untilDay,
    reason: report.reason,
    span: report.span,
    atTime: report.atTime,
    fromLesson: details.fromLesson,
    untilLesson: details.untilLesson,
    excuse: excuseExpected === 'none' ? 'excused' : 'open',
    excuseExpected,
    writtenExcuseOn: null,
    certificateSeenOn: null,
    offAllDayCare: details.offAllDayCare,
    offLunch: details.offLunch,
    remark: report.remark,
    recordedAt: context.occurredAt,
    withdrawn: 0,
  });
}
