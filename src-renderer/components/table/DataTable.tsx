import type { ReactNode } from 'react';
import { ColumnTitle } from './ColumnTitle.tsx';
import type { TableColumn } from './columns.ts';
import classes from './DataTable.module.css';
import { nextSort } from './sort-rows.ts';
import { TableRow } from './TableRow.tsx';
import { allowedWidth, type TableLayout, templateOf } from './table-layout.ts';
import { useTableRows } from './use-table-rows.ts';

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

/**
 * Rows of 34 px under titles that sort and can be made wider. Thousands of rows cost what is seen of them.
 * One row has the focus: arrows, Home, End and Page move it, Enter opens it.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, keyOf, layout, onLayout, openKey, onOpen, isQuiet, empty } = props;
  const { frame, body, at, virtual, setAt, onKeyDown } = useTableRows(props);
  const template = { gridTemplateColumns: templateOf(columns, layout) };
  return (
    <div ref={frame} className={classes.frame}>
      {/* biome-ignore lint/a11y/useSemanticElements: rows are drawn only where they are seen, which a table cannot */}
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        className={classes.table}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div role="rowgroup" className={classes.head}>
          {/* biome-ignore lint/a11y/useSemanticElements: see above */}
          {/* biome-ignore lint/a11y/useFocusableInteractive: titles are focused one by one */}
          <div role="row" aria-rowindex={1} className={classes.row} style={template}>
            {columns.map((column, index) => (
              <ColumnTitle
                key={column.key}
                index={index}
                title={column.title}
                number={column.kind === 'number'}
                sort={layout.sort?.key === column.key ? layout.sort.direction : null}
                onSort={() => onLayout({ ...layout, sort: nextSort(layout.sort, column.key) })}
                onWidth={(pixels) =>
                  onLayout({ ...layout, widths: { ...layout.widths, [column.key]: allowedWidth(pixels) } })
                }
              />
            ))}
          </div>
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div
          role="rowgroup"
          ref={body}
          className={classes.body}
          style={{ height: virtual.getTotalSize() }}
          onKeyDown={onKeyDown}
        >
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <TableRow
                key={keyOf(row)}
                row={row}
                index={index}
                columns={columns}
                style={{ ...template, transform: `translateY(${start}px)` }}
                inTabOrder={index === at}
                open={keyOf(row) === openKey}
                quiet={isQuiet?.(row) ?? false}
                onFocus={() => setAt(index)}
                onOpen={() => onOpen(row)}
              />
            );
          })}
        </div>
      </div>
      {rows.length === 0 ? empty : null}
    </div>
  );
}
