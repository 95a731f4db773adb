import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/EmptyState.tsx';
import type { TableColumn } from '../components/table/columns.ts';
import { DataTable } from '../components/table/DataTable.tsx';
import { sortRows } from '../components/table/sort-rows.ts';
import { useTableLayout } from '../components/table/table-layout.ts';
import classes from './Groups.module.css';
import type { MemberRow } from './member-rows.ts';

interface MemberTableProps {
  /** Under which the arrangement is remembered. */
  name: string;
  label: string;
  columns: readonly TableColumn<MemberRow>[];
  rows: readonly MemberRow[];
  /** Enter or a click on somebody. */
  onOpen?: (row: MemberRow) => void;
}

/** Height of a row, in pixels. */
const ROW = 34;

/** The people in a class or group. */
export function MemberTable({ name, label, columns, rows, onOpen = noop }: MemberTableProps) {
  const { t } = useTranslation('groups');
  const [layout, setLayout] = useTableLayout(`members.${name}`);
  const sorted = useMemo(() => sortRows(rows, columns, layout.sort), [rows, columns, layout.sort]);
  return (
    // As high as its rows, up to what the window has room for.
    <div className={classes.table} style={{ height: (rows.length + 2) * ROW }}>
      <DataTable
        label={label}
        columns={columns}
        rows={sorted}
        keyOf={keyOf}
        layout={layout}
        onLayout={setLayout}
        openKey={null}
        onOpen={onOpen}
        isQuiet={isPast}
        empty={<EmptyState small title={t('nobody')} />}
      />
    </div>
  );
}

const noop = () => undefined;
const keyOf = (row: MemberRow) => row.key;
const isPast = (row: MemberRow) => row.when === 'past';
