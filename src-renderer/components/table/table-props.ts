import type { ReactNode } from 'react';
import type { TableColumn } from './columns.ts';
import type { TableLayout } from './table-layout.ts';

/** What a table is given. */
export interface DataTableProps<Row> {
  /** Read out as the table's name. */
  label: string;
  columns: readonly TableColumn<Row>[];
  /** In the order in which they are shown. */
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  layout: TableLayout;
  onLayout: (layout: TableLayout) => void;
  /** The row whose details are shown. */
  openKey: string | null;
  onOpen: (row: Row) => void;
  /** While details are shown, they follow the arrow keys. */
  onFollow?: (row: Row) => void;
  /** Set apart without a colour alone: the cells still say why. */
  isQuiet?: (row: Row) => boolean;
  /** Below the titles while there are no rows. */
  empty: ReactNode;
}
