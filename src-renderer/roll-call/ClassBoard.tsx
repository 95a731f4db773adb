import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../client/use-query.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
import { useFormat } from '../format/use-format.ts';
import { FreeDay } from '../today/FreeDay.tsx';
import { LeavesCard } from '../today/LeavesCard.tsx';
import { ChildTiles } from './ChildTiles.tsx';
import classes from './ClassBoard.module.css';
import { type ClassDay, countMissing } from './presence.ts';
import { ReportButton } from './ReportButton.tsx';
import { useMark } from './use-mark.ts';

/**
 * A class this morning: letters jump to a child, Space marks it missing, one key reports the class.
 * @param classId null: the person's own class
 */
export function ClassBoard({ classId }: { classId: string | null }) {
  const { t } = useTranslation('roll-call');
  const { data: day } = useQuery('today.class', { classId });
  if (!day) return null;
  if (!day.schoolClass)
    return (
      <EmptyState icon={<IconUsers />} title={t('noClass')}>
        {t('noClassText')}
      </EmptyState>
    );
  return (
    <div className={classes.screen}>
      <BoardTitle day={day} />
      {day.isSchoolDay ? <Board day={day} /> : <FreeDay today={day} />}
      {day.leaves.length > 0 ? (
        <div className={classes.leaves}>
          <LeavesCard leaves={day.leaves} />
        </div>
      ) : null}
    </div>
  );
}

function BoardTitle({ day }: { day: ClassDay }) {
  const { t } = useTranslation('roll-call');
  const format = useFormat();
  const missing = countMissing(day.lines);
  const parts = [format.longDay(day.day), t('count', { missing, count: day.lines.length })];
  // The card itself lies below the children.
  if (day.leaves.length > 0) parts.push(t('leavesWaiting', { count: day.leaves.length }));
  return <PageTitle title={t('title', { name: day.schoolClass?.name })} hint={parts.join(' · ')} />;
}

function Board({ day }: { day: ClassDay }) {
  const { t } = useTranslation('roll-call');
  const mark = useMark(day);
  return (
    <>
      <div className={classes.status}>
        <Status day={day} />
        {day.mayReport ? <ReportButton day={day} /> : null}
      </div>
      <ChildTiles key={day.schoolClass?.classId} lines={day.lines} mayMark={day.mayReport} onMark={mark} />
      {day.mayReport ? <p className={classes.help}>{t('help')}</p> : null}
    </>
  );
}

function Status({ day }: { day: ClassDay }) {
  const { t } = useTranslation('roll-call');
  const format = useFormat();
  if (day.reported)
    return (
      <p className={classes.reported}>
        {t('reported', { time: format.time(day.reported.at), who: day.reported.staffName })}
      </p>
    );
  const { retracted } = day;
  return (
    <p className={classes[day.overdue ? 'overdue' : 'waiting']}>
      {t(day.overdue ? 'overdue' : 'notYet', { limit: day.rollCallLimit })}
      {retracted ? ` · ${t('retracted', { time: format.time(retracted.at), who: retracted.staffName })}` : ''}
    </p>
  );
}
