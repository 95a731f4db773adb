import { useTranslation } from 'react-i18next';
import { usePreferences } from '../app/preferences.ts';
import { Progress } from '../components/Bar.tsx';
import { wholeNumber } from '../format/numbers.ts';
import type { SessionState } from './session-context.ts';

/** How far the first sync has come: a bar and its count. */
export function FirstSyncProgress({ firstSync }: Pick<SessionState, 'firstSync'>) {
  const { t } = useTranslation('session');
  const language = usePreferences((store) => store.language);
  const { done, total } = firstSync ?? { done: 0, total: 0 };
  const values = { done: wholeNumber(done, language), total: wholeNumber(total, language) };
  return (
    <>
      <Progress done={done} total={total} label={t('firstSync.title')} />
      <p>{total > 0 ? t('firstSync.count', values) : t('firstSync.begins')}</p>
    </>
  );
}
