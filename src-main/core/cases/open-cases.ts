import type { OpenCase } from '../../../src-shared/cases/contract.ts';
import { openCases } from '../../../src-shared/cases/open-cases.ts';
import type { DomainReader, Row } from '../../../src-shared/tables/registry.ts';
import { schoolDayBefore } from '../../../src-shared/values/school-calendar.ts';
import { ageOn } from '../../../src-shared/values/school-year.ts';
import { among } from '../today/among.ts';
import { readAbsencesOn } from '../today/day-rows.ts';
import { groupedBy } from '../today/grouped.ts';
import { type NamedStudent, readStaffNames, readStudents, shown } from '../today/people.ts';
import type { SchoolDay } from '../today/read-day.ts';
import { readLadders } from './ladder.ts';

/**
 * The open cases of a day with everybody to call. People, calls and concerns are read for the open cases
 * only; usually a handful.
 */
export async function readOpenCases(
  db: DomainReader,
  day: SchoolDay,
  known?: ReadonlyMap<string, NamedStudent>,
): Promise<OpenCase[]> {
  const facts = openCases(day.children, day.morning);
  if (facts.length === 0) return [];
  const ids = facts.map((fact) => fact.studentId);
  const students = known ?? (await readStudents(db, ids, day.morning.day));
  const more = await readAboutCases(db, day, ids);
  return facts.flatMap(({ studentId, ...fact }) => {
    const student = students.get(studentId);
    const mark = day.marks.get(studentId);
    if (!student || !mark) return [];
    const birthDate = more.birthDates.get(studentId);
    return [
      {
        ...shown(student),
        ...fact,
        day: day.morning.day,
        age: birthDate ? ageOn(birthDate, day.morning.day) : null,
        markedBy: more.staffName(mark.staffId),
        absentOnSchoolDayBefore: more.absentBefore.has(studentId),
        ladder: more.ladders.get(studentId) ?? [],
        attempts: (day.attempts.get(studentId) ?? []).map((row) => attemptView(row, more.staffName)),
        concerns: (more.concerns.get(studentId) ?? []).map((row) => concernView(row, more.staffName)),
      },
    ];
  });
}

async function readAboutCases(db: DomainReader, day: SchoolDay, ids: readonly string[]) {
  const before = schoolDayBefore(day.morning.day, day.periods);
  const absences = await readAbsencesOn(db, before, ids);
  const details = await db
    .selectFrom('studentDetail')
    .select(['id', 'birthDate'])
    .where(among('id', ids))
    .execute();
  const concerns = await db
    .selectFrom('caseConcern')
    .selectAll()
    .where('day', '=', day.morning.day)
    .where(among('studentId', ids))
    .execute();
  concerns.sort((left, right) => (left.at < right.at ? -1 : 1));
  return {
    absentBefore: new Set(absences.filter((row) => row.span === 'wholeDay').map((row) => row.studentId)),
    birthDates: new Map(details.map((row) => [row.id, row.birthDate])),
    concerns: groupedBy(concerns, (row) => row.studentId),
    staffName: await readStaffNames(db),
    ladders: await readLadders(db, ids, day.attempts),
  };
}

type StaffName = (staffId: string | null) => string;

function attemptView(row: Row<'contactAttempt'>, staffName: StaffName): OpenCase['attempts'][number] {
  const { id, contactName, guardianId, outcome, note, at, staffId, retractedAt } = row;
  const said = { contactName, guardianId, outcome, note, at, retractedAt };
  return { attemptId: id, ...said, staffName: staffName(staffId) };
}

function concernView(row: Row<'caseConcern'>, staffName: StaffName): OpenCase['concerns'][number] {
  const { id, factor, note, at, staffId, decision, decidedAt } = row;
  return { concernId: id, factor, note, at, staffName: staffName(staffId), decision, decidedAt };
}
