import type { ReactNode } from 'react';
import classes from './Administration.module.css';

/** One sentence while something is being done; said to assistive technology as well. */
export function Working({ children }: { children: ReactNode }) {
  return (
    <p className={classes.working} role="status">
      {children}
    </p>
  );
}
