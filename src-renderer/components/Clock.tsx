import { useTranslation } from 'react-i18next';
import { duration, minutesSince } from '../format/dates.ts';
import { useFormat } from '../format/use-format.ts';
import { useMinute } from '../session/clock.ts';
import classes from './Clock.module.css';

/** The time that has passed since an instant; moves on once a minute, without a blink. */
export function Clock({ since }: { since: string }) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const now = useMinute();
  return (
    <span className={classes['clock']}>
      <b>{duration(minutesSince(since, now))}</b>
      <small>{t('since', { time: format.time(since) })}</small>
    </span>
  );
}
