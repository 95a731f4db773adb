import { type KeyboardEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AbsenceLine } from '../../src-shared/absences/contract.ts';
import { PageTitle } from '../components/PageTitle.tsx';
import { DataTable } from '../components/table/DataTable.tsx';
import { OutputMenu } from '../components/table/OutputMenu.tsx';
import { sortRows } from '../components/table/sort-rows.ts';
import { useTableLayout } from '../components/table/table-layout.ts';
import { PrintMenu } from '../paper/PrintMenu.tsx';
import classes from './AbsenceList.module.css';
import { AbsencePanel } from './AbsencePanel.tsx';
import { DayStrip } from './DayStrip.tsx';
import { EmptyList } from './EmptyList.tsx';
import { FilterBar } from './FilterBar.tsx';
import { ListSummary } from './ListSummary.tsx';
import { SchildItems } from './SchildItems.tsx';
import { useAbsenceColumns } from './use-absence-columns.tsx';
import { useFilters, useLines } from './use-lines.ts';
import { useOpenRow } from './use-open-row.ts';

/** The school's absences of a day or a week, with the one that is open beside them. */
export function AbsenceList() {
  const { t } = useTranslation('absences');
  const { filters, change } = useFilters();
  const { week, lines, freeDays, free } = useLines(filters);
  const [layout, setLayout] = useTableLayout('absences');
  const columns = useAbsenceColumns('school');
  const rows = useMemo(() => sortRows(lines ?? [], columns, layout.sort), [lines, columns, layout.sort]);
  const { list, openId, open, follow, close } = useOpenRow();
  return (
    <div className={classes.screen} onKeyDownCapture={closeOnlyMenu}>
      <PageTitle
        title={t('title')}
        hint={<ListSummary filters={filters} lines={lines} free={free} />}
        actions={
          <>
            <OutputMenu
              name={`${t('title')} ${filters.day}`}
              columns={columns}
              rows={rows}
              more={<SchildItems filters={filters} />}
            />
            <PrintMenu />
          </>
        }
      />
      <DayStrip filters={filters} lines={week} freeDays={freeDays} onChange={change} />
      <FilterBar filters={filters} onChange={change} />
      <div className={classes.columns} data-open={openId !== null || undefined}>
        <section ref={list} className={classes.list} aria-label={t('title')}>
          <DataTable
            label={t('title')}
            columns={columns}
            rows={rows}
            keyOf={keyOf}
            layout={layout}
            onLayout={setLayout}
            openKey={openId}
            onOpen={(line) => open(line.absenceId)}
            onFollow={(line) => follow(line.absenceId)}
            isQuiet={isWithdrawn}
            empty={lines === undefined ? null : <EmptyList filters={filters} free={free} onChange={change} />}
          />
        </section>
        {openId === null ? null : <AbsencePanel absenceId={openId} onClose={close} />}
      </div>
    </div>
  );
}

/** Esc in a menu closes the menu and leaves the details open. */
function closeOnlyMenu(event: KeyboardEvent): void {
  const inMenu = event.target instanceof Element && event.target.closest('[role="menu"]') !== null;
  if (event.key === 'Escape' && inMenu) event.preventDefault();
}

const keyOf = (line: AbsenceLine) => line.absenceId;
const isWithdrawn = (line: AbsenceLine) => line.withdrawn;
