import { readAsReported } from '../../../src-shared/absences/as-reported.ts';
import { findAbsence } from '../../../src-shared/absences/find.ts';
import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import { readChanges } from '../../../src-shared/history/contract.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { among } from '../today/among.ts';
import { readStaffNames } from '../today/people.ts';
import { absenceLines, selectAbsences } from './absence-lines.ts';

type Detail = NonNullable<OperationResult<'absences.detail'>>;

/** One absence with reports and history, also under an id that was merged into it; null when it is unknown. */
export async function absenceDetail(db: DomainReader, today: Day, absenceId: string): Promise<Detail | null> {
  const kept = await findAbsence(db, absenceId);
  if (!kept) return null;
  const rows = await selectAbsences(db).where('absence.id', '=', kept.id).execute();
  const [line] = await absenceLines(db, rows, today);
  if (!line) return null;
  const notifiable = await db
    .selectFrom('absenceNotifiable')
    .select(['illness', 'notedAt', 'healthOfficeNotifiedAt'])
    .where('id', '=', kept.id)
    .executeTakeFirst();
  return {
    line,
    notifiable: notifiable ?? null,
    ...(await readHistory(db, kept.id)),
  };
}

/** The reports of an absence, and what happened to it and to them. */
async function readHistory(db: DomainReader, absenceId: string): Promise<Pick<Detail, 'reports' | 'events'>> {
  const reports = await readReports(db, absenceId);
  const ofReports = await readReportEvents(
    db,
    reports.map(({ reportId }) => reportId),
  );
  const events = [...(await readEvents(db, absenceId)), ...ofReports];
  return { reports, events: events.sort((left, right) => (left.at < right.at ? -1 : 1)) };
}

async function readReports(db: DomainReader, absenceId: string): Promise<Detail['reports']> {
  const rows = await db
    .selectFrom('absenceReport')
    .select(['id as reportId', 'state', 'channel', 'takenAt', 'reporterName', 'reporterRelation'])
    .select(['callbackNumber', 'recordedBy', 'remark', 'fromDay', 'untilDay', 'asReported'])
    .where('absenceId', '=', absenceId)
    .orderBy('takenAt')
    .orderBy('id')
    .execute();
  const staffName = await readStaffNames(db);
  return rows.map(({ recordedBy, asReported, ...report }) => ({
    ...report,
    asReported: readAsReported({ asReported }),
    recordedByName: recordedBy === null ? null : staffName(recordedBy),
  }));
}

async function readEvents(db: DomainReader, absenceId: string): Promise<Detail['events']> {
  const rows = await db
    .selectFrom('absenceEvent')
    .select(['at', 'actorName', 'kind', 'changes'])
    .where('absenceId', '=', absenceId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(({ changes, ...event }) => ({ ...event, words: null, changes: [...readChanges(changes)] }));
}

/** What happened to reports while they were in the inbox; that an acceptance was taken back, its absence says. */
async function readReportEvents(db: DomainReader, reportIds: readonly string[]): Promise<Detail['events']> {
  const rows = await db
    .selectFrom('reportEvent')
    .select(['at', 'actorName', 'kind', 'words'])
    .where(among('reportId', reportIds))
    .where('kind', 'in', ['rejected', 'rejectionTakenBack'])
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(({ kind, ...event }) => ({
    ...event,
    kind: kind === 'rejected' ? 'reportRejected' : 'reportReopened',
    changes: [],
  }));
}
