import { useTranslation } from 'react-i18next';
import { minutesOf } from '../../src-shared/values/day.ts';
import { useRoute } from '../app/routes.ts';
import { useLadder } from '../cases/ladder-store.ts';
import { byUrgency } from '../cases/ladder.ts';
import { PageTitle } from '../components/PageTitle.tsx';
import { useFormat } from '../format/use-format.ts';
import { useMinute } from '../session/clock.ts';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import classes from './Today.module.css';

/** The day and its figures; each figure opens the list behind it. */
export function DayTitle({ today }: { today: OperationResult<'today.office'> }) {
  const format = useFormat();
  return (
    <PageTitle
      title={format.longDay(today.day)}
      hint={today.isSchoolDay ? <Figures today={today} /> : undefined}
    />
  );
}

function Figures({ today }: { today: OperationResult<'today.office'> }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const go = useRoute((route) => route.go);
  const show = useLadder((state) => state.show);
  const now = format.time(new Date(useMinute()).toISOString());
  const begun = minutesOf(now) >= minutesOf(today.lessonsStart);
  const oldest = byUrgency(today.openCases)[0];
  return (
    <span className={classes['figures']}>
      <button type="button" className={classes['figure']} onClick={() => go('absences', { day: today.day })}>
        {t('absent', { absent: today.absent, count: today.students })}
      </button>
      {oldest && today.unexplained > 0 ? (
        <>
          ·
          <button
            type="button"
            className={classes['figure']}
            data-alarm
            onClick={() => show(oldest.studentId)}
          >
            {t('unexplained', { count: today.unexplained })}
          </button>
        </>
      ) : null}
      <span>· {t(begun ? 'lessonsSince' : 'lessonsFrom', { time: today.lessonsStart })}</span>
    </span>
  );
}
