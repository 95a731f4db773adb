import writeExcelFile from 'write-excel-file/node';
import { compareRoster } from '../../src-shared/roster/compare.ts';
import { iservParentRows, iservStudentRows } from '../support/roster-files/export-school.ts';
import { oneRosterZip } from '../support/roster-files/export-systems.ts';
import { largeSchool } from '../support/roster-files/large-school.ts';
import { readLists } from '../support/roster-files/open-lists.ts';
import { readBytes } from '../support/roster-files/read-rows.ts';
import { writeTable } from '../support/roster-files/write-table.ts';
import { benchResult, type Emit } from './result.ts';

const RUNS = 5;

/**
 * `import.1500`: reading two files of a school of 1,500 children with guardians and comparing them with an
 * empty school. The floor decodes the same bytes and splits them into cells, nothing else.
 */
export async function benchImport(emit: Emit): Promise<void> {
  const school = largeSchool(1500);
  const students = writeTable(iservStudentRows(school), { quotes: 'all' });
  const parents = writeTable(iservParentRows(school), { quotes: 'all' });
  const empty = { classes: [], students: [], guardians: [], guardianships: [] };
  const preview = () => compareRoster([readBytes(students), readBytes(parents)], empty);
  const split = () => [students, parents].map((bytes) => cellsOf(bytes).length);
  preview();
  split();
  emit(benchResult('import.1500', 'ms', times(preview), times(split)));
  await benchContainers(school, times(split), emit);
}

/** `import.1500.xlsx`, `import.1500.oneRoster`: the same school as a workbook of two sheets, and as a zip. */
async function benchContainers(
  school: ReturnType<typeof largeSchool>,
  floor: number[],
  emit: Emit,
): Promise<void> {
  const empty = { classes: [], students: [], guardians: [], guardianships: [] };
  const files = {
    xlsx: await workbookOf({ Kinder: iservStudentRows(school), Eltern: iservParentRows(school) }),
    oneRoster: oneRosterZip(school),
  };
  for (const [name, bytes] of Object.entries(files)) {
    const runs: number[] = [];
    for (let run = 0; run <= RUNS; run += 1) {
      const start = performance.now();
      compareRoster(await readLists(bytes), empty);
      runs.push(performance.now() - start);
    }
    emit(benchResult(`import.1500.${name}`, 'ms', runs.slice(1), floor));
  }
}

function workbookOf(sheets: Record<string, string[][]>): Promise<Buffer> {
  const pages = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) => row.map((value) => ({ value, type: String }))),
  }));
  return writeExcelFile(pages).toBuffer();
}

function cellsOf(bytes: Uint8Array): string[][] {
  return new TextDecoder()
    .decode(bytes)
    .split('\n')
    .map((line) => line.split(';'));
}

function times(work: () => unknown): number[] {
  return Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}
