import type { ColumnMapping } from '../../../../src-shared/roster/mapping.ts';
import type { Stepwise, Tally } from '../../../../src-shared/values/stepwise.ts';
import type { RosterTable, TableKnowledge } from '../parse-table.ts';
import type { Column, Columns } from './match-columns.ts';
import { readGuardianRows } from './read-guardian-pairs.ts';
import { readStudentRows } from './read-students.ts';
import type { ReadOptions, ReadRoster, RosterField } from './roster-format.ts';

/** What somebody's word says about the heading of a list: it is the first row, or there is none. */
export function knowledgeOf({ hasHeading, fields }: ColumnMapping): TableKnowledge {
  return {
    isKnown: () => hasHeading,
    headingByPlace: () => fields.map((_, index) => `Spalte ${index + 1}`),
    otherByPlace: () => null,
  };
}

/** Reads a list whose columns somebody has named. */
export function* readMapped(
  table: RosterTable,
  mapping: ColumnMapping,
  options: ReadOptions,
  tally: Tally,
): Stepwise<ReadRoster> {
  const columns = columnsOf(table, mapping);
  return mapping.kind === 'students'
    ? yield* readStudentRows(table, columns, [], options, tally)
    : yield* readGuardianRows(table, { people: [columns], notes: [] }, options, tally);
}

function columnsOf(table: RosterTable, { fields }: ColumnMapping): Columns {
  const columns = new Map<RosterField, Column[]>();
  for (const [index, field] of fields.entries()) {
    if (field === null) continue;
    const column = { index, heading: table.header[index] ?? '' };
    columns.set(field, [...(columns.get(field) ?? []), column]);
  }
  return columns;
}
