import type { z } from 'zod';
import type { DomainReader, Row } from '../../../src-shared/tables/registry.ts';
import type { inboxReport } from '../../../src-shared/today/contract.ts';
import { among } from '../today/among.ts';
import { groupedBy } from '../today/grouped.ts';
import { type NamedStudent, shown } from '../today/people.ts';

/** Reports that wait for the office, as the inbox shows them; those of children who have left are not shown. */
export async function inboxReports(
  db: DomainReader,
  waiting: readonly Row<'absenceReport'>[],
  students: ReadonlyMap<string, NamedStudent>,
): Promise<z.output<typeof inboxReport>[]> {
  if (waiting.length === 0) return [];
  const absences = await db
    .selectFrom('absence')
    .select(['studentId', 'fromDay', 'untilDay'])
    .where(
      among(
        'studentId',
        waiting.map((report) => report.studentId),
      ),
    )
    .where('withdrawn', '=', 0)
    .execute();
  const byStudent = groupedBy(absences, (row) => row.studentId);
  const reopened = await readReopenings(db, waiting);
  return waiting.flatMap((report) => {
    const student = students.get(report.studentId);
    if (!student) return [];
    const known = byStudent.get(report.studentId) ?? [];
    const { id, takenAt, reporterName, reporterRelation, channel, fromDay, untilDay } = report;
    const { reason, span, atTime, remark } = report;
    return [
      {
        reportId: id,
        ...shown(student),
        takenAt,
        reporterName,
        reporterRelation,
        channel,
        fromDay,
        untilDay,
        reason,
        span,
        atTime,
        remark,
        alreadyAbsent: known.some((absence) => shareADay(absence, report)),
        reopened: reopened.get(id) ?? null,
      },
    ];
  });
}

/** When and by whom waiting reports were last put back into the inbox. */
async function readReopenings(db: DomainReader, waiting: readonly Row<'absenceReport'>[]) {
  const events = await db
    .selectFrom('reportEvent')
    .select(['reportId', 'at', 'actorName'])
    .where(
      among(
        'reportId',
        waiting.map((report) => report.id),
      ),
    )
    .where('kind', '!=', 'rejected')
    .orderBy('at')
    .orderBy('id')
    .execute();
  return new Map(events.map(({ reportId, at, actorName }) => [reportId, { at, staffName: actorName }]));
}

interface Days {
  readonly fromDay: string;
  readonly untilDay: string | null;
}

function shareADay(one: Days, other: Days): boolean {
  const beginsBeforeEnd = (first: Days, second: Days) =>
    second.untilDay === null || first.fromDay <= second.untilDay;
  return beginsBeforeEnd(one, other) && beginsBeforeEnd(other, one);
}
