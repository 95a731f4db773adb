import { useTranslation } from 'react-i18next';
import { useRelation } from '../cases/use-relation.ts';
import { Tag } from '../components/Tag.tsx';
import { readablePhone } from '../format/phone.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './AbsencePanel.module.css';
import type { AbsenceReportView } from './absence-detail.ts';
import { rangeWords } from './absence-words.ts';
import { asReportedWords } from './history-words.ts';

/** Who said what about the absence, when and by which channel. Two reports of one absence are both kept. */
export function ReportList({ reports }: { reports: readonly AbsenceReportView[] }) {
  const { t } = useTranslation('absences');
  if (reports.length === 0) return null;
  return (
    <section className={classes.section}>
      <h3>{t('reports.title', { count: reports.length })}</h3>
      <ul>
        {reports.map((report) => (
          <Report key={report.reportId} report={report} />
        ))}
      </ul>
    </section>
  );
}

function Report({ report }: { report: AbsenceReportView }) {
  const { t } = useTranslation('absences');
  const relation = useRelation();
  const format = useFormat();
  const who = [report.reporterName, relation(report.reporterRelation)].filter(Boolean).join(', ');
  return (
    <li>
      <p className={classes.line}>
        <b>{format.dayAndTime(report.takenAt)}</b> {who}
        <Tag tone="fact">{t(`words:channels.${report.channel}`)}</Tag>
        {report.state === 'accepted' ? null : <Tag>{t(`reports.state.${report.state}`)}</Tag>}
      </p>
      <small>
        {rangeWords(report, format.shortDay, t)}
        {report.recordedByName ? ` · ${t('reports.recordedBy', { name: report.recordedByName })}` : ''}
        {report.callbackNumber
          ? ` · ${t('reports.callback', { number: readablePhone(report.callbackNumber) })}`
          : ''}
      </small>
      {report.asReported ? (
        <small>
          {t('reports.asReported', {
            fields: asReportedWords(report.asReported, { t, fullDay: format.shortDay }),
          })}
        </small>
      ) : null}
      {report.remark ? <small>„{report.remark}“</small> : null}
    </li>
  );
}
