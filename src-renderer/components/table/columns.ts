import type { ReactNode } from 'react';
import type { ColumnKind } from '../../../src-shared/export/export-table.ts';

/** A column of a table: how it looks, sorts, and leaves the window when it is copied or exported. */
export interface TableColumn<Row> {
  readonly key: string;
  readonly title: string;
  /** Pixels before anybody has changed it. */
  readonly width: number;
  /** Takes the width that is left; one column of a table. */
  readonly grows?: boolean;
  readonly kind: ColumnKind;
  /** What is sorted and exported: `YYYY-MM-DD` for days, `HH:MM` for times, numbers as numbers. */
  readonly value: (row: Row) => string | number | null;
  /** What a cell shows; without it the value as it is. */
  readonly cell?: (row: Row) => ReactNode;
  /** What is copied; without it the value. */
  readonly text?: (row: Row) => string;
  /** Sorts by this where the value would sort wrongly. */
  readonly order?: (row: Row) => string | number | null;
}

/** The text of a cell for the clipboard. */
export function cellText<Row>(column: TableColumn<Row>, row: Row): string {
  if (column.text) return column.text(row);
  return String(column.value(row) ?? '');
}
