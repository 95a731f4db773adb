import type { RosterExport } from '../../../src-shared/roster/contract.ts';
import type { CurrentRoster } from '../../../src-shared/roster/current.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { toCsv } from '../export/csv.ts';
import { mediaTypes } from '../export/media-types.ts';
import { toWorkbook } from '../export/xlsx.ts';
import { guardianTable, presentStudents, studentTable } from './export-tables.ts';
import { readTeachers } from './one-roster/read-teachers.ts';
import { type OneRosterSource, writeOneRoster } from './one-roster/write-one-roster.ts';
import { readCurrentRoster } from './read-current.ts';

/** German like the headings, whatever language the window speaks: the programs that read the lists are German. */
const names = { students: 'Kinder', guardians: 'Erziehungsberechtigte' } as const;

interface ExportedFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly data: string;
  readonly rows: number;
}

/** A list of the whole school on a day, as a file. */
export async function exportRoster(
  db: DomainReader,
  { school, today }: Pick<OneRosterSource, 'school' | 'today'>,
  list: RosterExport,
): Promise<ExportedFile> {
  const roster = await readExportedRoster(db, today);
  if (list === 'oneRoster')
    return oneRoster({ school, today, roster, teachers: await readTeachers(db, today) });
  if (list === 'workbook') return workbook(roster);
  const table = list === 'studentsCsv' ? studentTable(roster) : guardianTable(roster);
  const name = list === 'studentsCsv' ? names.students : names.guardians;
  return {
    fileName: `${name}.csv`,
    mediaType: mediaTypes.csv,
    data: base64(toCsv(table)),
    rows: table.rows.length,
  };
}

function oneRoster(source: OneRosterSource): ExportedFile {
  return {
    fileName: 'OneRoster.zip',
    mediaType: mediaTypes.zip,
    data: base64(writeOneRoster(source)),
    rows: presentStudents(source.roster).length,
  };
}

async function workbook(roster: CurrentRoster): Promise<ExportedFile> {
  const students = studentTable(roster);
  const sheets = [
    { name: names.students, table: students },
    { name: names.guardians, table: guardianTable(roster) },
  ];
  return {
    fileName: `${names.students} und ${names.guardians}.xlsx`,
    mediaType: mediaTypes.xlsx,
    data: base64(await toWorkbook(sheets)),
    rows: students.rows.length,
  };
}

/** Whoever is blocked for a child must not be found through it: such a tie is in no export. */
async function readExportedRoster(db: DomainReader, today: Day): Promise<CurrentRoster> {
  const roster = await readCurrentRoster(db, today);
  const guardianships = await db
    .selectFrom('guardianship')
    .select(['studentId', 'guardianId', 'relation'])
    .where('blocked', '=', 0)
    .orderBy('contactOrder')
    .execute();
  return { ...roster, guardianships };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
