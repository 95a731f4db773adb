import type { z } from 'zod';
import type { knownAbsence } from '../../../src-shared/desk/contract.ts';
import type { DomainReader, Row } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { among } from '../today/among.ts';
import { type AwayRow, readAbsencesOn, readMarksOnly } from '../today/day-rows.ts';
import { groupedBy } from '../today/grouped.ts';
import { unindexed } from '../today/unindexed.ts';
import { seesAllAbsences, type Viewpoint } from '../today/viewpoint.ts';

export type KnownAbsence = z.output<typeof knownAbsence>;
type Report = Row<'absenceReport'>;

/** What is already known about these children for the day: absences first, then reports that wait. */
export async function readKnownAbsences(
  db: DomainReader,
  { role }: Viewpoint,
  studentIds: readonly string[],
  day: Day,
): Promise<Map<string, KnownAbsence[]>> {
  const absences = await readAbsencesOn(db, day, studentIds);
  const bare = seesAllAbsences(role) ? [] : await readMarksOnly(db, day, absences, studentIds);
  const reports = await readReports(db, absences);
  const byAbsence = groupedBy(reports, (report) => report.absenceId ?? '');
  const recorded = [...absences, ...bare].map((row) => recordedView(row, byAbsence.get(row.id)?.[0]));
  const waiting = (await readWaiting(db, studentIds, day)).map(waitingView);
  const known = groupedBy([...recorded, ...waiting], (one) => one.studentId);
  return new Map([...known].map(([studentId, list]) => [studentId, list.map((one) => one.view)]));
}

/** Reports of these absences, the first one first: a second report does not change who had called. */
async function readReports(db: DomainReader, absences: readonly AwayRow[]): Promise<Report[]> {
  if (absences.length === 0) return [];
  const ids = absences.map((absence) => absence.id);
  return db
    .selectFrom('absenceReport')
    .selectAll()
    .where(among('absenceId', ids))
    .where(unindexed('state'), '=', 'accepted')
    .orderBy('takenAt')
    .orderBy('id')
    .execute();
}

async function readWaiting(db: DomainReader, studentIds: readonly string[], day: Day): Promise<Report[]> {
  return db
    .selectFrom('absenceReport')
    .selectAll()
    .where(among('studentId', studentIds))
    .where('state', '=', 'waiting')
    .where('fromDay', '<=', day)
    .where((where) => where.or([where('untilDay', 'is', null), where('untilDay', '>=', day)]))
    .orderBy('takenAt')
    .orderBy('id')
    .execute();
}

function recordedView(row: AwayRow, report: Report | undefined): { studentId: string; view: KnownAbsence } {
  const { id, studentId, fromDay, untilDay, span, atTime, reason } = row;
  return {
    studentId,
    view: {
      absenceId: id,
      reportId: report?.id ?? null,
      state: 'recorded',
      channel: report?.channel ?? null,
      takenAt: report?.takenAt ?? null,
      reporterName: report?.reporterName ?? '',
      reporterRelation: report?.reporterRelation ?? '',
      fromDay,
      untilDay,
      span,
      atTime,
      reason,
    },
  };
}

function waitingView(report: Report): { studentId: string; view: KnownAbsence } {
  const { id, studentId, channel, takenAt, reporterName, reporterRelation } = report;
  const { fromDay, untilDay, span, atTime, reason } = report;
  const said = { channel, takenAt, reporterName, reporterRelation, fromDay, untilDay, span, atTime, reason };
  return { studentId, view: { absenceId: null, reportId: id, state: 'waiting', ...said } };
}
