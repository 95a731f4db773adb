import { type Change, create, put, type RuleContext } from '../contract/command.ts';
import type { Row } from '../tables/registry.ts';
import { findOverlappingAbsences, leadsElsewhere, owesCertificate } from './find.ts';
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

/** The report as it stands once it is filed, and the rows that go with it. */
export interface FiledReport {
  readonly report: Report & { readonly absenceId: string };
  /** The absence it belongs to, before and after. */
  readonly absence: { readonly before: Absence | undefined; readonly after: Absence };
  /** All but the report's own row: whoever files it knows whether it is new. */
  readonly changes: readonly Change[];
}

/**
 * Files an accepted report: begins an absence, or joins the one that says the same for some of its days.
 * So two desks, or a phone call and a portal message, make one absence with both reports kept.
 * @returns null when the id meant for a new absence belongs to another one, or once did
 */
export async function fileReport(
  context: RuleContext,
  report: Report,
  details: FilingDetails,
): Promise<FiledReport | null> {
  const { studentId, fromDay, untilDay } = report;
  const overlapping = await findOverlappingAbsences(context.db, studentId, fromDay, untilDay);
  const existing = overlapping.find((absence) => canJoin(absence, report));
  if (await leadsElsewhere(context.db, details.absenceId, existing?.id)) return null;
  const after = existing ? join(existing, report, details) : await begun(context, report, details);
  const kind = existing ? 'reportAdded' : details.event;
  const changes = absenceChanges(context, existing, after, { kind, id: context.id(1) });
  changes.push(...aliasFor(details.absenceId, after.id, studentId));
  if (details.notifiable) changes.push(...(await notifiable(context, after, details.notifiable)));
  return {
    report: { ...report, absenceId: after.id, state: 'accepted' },
    absence: { before: existing, after },
    changes,
  };
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
  const { id, studentId } = absence;
  const noted = { id, studentId, illness, notedAt: context.occurredAt, healthOfficeNotifiedAt: null };
  return [known ? put('absenceNotifiable', noted) : create('absenceNotifiable', noted)];
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
