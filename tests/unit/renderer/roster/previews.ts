import { compareRoster } from '../../../../src-shared/roster/compare.ts';
import type { CurrentRoster } from '../../../../src-shared/roster/current.ts';
import type { RosterPreview } from '../../../../src-shared/roster/preview.ts';
import { iservParentRows, iservStudentRows } from '../../../support/roster-files/export-school.ts';
import { largeSchool } from '../../../support/roster-files/large-school.ts';
import { readRows } from '../../../support/roster-files/read-rows.ts';

/** A school of `count` children and its own lists, changed by `edit` before they are read again. */
export function previewOf(
  count: number,
  edit: (students: string[][], parents: string[][]) => void = () => undefined,
  school: CurrentRoster = largeSchool(count),
): RosterPreview {
  const students = iservStudentRows(school);
  const parents = iservParentRows(school);
  edit(students, parents);
  const files = [
    readRows(students, {}, { file: 'kinder.csv' }),
    readRows(parents, {}, { file: 'eltern.csv' }),
  ];
  return compareRoster(files, school);
}

/** One of everything: new, changed, moved, gone, perhaps known, unreadable. */
export function mixedPreview(): RosterPreview {
  return previewOf(60, (students, parents) => {
    const row = (index: number) => students[index] ?? [];
    row(2)[2] = `${row(2)[2]}-Meyer`;
    row(3)[3] = '4b';
    row(4)[0] = '';
    row(4)[1] = `${row(4)[1]}a`;
    row(5)[4] = '31.02.2018';
    row(6)[1] = '';
    students.splice(20, 3);
    students.push(['N1', 'Lotta', 'Brinkmann', '1a', '01.05.2019']);
    students.push(['N2', 'Emre', 'Öztürk', '5a', '02.05.2019']);
    parents.push(['N1', 'Petra', 'Brinkmann', 'Weg 1', '27777', 'Ganderkesee', '0171 333 444', '']);
  });
}
