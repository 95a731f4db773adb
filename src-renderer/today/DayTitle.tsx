import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { minutesOf, toInstant } from '../../src-shared/values/day.ts';
import { byUrgency } from '../cases/ladder.ts';
import { useLadder } from '../cases/ladder-store.ts';
import { PageTitle } from '../components/PageTitle.tsx';
import { useFormat } from '../format/use-format.ts';
import { PrintMenu } from '../paper/PrintMenu.tsx';
import { useMinute } from '../session/clock.ts';
import { AbsentDialog } from './AbsentDialog.tsx';
import classes from './Today.module.css';

/** The day and its figures; each figure opens the list behind it. */
export function DayTitle({ today }: { today: OperationResult<'today.office'> }) {
  const format = useFormat();
  return (
    <PageTitle
      title={format.longDay(today.day)}
      hint={today.isSchoolDay ? <Figures today={today} /> : undefined}
      actions={<PrintMenu />}
    />
  );
}

function Figures({ today }: { today: OperationResult<'today.office'> }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const [listing, setListing] = useState(false);
  const show = useLadder((state) => state.show);
  const now = format.time(toInstant(useMinute()));
  const begun = minutesOf(now) >= minutesOf(today.lessonsStart);
  const oldest = byUrgency(today.openCases)[0];
  return (
    <span className={classes.figures}>
      <button type="button" className={classes.figure} onClick={() => setListing(true)}>
        {t('absent', { absent: today.absent, count: today.students })}
      </button>
      {oldest && today.unexplained > 0 ? (
        <>
          ·
          <button type="button" className={classes.figure} data-alarm onClick={() => show(oldest.studentId)}>
            {t('unexplained', { count: today.unexplained })}
          </button>
        </>
      ) : null}
      <AbsentDialog today={today} open={listing} onClose={() => setListing(false)} />
      <span>· {t(begun ? 'lessonsSince' : 'lessonsFrom', { time: today.lessonsStart })}</span>
    </span>
  );
}
