import classes from './DataTable.module.css';
import { TableHead } from './TableHead.tsx';
import { TableRow } from './TableRow.tsx';
import { templateOf } from './table-layout.ts';
import type { DataTableProps } from './table-props.ts';
import { useTableRows } from './use-table-rows.ts';

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
        <TableHead columns={columns} layout={layout} onLayout={onLayout} />
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
