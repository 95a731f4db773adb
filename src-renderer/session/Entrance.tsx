import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from '../app/Brand.tsx';
import classes from './Entrance.module.css';

/** The page before the app: the name, and one card. */
export function Entrance({ school, children }: { school?: string | undefined; children: ReactNode }) {
  const { t } = useTranslation('session');
  return (
    <main className={classes.entrance}>
      <div className={classes.side}>
        <Brand />
        {school ? <p className={classes.school}>{school}</p> : null}
        <p className={classes.promise}>{t('promise')}</p>
      </div>
      <div className={classes.content}>
        <div className={classes.card}>{children}</div>
      </div>
    </main>
  );
}
