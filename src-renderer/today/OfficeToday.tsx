import { EarlierCasesCard } from '../cases/EarlierCasesCard.tsx';
import { OpenCasesCard } from '../cases/OpenCasesCard.tsx';
import { useQuery } from '../client/use-query.ts';
import { InboxCard } from '../inbox/InboxCard.tsx';
import { ClassGrid } from './ClassGrid.tsx';
import { DayTitle } from './DayTitle.tsx';
import { FreeDay } from './FreeDay.tsx';
import { HolidaysCard } from './HolidaysCard.tsx';
import { SmallCards } from './SmallCards.tsx';
import classes from './Today.module.css';

/** The office's morning on one screen. */
export function OfficeToday() {
  const { data: today } = useQuery('today.office', {});
  if (!today) return null;
  return (
    <div className={classes.screen}>
      <DayTitle today={today} />
      <div className={classes.columns}>
        <div className={classes.column}>
          {today.isSchoolDay ? <OpenCasesCard today={today} /> : <FreeDay today={today} />}
          <EarlierCasesCard />
          {today.isSchoolDay ? <ClassGrid today={today} /> : null}
        </div>
        <div className={classes.column}>
          <InboxCard reports={today.reports} messages={today.messages} />
          {today.holidaysRunOut ? <HolidaysCard lastDay={today.holidaysRunOut} /> : null}
          <SmallCards today={today} />
        </div>
      </div>
    </div>
  );
}
