import classes from './Bar.module.css';

interface BarProps {
  /** Parts of the whole, in order. */
  parts: readonly { value: number; tone: 'brand' | 'danger' | 'wait' }[];
  total: number;
}

/** Shares of a whole as a thin bar. Decoration: the figures stand beside it in words. */
export function Bar({ parts, total }: BarProps) {
  return (
    <span className={classes.bar} aria-hidden="true">
      {parts.map(({ value, tone }) =>
        value > 0 && total > 0 ? (
          <i key={tone} data-tone={tone} style={{ width: `${(100 * value) / total}%` }} />
        ) : null,
      )}
    </span>
  );
}

/** How far long work has come, with its count. */
export function Progress({ done, total, label }: { done: number; total: number; label: string }) {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  return (
    <div
      className={classes.progress}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
    >
      <i style={{ width: `${100 * share}%` }} />
    </div>
  );
}
