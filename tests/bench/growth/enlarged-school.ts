import type { DemoSchool } from '../../../resources/demo/demo-school.ts';
import { type TableName, tableNames } from '../../../src-shared/tables/registry.ts';
import { derivedId } from '../../../src-shared/values/uuid.ts';

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** What a school has once, whatever its size. */
const once: readonly TableName[] = ['schoolSetting', 'freePeriod'];

/**
 * A school as large as so many of this one: all its children, classes, staff and their years, over and over,
 * with ids of their own. It has one office all the same.
 */
export function enlargedSchool(school: DemoSchool, times: number): DemoSchool {
  const rows = { ...school.rows };
  for (const table of tableNames) {
    if (once.includes(table)) continue;
    const list: readonly object[] = rows[table];
    const copies = Array.from({ length: times }, (_, nth) => list.map((row) => copyOf(row, nth)));
    Object.assign(rows, { [table]: copies.flat() });
  }
  return { ...school, rows };
}

/** The same row with ids that belong to the nth copy. */
function copyOf(row: object, nth: number): object {
  if (nth === 0) return row;
  const cells = Object.entries(row).map(([name, cell]: [string, unknown]) => {
    const isId = typeof cell === 'string' && uuid.test(cell);
    return [name, isId ? derivedId(cell, nth) : cell];
  });
  return Object.fromEntries(cells);
}

/** Rows of a school, for what is printed. */
export function countRows(school: DemoSchool): number {
  return tableNames.reduce((sum, table) => sum + school.rows[table].length, 0);
}
