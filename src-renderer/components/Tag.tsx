import type { ReactNode } from 'react';
import classes from './Tag.module.css';

export type TagTone = 'fact' | 'wait' | 'done' | 'danger' | 'plain';

/** A word with a colour behind it; the word alone says everything. */
export function Tag({ tone = 'plain', children }: { tone?: TagTone; children: ReactNode }) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {children}
    </span>
  );
}
