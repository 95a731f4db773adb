import { type ReactNode, useId } from 'react';
import classes from './Card.module.css';

interface CardProps {
  title: string;
  icon?: ReactNode;
  /** Beside the title, at the right: a count, a hint, a link to the list behind. */
  aside?: ReactNode;
  /** `alarm` only where a child may be in danger. */
  tone?: 'plain' | 'alarm';
  /** Takes the height that is left and scrolls inside. */
  fill?: boolean;
  children: ReactNode;
}

/** A white card with a title; a landmark that assistive technology finds by that title. */
export function Card({ title, icon, aside, tone = 'plain', fill = false, children }: CardProps) {
  const heading = useId();
  return (
    <section
      className={classes.card}
      data-tone={tone}
      data-fill={fill || undefined}
      aria-labelledby={heading}
    >
      <header className={classes.header}>
        {icon}
        <h2 id={heading} className={classes.title}>
          {title}
        </h2>
        {aside === undefined ? null : <div className={classes.aside}>{aside}</div>}
      </header>
      <div className={classes.body}>{children}</div>
    </section>
  );
}
