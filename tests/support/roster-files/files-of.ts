import type { CurrentRoster } from '../../../src-shared/roster/current.ts';
import type { RosterPreview } from '../../../src-shared/roster/preview.ts';
import type { ImportDecisions } from '../../../src-shared/roster/steps.ts';
import type { ParsedRoster } from '../../../src-shared/roster/types.ts';
import { danisRows, iservParentRows, iservStudentRows } from './export-school.ts';
import { readRows, TODAY } from './read-rows.ts';

/** A school's own lists, read again. */
export function filesOf(school: CurrentRoster, format: 'iserv' | 'danis' = 'iserv'): ParsedRoster[] {
  const tables = [format === 'iserv' ? iservStudentRows(school) : danisRows(school), iservParentRows(school)];
  return tables
    .filter((rows) => rows.length > 1)
    .map((rows, index) => readRows(rows, {}, { file: `${index}.csv` }));
}

/** Somebody who says yes to everything, and answers each question in the same way. */
export function decideAll(preview: RosterPreview, answer: 'new' | 'same'): ImportDecisions {
  const open = [...preview.possibleStudents, ...preview.possibleGuardians];
  const first = (item: (typeof open)[number]): string => {
    const [candidate] = item.candidates;
    if (!candidate) return 'new';
    return 'studentId' in candidate ? candidate.studentId : candidate.guardianId;
  };
  return {
    declined: [],
    accepted: [...preview.leftStudents, ...preview.returnedStudents].map(({ ref }) => ref),
    samePerson: Object.fromEntries(open.map((item) => [item.ref, answer === 'new' ? 'new' : first(item)])),
    leftOn: TODAY,
  };
}
