import { useTranslation } from 'react-i18next';
import { Entrance } from './Entrance.tsx';
import { FirstSyncProgress } from './FirstSyncProgress.tsx';
import classes from './SignInScreen.module.css';
import type { SessionState } from './session-context.ts';

/** Until this morning's data are here: how far the first sync has come, with its count. */
export function FirstSyncScreen({ state }: { state: SessionState }) {
  const { t } = useTranslation('session');
  return (
    <Entrance school={state.school?.name}>
      <div className={classes.form}>
        <h1 className={classes.title}>{t('firstSync.title')}</h1>
        <p>{t('firstSync.text')}</p>
        <FirstSyncProgress firstSync={state.firstSync} />
        {state.server.reachable ? null : <p className={classes.hint}>{t('firstSync.paused')}</p>}
      </div>
    </Entrance>
  );
}
