import { IconPlus, IconUserSearch } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../absences/use-may.ts';
import { useRoute } from '../app/routes.ts';
import { useQuery } from '../client/use-query.ts';
import { Button } from '../components/Button.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
import type { TableColumn } from '../components/table/columns.ts';
import { DataTable } from '../components/table/DataTable.tsx';
import { OutputMenu } from '../components/table/OutputMenu.tsx';
import { sortRows } from '../components/table/sort-rows.ts';
import { useTableLayout } from '../components/table/table-layout.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './People.module.css';
import { PersonPanel } from './PersonPanel.tsx';
import { StaffDialog } from './StaffDialog.tsx';
import type { StaffLine } from './staff-line.ts';

/** The staff, and of whoever is open what they are responsible for, see and do. */
export function PeopleScreen() {
  const { t } = useTranslation('staff');
  const { params, change } = useRoute();
  const staff = useQuery('staff.list', {}).data?.staff ?? [];
  const [layout, setLayout] = useTableLayout('staff');
  const columns = useStaffColumns();
  const rows = useMemo(() => sortRows(staff, columns, layout.sort), [staff, columns, layout.sort]);
  const open = staff.find(({ staffId }) => staffId === params.person);
  const show = ({ staffId }: StaffLine) => change({ person: staffId });
  return (
    <div className={classes.screen}>
      <PageTitle
        title={t('people')}
        hint={t('hint', { count: staff.filter(({ here }) => here).length })}
        actions={<PeopleActions output={<OutputMenu name={t('people')} columns={columns} rows={rows} />} />}
      />
      <div className={classes.columns}>
        <section className={classes.list} aria-label={t('people')}>
          <DataTable
            label={t('people')}
            columns={columns}
            rows={rows}
            keyOf={keyOf}
            layout={layout}
            onLayout={setLayout}
            openKey={open?.staffId ?? null}
            onOpen={show}
            onFollow={show}
            isQuiet={hasLeft}
            empty={null}
          />
        </section>
        {open ? (
          <PersonPanel key={open.staffId} person={open} onClose={() => change({ person: null })} />
        ) : (
          <EmptyState icon={<IconUserSearch aria-hidden />} title={t('choose.title')}>
            {t('choose.text')}
          </EmptyState>
        )}
      </div>
    </div>
  );
}

/** What can be done with the whole list. */
function PeopleActions({ output }: { output: ReactNode }) {
  const { t } = useTranslation('staff');
  const may = useMay();
  const [adding, setAdding] = useState(false);
  return (
    <>
      {output}
      {may('staff.add') ? (
        <Button icon={<IconPlus aria-hidden />} onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      ) : null}
      {adding ? <StaffDialog person={null} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function useStaffColumns(): readonly TableColumn<StaffLine>[] {
  const { t } = useTranslation('staff');
  const { t: tf } = useTranslation('frame');
  const format = useFormat();
  return useMemo(() => {
    const left = ({ leftOn }: StaffLine) => (leftOn === null ? '' : format.fullDay(leftOn));
    const name = (one: StaffLine) => `${one.familyName}, ${one.givenName}`;
    const text = 'text' as const;
    return [
      { key: 'name', title: t('columns.name'), width: 200, grows: true, kind: text, value: name },
      {
        ...{ key: 'shortName', title: t('columns.shortName'), width: 80, kind: text },
        value: (one) => one.shortName,
      },
      {
        ...{ key: 'role', title: t('columns.role'), width: 160, kind: text },
        value: (one) => tf(`roles.${one.role}`),
      },
      {
        ...{ key: 'leftOn', title: t('columns.leftOn'), width: 110, kind: 'day' },
        ...{ value: (one) => one.leftOn, cell: left, text: left },
      },
    ];
  }, [t, tf, format]);
}

const keyOf = ({ staffId }: StaffLine) => staffId;
const hasLeft = ({ here }: StaffLine) => !here;
