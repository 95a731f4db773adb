import { useTranslation } from 'react-i18next';
import { minutesOf, toInstant } from '../../src-shared/values/day.ts';
import { duration, minutesSince } from '../format/dates.ts';
import { useFormat } from '../format/use-format.ts';
import { useMinute } from '../session/clock.ts';
import classes from './Clock.module.css';

interface ClockProps {
  /** The instant it runs from. */
  since: string;
  /** `danger` while a child may be in danger; `wait` for what only has to be looked at. */
  tone?: 'danger' | 'wait';
}

/** The time that has passed since an instant; moves on once a minute, without a blink. */
export function Clock({ since, tone = 'danger' }: ClockProps) {
  const format = useFormat();
  const now = useMinute();
  return <ClockFace minutes={minutesSince(since, now)} since={format.time(since)} tone={tone} />;
}

/** The same for a time of today (`HH:MM`, school time). */
export function ClockSinceTime({ time }: { time: string }) {
  const format = useFormat();
  const now = format.time(toInstant(useMinute()));
  return <ClockFace minutes={Math.max(0, minutesOf(now) - minutesOf(time))} since={time} tone="wait" />;
}

function ClockFace({ minutes, since, tone }: { minutes: number; since: string; tone: 'danger' | 'wait' }) {
  const { t } = useTranslation('common');
  return (
    <span className={classes.clock} data-tone={tone}>
      <b>{duration(minutes)}</b>
      <small>{t('since', { time: since })}</small>
    </span>
  );
}
