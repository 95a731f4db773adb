import { useTranslation } from 'react-i18next';
import type { CallDraft } from '../../src-shared/calls/draft.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './EntryOptions.module.css';
import { certificateDay, type DeskStudent } from './entry.ts';

/** An illness of so many days: the caller can be told now that the school will want a certificate. */
export function CertificateHint({ entry, student }: { entry: CallDraft; student: DeskStudent }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const day = certificateDay(entry, student);
  if (day === null) return null;
  return (
    <p className={classes.hint} role="status">
      {t('certificateFrom', { count: student.certificateFromDay, day: format.shortDay(day) })}
    </p>
  );
}
