import { type Change, put, type RuleContext } from '../contract/command.ts';
import type { Row } from '../tables/registry.ts';
import { findOverlappingAbsence, owesCertificate } from './find.ts';
import type { NotifiableIllness } from './notifiable-illness.ts';
import { type AbsenceEventKind, absenceChanges } from './rows.ts';
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
 * Files an accepted report: begins an absence, or joins the one that already covers one of its days.
 * So two desks, or a phone call and a portal message, make one absence with both reports kept.
 * @returns the changes and the id of the absence the report now belongs to.
 */
export async function fileReport(
  context: RuleContext,
  report: Report,
  details: FilingDetails,
): Promise<{ changes: Change[]; absenceId: string }> {
  const existing = await findOverlappingAbsence(
    context.db,
    report.studentId,
    report.fromDay,
    report.untilDay,
  );
  const changes = existing
    ? absenceChanges(context, existing, joined(existing, report, details), {
        kind: existing.id === details.absenceId ? details.event : 'reportAdded',
        id: context.id(1),
      })
    : absenceChanges(context, undefined, await begun(context, report, details), {
        kind: details.event,
        id: context.id(1),
      });
  const absenceId = existing?.id ?? details.absenceId;
  changes.push(put('absenceReport', { ...report, absenceId, state: 'accepted' }));
  if (absenceId !== details.absenceId) {
    changes.push(put('absenceAlias', { id: details.absenceId, studentId: report.studentId, absenceId }));
  }
  if (details.notifiable) {
    changes.push(
      put('absenceNotifiable', {
        id: absenceId,
        studentId: report.studentId,
        illness: details.notifiable,
        notedAt: context.occurredAt,
        healthOfficeNotifiedAt: null,
      }),
    );
  }
  return { changes, absenceId };
}

async function begun(context: RuleContext, report: Report, details: FilingDetails): Promise<Absence> {
  const certificate = await owesCertificate(context.db, report.studentId, report.fromDay);
  const excuseExpected = certificate && report.reason === 'illness' ? 'certificate' : details.excuseExpected;
  return {
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
  };
}

/** A second report widens, it never narrows: more days, the whole day rather than a part, both remarks. */
function joined(absence: Absence, report: Report, details: FilingDetails): Absence {
  const openEnded = absence.untilDay === null || report.untilDay === null;
  const wholeDay = absence.span === 'wholeDay' || report.span === 'wholeDay';
  const untilDay = openEnded ? null : later(absence.untilDay ?? '', report.untilDay ?? '');
  return {
    ...absence,
    fromDay: absence.fromDay < report.fromDay ? absence.fromDay : report.fromDay,
    untilDay,
    span: wholeDay ? 'wholeDay' : absence.span,
    atTime: wholeDay ? null : (absence.atTime ?? report.atTime),
    fromLesson: wholeDay ? null : absence.fromLesson,
    untilLesson: wholeDay ? null : absence.untilLesson,
    reason: absence.reason === 'other' ? report.reason : absence.reason,
    offAllDayCare: absence.offAllDayCare === 1 ? 1 : details.offAllDayCare,
    offLunch: absence.offLunch === 1 ? 1 : details.offLunch,
    remark: bothRemarks(absence.remark, report.remark),
  };
}

function later(first: string, second: string): string {
  return first > second ? first : second;
}

function bothRemarks(first: string | null, second: string | null): string | null {
  if (!first || !second || first === second) return first ?? second;
  return `${first} · ${second}`;
}
