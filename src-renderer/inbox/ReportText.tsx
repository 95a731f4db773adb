import { useTranslation } from 'react-i18next';
import { useRelation } from '../cases/use-relation.ts';
import { Tag } from '../components/Tag.tsx';
import { useFormat } from '../format/use-format.ts';
import { useSession } from '../session/session-context.ts';
import classes from './InboxCard.module.css';
import type { InboxReport } from './inbox-items.ts';

/** What a report says, in one line each for who and what. */
export function ReportText({ report }: { report: InboxReport }) {
  const { t } = useTranslation('inbox');
  const { t: tWords } = useTranslation('words');
  const format = useFormat();
  const relation = useRelation();
  const days = useDays(report);
  const name = `${report.givenName} ${report.familyName}`;
  const from = [relation(report.reporterRelation), format.dayAndTime(report.takenAt)].join(', ');
  return (
    <>
      <p className={classes.head}>
        <span className={classes.name} title={name}>
          <b>{name}</b> · {report.className}
        </span>
        {report.alreadyAbsent ? <Tag tone="wait">{t('alreadyAbsent')}</Tag> : null}
        <Tag tone="fact">{tWords(`channels.${report.channel}`)}</Tag>
      </p>
      <p className={classes.detail} title={report.reporterName}>
        {tWords(`reasons.${report.reason}`)} {days} · {from}
      </p>
      <Reopened reopened={report.reopened} />
      {report.remark ? <p className={classes.remark}>„{report.remark}“</p> : null}
    </>
  );
}

/** A colleague had decided or settled it already and has put it back: why an old line is new again. */
export function Reopened({ reopened }: Pick<InboxReport, 'reopened'>) {
  const { t } = useTranslation('inbox');
  const format = useFormat();
  if (!reopened) return null;
  return (
    <p className={classes.detail}>
      {t('reopenedBy', { time: format.dayAndTime(reopened.at), who: reopened.staffName })}
    </p>
  );
}

/** The days a report speaks of: "heute", "bis Di, 25.11.", "kommt um 09:30". */
function useDays(report: InboxReport): string {
  const { t } = useTranslation('words');
  const format = useFormat();
  const { today } = useSession();
  const { fromDay, untilDay, span, atTime } = report;
  if (span === 'arrivesLate') return t('days.arrivesLate', { time: atTime ?? '' });
  if (span === 'leavesEarly') return t('days.leavesEarly', { time: atTime ?? '' });
  if (untilDay === null) return t('days.furtherNotice');
  if (fromDay === untilDay)
    return fromDay === today ? t('days.today') : t('days.on', { day: format.shortDay(fromDay) });
  const until = format.shortDay(untilDay);
  return fromDay <= today
    ? t('days.until', { until })
    : t('days.range', { from: format.shortDay(fromDay), until });
}
