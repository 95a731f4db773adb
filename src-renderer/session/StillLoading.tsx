import { useTranslation } from 'react-i18next';
import { PageTitle } from '../components/PageTitle.tsx';
import { FirstSyncProgress } from './FirstSyncProgress.tsx';
import classes from './StillLoading.module.css';
import { useSession } from './session-context.ts';

/** In place of a screen whose rows are still coming, while Heute and the phone desk work already. */
export function StillLoading() {
  const { t } = useTranslation('session');
  const { firstSync, server } = useSession();
  return (
    <div className={classes.screen}>
      <PageTitle title={t('stillLoading.title')} />
      <p>{t('stillLoading.text')}</p>
      <FirstSyncProgress firstSync={firstSync} />
      {server.reachable ? null : <p>{t('firstSync.paused')}</p>}
    </div>
  );
}
