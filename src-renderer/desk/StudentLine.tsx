import { IconArrowBackUp, IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../components/Button.tsx';
import { Tag } from '../components/Tag.tsx';
import { readablePhone } from '../format/phone.ts';
import { useFormat } from '../format/use-format.ts';
import type { DeskStudent } from './entry.ts';
import classes from './StudentLine.module.css';

/** The child that was taken, and what the office should know before it says yes. */
export function StudentLine({ student, onBack }: { student: DeskStudent; onBack: (() => void) | null }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const child = student.student;
  const phones = student.guardians.flatMap((guardian) =>
    guardian.phones.slice(0, 1).map((phone) => readablePhone(phone.number)),
  );
  return (
    <div className={classes.line}>
      <IconPhone aria-hidden="true" />
      <h3 className={classes.name}>
        {child.familyName}, {child.givenName} <b>{child.className}</b>
      </h3>
      <span className={classes.facts}>
        {child.birthDate ? `*${format.fullDay(child.birthDate)}` : ''}
        {phones[0] ? ` · ${phones[0]}` : ''}
      </span>
      {onBack ? (
        <IconButton label={t('back')} shortcut="deskBack" icon={<IconArrowBackUp />} onClick={onBack} />
      ) : null}
    </div>
  );
}

/** Already reported, ill yesterday, a certificate owed: one line each, only where it applies. */
export function StudentNotes({ student }: { student: DeskStudent }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const { known, dayBefore, certificateDuty } = student;
  if (known.length === 0 && !dayBefore && !certificateDuty) return null;
  return (
    <ul className={classes.notes}>
      {known.map((absence) => (
        <li key={absence.reportId ?? absence.absenceId}>
          <Tag tone="fact">{t(absence.state === 'waiting' ? 'knownWaiting' : 'knownRecorded')}</Tag>{' '}
          {t('knownSentence', {
            time: absence.takenAt ? format.dayAndTime(absence.takenAt) : '',
            channel: absence.channel ? t(`channelAdverb.${absence.channel}`) : '',
            name: absence.reporterName,
          })}{' '}
          {t('mergeHint')}
        </li>
      ))}
      {dayBefore && known.length === 0 ? (
        <li>
          <Tag>{t('absentDayBefore')}</Tag>{' '}
          {t('dayBeforeSentence', { reason: t(`reason.${dayBefore.reason}`) })}
        </li>
      ) : null}
      {certificateDuty ? (
        <li>
          <Tag tone="wait">{t('certificateDuty')}</Tag>{' '}
          {certificateDuty.untilDay
            ? t('dutyUntil', { day: format.fullDay(certificateDuty.untilDay) })
            : t('dutySince', { day: format.fullDay(certificateDuty.fromDay) })}
        </li>
      ) : null}
    </ul>
  );
}
