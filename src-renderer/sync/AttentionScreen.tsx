import { IconChecks } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { useRoute } from '../app/routes.ts';
import { useCommand } from '../client/use-command.ts';
import { useQuery } from '../client/use-query.ts';
import { Button } from '../components/Button.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
import { useFormat } from '../format/use-format.ts';
import classes from './AttentionScreen.module.css';
import { TypedText } from './TypedText.tsx';

type RefusedEntry = OperationResult<'sync.entries'>['attention'][number];

/** Entries the server refused: why, what was typed, and the way to put them away once they are dealt with. */
export function AttentionScreen() {
  const { t } = useTranslation('sync');
  const { data } = useQuery('sync.entries', {});
  if (!data) return null;
  return (
    <div className={classes.screen}>
      <PageTitle title={t('attentionTitle')} hint={t('attentionHint')} />
      {data.attention.length === 0 ? (
        <EmptyState icon={<IconChecks />} title={t('attentionNone')}>
          {t('attentionNoneText')}
        </EmptyState>
      ) : (
        <ul className={classes.entries}>
          {data.attention.map((entry) => (
            <RefusedCard key={entry.entryId} entry={entry} />
          ))}
        </ul>
      )}
    </div>
  );
}

function RefusedCard({ entry }: { entry: RefusedEntry }) {
  const { t } = useTranslation('sync');
  const { t: tOperations } = useTranslation('operations');
  const { t: tFailures } = useTranslation('failures');
  const format = useFormat();
  const go = useRoute((route) => route.go);
  const dismiss = useCommand('sync.dismiss');
  const { studentId, handedOver } = entry;
  return (
    <li className={classes.entry}>
      <h2>
        {tOperations([entry.name, 'unknown'])}
        {entry.studentName ? ` · ${entry.studentName}` : ''}
      </h2>
      <p className={classes.when}>{t('enteredAt', { at: format.dayAndTime(entry.occurredAt) })}</p>
      <p className={classes.reason}>{handedOver ? t('handedOver') : tFailures(`reasons.${entry.reason}`)}</p>
      {entry.chain > 0 ? <p>{t('chain', { count: entry.chain })}</p> : null}
      {handedOver ? null : <TypedText args={entry.args} />}
      <div className={classes.buttons}>
        {studentId && !handedOver ? (
          <Button onClick={() => go('absences', {}, studentId)}>{t('openStudent')}</Button>
        ) : null}
        <Button onClick={() => void dismiss({ entryId: entry.entryId })}>{t('dismiss')}</Button>
      </div>
    </li>
  );
}
