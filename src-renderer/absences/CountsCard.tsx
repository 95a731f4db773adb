import { useTranslation } from 'react-i18next';
import { Card } from '../components/Card.tsx';
import classes from './StudentCards.module.css';
import type { StudentYear } from './student-year.ts';

const WEEKDAYS = ['mo', 'tu', 'we', 'th', 'fr'] as const;

/** The days for the report card, and on which days of the week they fall. */
export function CountsCard({ year }: { year: StudentYear }) {
  const { t } = useTranslation('absences');
  return (
    <Card title={t('counts.title')} aside={t('counts.aside')}>
      <dl className={classes.counts}>
        <Count label={t('words:excuses.excused')} value={year.excusedDays} />
        <Count label={t('words:excuses.unexcused')} value={year.unexcusedDays} tone="danger" />
        <Count label={t('words:excuses.open')} value={year.openDays} tone="wait" />
      </dl>
      <Weekdays counts={year.byWeekday} />
    </Card>
  );
}

function Count({ label, value, tone }: { label: string; value: number; tone?: 'danger' | 'wait' }) {
  const { t } = useTranslation('absences');
  return (
    <div data-tone={value > 0 ? tone : undefined}>
      <dt>{label}</dt>
      <dd title={t('counts.days', { count: value })}>{value}</dd>
    </div>
  );
}

/** Small bars with their numbers; a child who is always ill on Mondays shows. */
function Weekdays({ counts }: { counts: readonly number[] }) {
  const { t } = useTranslation('absences');
  const most = Math.max(1, ...counts);
  return (
    <ul className={classes.weekdays} aria-label={t('counts.byWeekday')}>
      {WEEKDAYS.map((name, index) => {
        const count = counts[index] ?? 0;
        return (
          <li key={name}>
            <span>{t(`weekdays.${name}`)}</span>
            <i aria-hidden="true">
              <i style={{ width: `${(100 * count) / most}%` }} />
            </i>
            <b>{count}</b>
          </li>
        );
      })}
    </ul>
  );
}
