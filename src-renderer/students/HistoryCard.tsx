import { useTranslation } from 'react-i18next';
import type { HistoryLine } from '../../src-shared/history/contract.ts';
import { Card } from '../components/Card.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { useFormat } from '../format/use-format.ts';
import { historySentences } from './history-words.ts';
import classes from './Students.module.css';

/** Who changed what, the newest first. */
export function HistoryCard({ history }: { history: readonly HistoryLine[] }) {
  const { t } = useTranslation('students');
  const format = useFormat();
  return (
    <Card title={t('history.title')}>
      {history.length === 0 ? <EmptyState small title={t('history.none')} /> : null}
      <ol className={classes.history}>
        {history.map((line) => (
          <li key={`${line.at}${line.kind}${line.actorName}`}>
            <b>{format.dayAndTime(line.at)}</b> {t(`history.kinds.${line.kind}`)} · {line.actorName}
            {historySentences(line.changes, t, format.fullDay).map((sentence) => (
              <small key={sentence}>{sentence}</small>
            ))}
          </li>
        ))}
      </ol>
    </Card>
  );
}
