import { useTranslation } from 'react-i18next';
import { usePreferences } from '../app/preferences.ts';
import { Progress } from '../components/Bar.tsx';
import { wholeNumber } from '../format/numbers.ts';
import { Entrance } from './Entrance.tsx';
import classes from './SignInScreen.module.css';
import type { SessionState } from './session-context.ts';

/** Until this morning's data are here: how far the first sync has come, with its count. */
export function FirstSyncScreen({ state }: { state: SessionState }) {
  const { t } = useTranslation('session');
  const language = usePreferences((store) => store.language);
  const { done, total } = state.firstSync ?? { done: 0, total: 0 };
  const values = { done: wholeNumber(done, language), total: wholeNumber(total, language) };
  return (
    <Entrance school={state.school?.name}>
      <div className={classes.form}>
        <h1 className={classes.title}>{t('firstSync.title')}</h1>
        <p>{t('firstSync.text')}</p>
        <Progress done={done} total={total} label={t('firstSync.title')} />
        <p>{total > 0 ? t('firstSync.count', values) : t('firstSync.begins')}</p>
        {state.server.reachable ? null : <p className={classes.hint}>{t('firstSync.paused')}</p>}
      </div>
    </Entrance>
  );
}
