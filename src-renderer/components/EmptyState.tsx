import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  /** What will be here, and how to begin. */
  children?: ReactNode;
  action?: ReactNode;
  /** A single calm line inside a card instead of a page. */
  small?: boolean;
}

/** Says what will be here once there is something. */
export function EmptyState({ icon, title, children, action, small = false }: EmptyStateProps) {
  return (
    <div className={classes.empty} data-small={small || undefined}>
      {icon}
      <p className={classes.title}>{title}</p>
      {children ? <div className={classes.text}>{children}</div> : null}
      {action}
    </div>
  );
}
