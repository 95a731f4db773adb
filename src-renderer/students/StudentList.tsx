import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import listClasses from '../absences/AbsenceList.module.css';
import { useMay } from '../absences/use-may.ts';
import { useRoute } from '../app/routes.ts';
import { useQuery } from '../client/use-query.ts';
import { Button } from '../components/Button.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
import { DataTable } from '../components/table/DataTable.tsx';
import { OutputMenu } from '../components/table/OutputMenu.tsx';
import { sortRows } from '../components/table/sort-rows.ts';
import { useTableLayout } from '../components/table/table-layout.ts';
import { Duplicates } from './Duplicates.tsx';
import type { DirectoryLine } from './directory-line.ts';
import { EnrolDialog } from './EnrolDialog.tsx';
import { StudentFilterBar } from './StudentFilterBar.tsx';
import { countFilters, filterLines } from './student-filters.ts';
import { useDirectoryView } from './use-directory-view.ts';
import { useStudentColumns } from './use-student-columns.tsx';
import { ViewMenu } from './ViewMenu.tsx';
import { WholeSchoolItems } from './WholeSchoolItems.tsx';

const NOBODY: readonly DirectoryLine[] = [];

/** The directory: every child of the school that this person may know of. */
export function StudentList() {
  const { t } = useTranslation('students');
  const go = useRoute((route) => route.go);
  const { view, change } = useDirectoryView();
  const { data } = useQuery('students.directory', { withLeft: view.filters.withLeft });
  const all = useStudentColumns();
  const columns = useMemo(() => all.filter(({ key }) => view.columns.includes(key)), [all, view.columns]);
  const [layout, setLayout] = useTableLayout('students');
  const lines = data?.lines ?? NOBODY;
  const rows = useMemo(
    () => sortRows(filterLines(lines, view.filters), columns, layout.sort),
    [lines, view.filters, columns, layout.sort],
  );
  return (
    <div className={listClasses.screen}>
      <PageTitle
        title={t('title')}
        hint={data ? <Count shown={rows.length} all={lines.length} /> : null}
        actions={
          <>
            <Duplicates />
            <ViewMenu view={view} columns={all} onChange={change} />
            <OutputMenu name={t('title')} columns={columns} rows={rows} more={<WholeSchoolItems />} />
            <Enrol />
          </>
        }
      />
      <StudentFilterBar
        filters={view.filters}
        onChange={(filters) => change({ ...view, filters: { ...view.filters, ...filters } })}
      />
      <div className={listClasses.columns}>
        <section className={listClasses.list} aria-label={t('title')}>
          <DataTable
            label={t('title')}
            columns={columns}
            rows={rows}
            keyOf={(line) => line.studentId}
            layout={layout}
            onLayout={setLayout}
            openKey={null}
            onOpen={(line) => go('students', {}, line.studentId)}
            isQuiet={(line) => line.leftOn !== null}
            empty={data ? <Nobody filtered={countFilters(view.filters) > 0} /> : null}
          />
        </section>
      </div>
    </div>
  );
}

function Count({ shown, all }: { shown: number; all: number }) {
  const { t } = useTranslation('students');
  return <>{shown === all ? t('count', { count: all }) : t('countOf', { shown, count: all })}</>;
}

function Nobody({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation('students');
  const key = filtered ? 'noneFound' : 'none';
  return (
    <EmptyState icon={<IconUsers aria-hidden />} title={t(`${key}.title`)}>
      {t(`${key}.text`)}
    </EmptyState>
  );
}

function Enrol() {
  const { t } = useTranslation('students');
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may('students.enrol')) return null;
  return (
    <>
      <Button icon={<IconUserPlus aria-hidden />} onClick={() => setOpen(true)}>
        {t('enrol.button')}
      </Button>
      <EnrolDialog open={open} onClose={() => setOpen(false)} />
    </>
  );
}
