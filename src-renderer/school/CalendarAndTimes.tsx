import { useMay } from '../absences/use-may.ts';
import { CalendarCard } from './CalendarCard.tsx';
import { HolidayFile } from './HolidayFile.tsx';
import { LimitsCard } from './LimitsCard.tsx';
import classes from './School.module.css';
import { TimesCard } from './TimesCard.tsx';

/** The days without lessons, and the times and limits the morning runs by. */
export function CalendarAndTimes() {
  const may = useMay();
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        <CalendarCard />
        {may('calendar.import') ? <HolidayFile /> : null}
      </div>
      <div className={classes.column}>
        <TimesCard />
        <LimitsCard />
      </div>
    </div>
  );
}
