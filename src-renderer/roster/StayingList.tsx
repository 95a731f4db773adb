import { useTranslation } from 'react-i18next';
import classes from './UndoImport.module.css';
import { staysWithSentence, type UndoPreview } from './undo-sentences.ts';

/** Who and what stays as it is when an import is taken back, each with the reason. */
export function StayingList({ preview }: { preview: UndoPreview }) {
  const { t } = useTranslation('roster-screen');
  const { stays } = preview;
  if (stays.length === 0) return null;
  const withOthers = staysWithSentence(preview, t);
  return (
    <section className={classes.stays}>
      <h2>{t('undo.stays', { count: stays.length })}</h2>
      <p>{t('undo.staysText')}</p>
      <ul>
        {stays.map(({ kind, name, className, reason }) => (
          <li key={`${kind} ${name} ${className} ${reason}`}>
            <b>{kind === 'class' ? t('undo.class', { name }) : name}</b>
            <span>{className}</span>
            <span>{t(`undo.reasons.${kind}.${reason}`)}</span>
          </li>
        ))}
      </ul>
      {withOthers === '' ? null : <p>{withOthers}</p>}
    </section>
  );
}
