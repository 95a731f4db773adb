import { EarlierCasesCard } from '../cases/EarlierCasesCard.tsx';
import { OpenCasesCard } from '../cases/OpenCasesCard.tsx';
import { useQuery } from '../client/use-query.ts';
import { InboxCard } from '../inbox/InboxCard.tsx';
import { ClassRates } from './ClassRates.tsx';
import { ConcernsCard } from './ConcernsCard.tsx';
import { DayTitle } from './DayTitle.tsx';
import { FreeDay } from './FreeDay.tsx';
import { LeavesCard } from './LeavesCard.tsx';
import { NotifiableCard } from './NotifiableCard.tsx';
import { RateCard } from './RateCard.tsx';
import classes from './Today.module.css';

/** The head's morning: what waits for a decision, open cases, and how this year compares with the last. */
export function PrincipalToday() {
  const { data: today } = useQuery('today.office', {});
  const { data: head } = useQuery('today.principal', {});
  if (!today || !head) return null;
  return (
    <div className={classes.screen}>
      <DayTitle today={today} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <ConcernsCard concerns={head.concerns} />
          {today.isSchoolDay ? <OpenCasesCard today={today} /> : <FreeDay today={today} />}
          <EarlierCasesCard />
          <RateCard weeks={head.weeks} />
        </div>
        <div className={classes.column}>
          <InboxCard reports={[]} messages={[]} hideEmpty />
          <LeavesCard leaves={head.leaves} />
          <NotifiableCard notifiable={head.notifiable} />
          <ClassRates rates={head.classRates} />
        </div>
      </div>
    </div>
  );
}
