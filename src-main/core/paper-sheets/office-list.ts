import type { OpenCase as CaseOnPaper, OfficeList } from '../../../src-shared/paper/daily-sheets.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import { type GuardianRelation, guardianRelations } from '../../../src-shared/tables/students.ts';
import { readOpenCases } from '../cases/open-cases.ts';
import { among } from '../today/among.ts';
import type { SchoolDay } from '../today/read-day.ts';
import { unindexed } from '../today/unindexed.ts';
import { type Callbacks, officeRows } from './office-rows.ts';
import { type SheetSource, timeAtSchool } from './sheet-source.ts';

type OpenCaseView = Awaited<ReturnType<typeof readOpenCases>>[number];

/** The daily list for the office. A child stands on it once: among the rows, or among the open cases. */
export async function officeList(db: DomainReader, source: SheetSource): Promise<OfficeList> {
  const { day, classes, students, head } = source;
  const cases = await readOpenCases(db, day, students);
  const callbacks = await readCallbacks(db, day);
  return {
    ...head,
    rows: [...students.values()].flatMap((student) => officeRows(day, student, callbacks)),
    openCases: cases.filter((one) => !one.waitingReport).map((one) => caseOnPaper(one, day)),
    classesNotReported: classes.filter((one) => one.overdue).map((one) => one.className),
  };
}

/** The last number somebody has left, by absence. */
async function readCallbacks(db: DomainReader, day: SchoolDay): Promise<Callbacks> {
  const ids = [...day.away.values()].flatMap((rows) => rows.map((row) => row.id));
  const rows = await db
    .selectFrom('absenceReport')
    .select(['absenceId', 'callbackNumber'])
    .where(among('absenceId', ids))
    .where(unindexed('state'), '=', 'accepted')
    .where('callbackNumber', 'is not', null)
    .orderBy('takenAt')
    .execute();
  return new Map(rows.map((row) => [row.absenceId ?? '', row.callbackNumber ?? '']));
}

function caseOnPaper(one: OpenCaseView, day: SchoolDay): CaseOnPaper {
  const { className, givenName, familyName, since, ladder, attempts } = one;
  return {
    className,
    givenName,
    familyName,
    since: timeAtSchool(since, day),
    contacts: ladder.map(({ name, relation, emergency, phones }) => ({
      name: emergency && relation !== '' ? `${name} (${relation})` : name,
      relation: emergency ? null : relationOnPaper(relation),
      phones: phones.map(({ number, label }) => ({ number, label })),
    })),
    attempts: attempts.map(({ at, contactName, outcome, note, staffName }) => ({
      at: timeAtSchool(at, day),
      contactName,
      outcome,
      note,
      by: staffName,
    })),
  };
}

function relationOnPaper(relation: string): GuardianRelation | null {
  return guardianRelations.find((known) => known === relation) ?? null;
}
