import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import classes from './Rates.module.css';
import type { RateWeek } from './rate-scale.ts';

/** The same figures as the chart, as a table. */
export function RateTable({ weeks }: { weeks: readonly RateWeek[] }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const write = (share: number | null) => (share === null ? t('noSchool') : format.percent(share));
  return (
    <table className={classes.table}>
      <caption>{t('rateCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('week')}</th>
          <th scope="col">{t('thisYear')}</th>
          <th scope="col">{t('lastYear')}</th>
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.monday}>
            <th scope="row">{t('weekOf', { day: format.dayMonth(week.monday) })}</th>
            <td>{write(week.rate)}</td>
            <td>{write(week.rateLastYear)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
