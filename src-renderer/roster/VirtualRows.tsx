import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import classes from './ImportPreview.module.css';

export interface SectionRow {
  readonly key: string;
  /** Pixels, near enough; the true height is measured when it is drawn. */
  readonly height: number;
  readonly draw: () => ReactNode;
}

/** Rows of any height; thousands cost what is seen of them. Arrow keys go from tick to tick. */
export function VirtualRows({ label, rows }: { label: string; rows: readonly SectionRow[] }) {
  const frame = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => rows[index]?.height ?? 40,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls can be scrolled by keyboard
    <section ref={frame} className={classes.frame} tabIndex={0} aria-label={label}>
      <ul className={classes.rows} style={{ height: virtual.getTotalSize() }} onKeyDown={stepBetweenTicks}>
        {virtual.getVirtualItems().map(({ index, key, start }) => (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start}px)` }}
          >
            {rows[index]?.draw()}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Moves the focus to the tick before or behind; a choice between answers keeps its own arrow keys. */
function stepBetweenTicks(event: KeyboardEvent<HTMLUListElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const from = event.target;
  if (by === undefined || !(from instanceof HTMLInputElement) || from.type !== 'checkbox') return;
  const ticks = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  const next = ticks[ticks.indexOf(from) + by];
  event.preventDefault();
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
