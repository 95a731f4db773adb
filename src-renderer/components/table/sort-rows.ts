import type { TableColumn } from './columns.ts';

export interface Sort {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

/** DIN 5007-1 with numbers by value: 2b before 10a, Ö beside O. */
const collator = new Intl.Collator('de', { numeric: true });

/**
 * Rows in the order of a column; equal ones keep the order they came in. Empty cells always stand last.
 * An unknown column changes nothing.
 */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  sort: Sort | null,
): readonly Row[] {
  const column = columns.find(({ key }) => key === sort?.key);
  if (!column || !sort) return rows;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const order = column.order ?? column.value;
  const keyed = rows.map((row) => ({ row, key: order(row) }));
  keyed.sort((left, right) => {
    if (left.key === null || right.key === null)
      return Number(left.key === null) - Number(right.key === null);
    return sign * compare(left.key, right.key);
  });
  return keyed.map(({ row }) => row);
}

function compare(left: string | number, right: string | number): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return collator.compare(String(left), String(right));
}

/** What a click on a column's title asks for: ascending, then descending, then the list's own order. */
export function nextSort(sort: Sort | null, key: string): Sort | null {
  if (sort?.key !== key) return { key, direction: 'ascending' };
  return sort.direction === 'ascending' ? { key, direction: 'descending' } : null;
}
