import { IconCalendarPlus, IconCalendarWeek } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { useMay } from '../absences/use-may.ts';
import { useQuery } from '../client/use-query.ts';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { SelectField } from '../components/SelectField.tsx';
import { PeriodForm } from './PeriodForm.tsx';
import { PeriodRow } from './PeriodRow.tsx';
import classes from './School.module.css';

type Year = OperationResult<'calendar.list'>['years'][number];

/** All days without lessons of a school year; the present one is shown first. */
export function CalendarCard() {
  const { t } = useTranslation('school');
  const may = useMay();
  const { data } = useQuery('calendar.list', {});
  const [chosen, choose] = useState<string | null>(null);
  const [entering, setEntering] = useState(false);
  const years = data?.years ?? [];
  const year = years.find(({ name }) => name === chosen) ?? years[0];
  if (!year) return null;
  return (
    <Card
      title={t('calendar.title')}
      icon={<IconCalendarWeek aria-hidden />}
      aside={
        <SelectField
          label={t('calendar.year')}
          labelHidden
          value={year.name}
          options={years.map(({ name }) => ({ value: name, label: t('calendar.yearNamed', { name }) }))}
          onChange={choose}
        />
      }
    >
      {may('calendar.enter') ? (
        <div className={classes.enter}>
          {entering ? (
            <PeriodForm onDone={() => setEntering(false)} />
          ) : (
            <Button icon={<IconCalendarPlus aria-hidden />} onClick={() => setEntering(true)}>
              {t('calendar.enter')}
            </Button>
          )}
        </div>
      ) : null}
      <YearPeriods year={year} />
    </Card>
  );
}

function YearPeriods({ year }: { year: Year }) {
  const { t } = useTranslation('school');
  return (
    <>
      {year.hasHolidays ? null : (
        <p className={classes.missing}>{t('calendar.noHolidays', { name: year.name })}</p>
      )}
      <ul className={classes.periods} aria-label={t('calendar.yearNamed', { name: year.name })}>
        {year.periods.map((period) => (
          <PeriodRow key={period.periodId} period={period} />
        ))}
      </ul>
    </>
  );
}
