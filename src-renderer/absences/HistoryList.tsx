import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import classes from './AbsencePanel.module.css';
import type { AbsenceEventView } from './absence-detail.ts';
import { changeSentences } from './history-words.ts';

/** How the absence came to be what it is, the newest first, in words. */
export function HistoryList({ events }: { events: readonly AbsenceEventView[] }) {
  const { t } = useTranslation('absences');
  return (
    <section className={classes.section}>
      <h3>{t('history.title')}</h3>
      <ol>
        {events.toReversed().map((event) => (
          <Entry key={`${event.at}${event.kind}`} event={event} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ event }: { event: AbsenceEventView }) {
  const { t, i18n } = useTranslation('absences');
  const format = useFormat();
  const kind = `history.kinds.${event.kind}`;
  const sentences = changeSentences(event.changes, { t, fullDay: format.shortDay });
  return (
    <li>
      <p>
        <b>{format.dayAndTime(event.at)}</b>{' '}
        {t(i18n.exists(`absences:${kind}`) ? kind : 'history.kinds.corrected')} · {event.actorName}
      </p>
      {event.words ? <small>„{event.words}“</small> : null}
      {sentences.map((sentence) => (
        <small key={sentence}>{sentence}</small>
      ))}
    </li>
  );
}
