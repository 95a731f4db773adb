import { findAbsence } from '../../../src-shared/absences/find.ts';
import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import { readChanges } from '../../../src-shared/history/contract.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
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
    reports: await readReports(db, kept.id),
    events: await readEvents(db, kept.id),
  };
}

async function readReports(db: DomainReader, absenceId: string): Promise<Detail['reports']> {
  const rows = await db
    .selectFrom('absenceReport')
    .select(['id as reportId', 'state', 'channel', 'takenAt', 'reporterName', 'reporterRelation'])
    .select(['callbackNumber', 'recordedBy', 'remark', 'fromDay', 'untilDay'])
    .where('absenceId', '=', absenceId)
    .orderBy('takenAt')
    .orderBy('id')
    .execute();
  const staffName = await readStaffNames(db);
  return rows.map(({ recordedBy, ...report }) => ({
    ...report,
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
  return rows.map(({ changes, ...event }) => ({ ...event, changes: readChanges(changes) }));
}
