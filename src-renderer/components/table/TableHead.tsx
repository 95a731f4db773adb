import { ColumnTitle } from './ColumnTitle.tsx';
import type { TableColumn } from './columns.ts';
import classes from './DataTable.module.css';
import { nextSort } from './sort-rows.ts';
import { allowedWidth, type TableLayout, templateOf } from './table-layout.ts';

interface TableHeadProps<Row> {
  columns: readonly TableColumn<Row>[];
  layout: TableLayout;
  onLayout: (layout: TableLayout) => void;
}

/** The titles, which stay in view. */
export function TableHead<Row>({ columns, layout, onLayout }: TableHeadProps<Row>) {
  const { sort, widths } = layout;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are drawn only where they are seen, which a table cannot
    <div role="rowgroup" className={classes.head}>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: titles are focused one by one */}
      <div
        role="row"
        aria-rowindex={1}
        className={classes.row}
        style={{ gridTemplateColumns: templateOf(columns, layout) }}
      >
        {columns.map(({ key, title, kind }, index) => (
          <ColumnTitle
            key={key}
            index={index}
            title={title}
            number={kind === 'number'}
            sort={sort?.key === key ? sort.direction : null}
            onSort={() => onLayout({ ...layout, sort: nextSort(sort, key) })}
            onWidth={(pixels) => onLayout({ ...layout, widths: { ...widths, [key]: allowedWidth(pixels) } })}
          />
        ))}
      </div>
    </div>
  );
}
