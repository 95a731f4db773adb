import type { CSSProperties } from 'react';
import { cellText, type TableColumn } from './columns.ts';
import classes from './DataTable.module.css';

interface TableRowProps<Row> {
  row: Row;
  index: number;
  columns: readonly TableColumn<Row>[];
  style: CSSProperties;
  inTabOrder: boolean;
  open: boolean;
  quiet: boolean;
  onFocus: () => void;
  onOpen: () => void;
}

/** One row; a click or Enter opens it. */
export function TableRow<Row>(props: TableRowProps<Row>) {
  const { row, index, columns, style, inTabOrder, open, quiet, onFocus, onOpen } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the rows' keys are heard in one place, by the table
    // biome-ignore lint/a11y/useSemanticElements: rows are drawn only where they are seen, which a table cannot
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={open}
      tabIndex={inTabOrder ? 0 : -1}
      data-row={index}
      data-quiet={quiet || undefined}
      className={classes.row}
      style={style}
      onFocus={onFocus}
      onClick={onOpen}
    >
      {columns.map((column, at) => (
        // biome-ignore lint/a11y/useSemanticElements: see above
        // biome-ignore lint/a11y/useFocusableInteractive: the row is what has the focus
        <div
          key={column.key}
          role="gridcell"
          aria-colindex={at + 1}
          className={classes.cell}
          data-number={column.kind === 'number' || undefined}
          title={cellText(column, row)}
        >
          {column.cell ? column.cell(row) : column.value(row)}
        </div>
      ))}
    </div>
  );
}
