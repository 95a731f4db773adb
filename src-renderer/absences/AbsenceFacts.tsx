import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import classes from './AbsencePanel.module.css';
import type { AbsenceDetail } from './absence-detail.ts';
import { rangeWords, spanWords } from './absence-words.ts';
import { ExcuseTag } from './use-absence-columns.tsx';

/** What is known about an absence, each in a line. */
export function AbsenceFacts({ detail }: { detail: AbsenceDetail }) {
  const { t } = useTranslation('absences');
  const format = useFormat();
  const { line } = detail;
  const days = line.schoolDays === null ? '' : ` · ${t('schoolDays', { count: line.schoolDays })}`;
  return (
    <dl className={classes.facts}>
      <Fact title={t('facts.days')}>
        {rangeWords(line, format.shortDay, t)}
        {days}
      </Fact>
      {line.reportedLate ? <Fact title={t('facts.reported')}>{t('facts.reportedLate')}</Fact> : null}
      <Fact title={t('columns.span')}>{spanWords(line, t)}</Fact>
      <Fact title={t('columns.reason')}>{t(`words:reasons.${line.reason}`)}</Fact>
      <Fact title={t('columns.excuse')}>
        <ExcuseTag line={line} />
        <Papers line={line} />
      </Fact>
      {line.remark ? <Fact title={t('columns.remark')}>{line.remark}</Fact> : null}
      <Notifiable detail={detail} />
    </dl>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** When the paper came, as far as it has. */
function Papers({ line }: { line: AbsenceDetail['line'] }) {
  const { t } = useTranslation('absences');
  const format = useFormat();
  return (
    <>
      {line.writtenExcuseOn ? (
        <small>{t('facts.writtenOn', { day: format.shortDay(line.writtenExcuseOn) })}</small>
      ) : null}
      {line.certificateSeenOn ? (
        <small>{t('facts.certificateOn', { day: format.shortDay(line.certificateSeenOn) })}</small>
      ) : null}
      {line.certificateFrom ? (
        <small>{t('facts.certificateFrom', { day: format.shortDay(line.certificateFrom) })}</small>
      ) : null}
    </>
  );
}

/** Only office and head ever receive this part (§ 34 IfSG). */
function Notifiable({ detail }: { detail: AbsenceDetail }) {
  const { t } = useTranslation('absences');
  const format = useFormat();
  const noted = detail.notifiable;
  if (!noted) return null;
  return (
    <Fact title={t('facts.notifiable')}>
      {t(`words:illnesses.${noted.illness}`)}
      <small>
        {noted.healthOfficeNotifiedAt
          ? t('facts.healthOfficeOn', { time: format.dayAndTime(noted.healthOfficeNotifiedAt) })
          : t('facts.healthOfficeNotYet')}
      </small>
    </Fact>
  );
}
