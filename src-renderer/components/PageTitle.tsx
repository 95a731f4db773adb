import type { ReactNode } from 'react';
import classes from './PageTitle.module.css';

/** The title of a screen, the one sentence that sums it up, and what can be done with the whole. */
export function PageTitle({
  title,
  hint,
  actions,
}: {
  title: string;
  hint?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={classes.head}>
      <h1>{title}</h1>
      {hint ? <p>{hint}</p> : null}
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </div>
  );
}
