import { useTranslation } from 'react-i18next';
import { Card } from '../../components/Card.tsx';
import classes from './Year.module.css';
import { type NewYear, outcomeOf, type YearForm } from './year-form.ts';

/** What the change comes to: classes and children before and after, and everybody who leaves by name. */
export function YearOutcomeCard({ year, form }: { year: NewYear; form: YearForm }) {
  const { t } = useTranslation('groups');
  const { classes: after, leavers, ...children } = outcomeOf(year, form);
  return (
    <Card title={t('newYear.outcome.title')}>
      <div className={classes.outcome} role="status">
        <dl>
          <dt>{t('newYear.outcome.before')}</dt>
          <dd>{t('newYear.outcome.count', { classes: year.classes.length, count: children.before })}</dd>
          <dt>{t('newYear.outcome.after')}</dt>
          <dd>{t('newYear.outcome.count', { classes: after.length, count: children.after })}</dd>
        </dl>
        {year.withoutClass > 0 ? <p>{t('newYear.outcome.without', { count: year.withoutClass })}</p> : null}
      </div>
      <ul className={classes.after} aria-label={t('newYear.outcome.classes')}>
        {after.map(({ name, from, students }) => (
          <li key={name}>
            <b>{name}</b>
            <small>
              {from.length > 0
                ? t('newYear.outcome.from', { names: from.join(', ') })
                : t('newYear.outcome.waits')}
            </small>
            <span>{students}</span>
          </li>
        ))}
      </ul>
      <details className={classes.leavers}>
        <summary>{t('newYear.outcome.leavers', { count: leavers.length })}</summary>
        <ul>
          {leavers.map(({ studentId, label }) => (
            <li key={studentId}>{label}</li>
          ))}
        </ul>
      </details>
    </Card>
  );
}
