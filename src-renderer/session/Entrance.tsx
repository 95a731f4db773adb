import type { ReactNode } from 'react';
import { Brand } from '../app/Brand.tsx';
import classes from './Entrance.module.css';

/** The page before the app: the name, and one card. */
export function Entrance({ school, children }: { school?: string | undefined; children: ReactNode }) {
  return (
    <main className={classes['entrance']}>
      <div className={classes['side']}>
        <Brand />
        {school ? <p className={classes['school']}>{school}</p> : null}
      </div>
      <div className={classes['content']}>
        <div className={classes['card']}>{children}</div>
      </div>
    </main>
  );
}
