import { IconClipboardHeart } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AbsenceLine } from '../../src-shared/absences/contract.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { DataTable } from '../components/table/DataTable.tsx';
import { sortRows } from '../components/table/sort-rows.ts';
import { useTableLayout } from '../components/table/table-layout.ts';
import { useAbsenceColumns } from './use-absence-columns.tsx';

interface StudentTableProps {
  lines: readonly AbsenceLine[];
  openId: string | null;
  onOpen: (line: AbsenceLine) => void;
  onFollow: (line: AbsenceLine) => void;
}

/** One child's absences of the school year, the newest first. */
export function StudentTable({ lines, openId, onOpen, onFollow }: StudentTableProps) {
  const { t } = useTranslation('absences');
  const columns = useAbsenceColumns('student');
  const [layout, setLayout] = useTableLayout('absences-of-student');
  const rows = useMemo(() => sortRows(lines, columns, layout.sort), [lines, columns, layout.sort]);
  return (
    <DataTable
      label={t('student.list')}
      columns={columns}
      rows={rows}
      keyOf={(line) => line.absenceId}
      layout={layout}
      onLayout={setLayout}
      openKey={openId}
      onOpen={onOpen}
      onFollow={onFollow}
      isQuiet={(line) => line.withdrawn}
      empty={
        <EmptyState icon={<IconClipboardHeart aria-hidden />} title={t('student.emptyTitle')}>
          {t('student.emptyText')}
        </EmptyState>
      }
    />
  );
}
