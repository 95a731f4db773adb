import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './DataTable.module.css';
import type { Sort } from './sort-rows.ts';

interface ColumnTitleProps {
  index: number;
  title: string;
  sort: Sort['direction'] | null;
  number: boolean;
  onSort: () => void;
  onWidth: (pixels: number) => void;
}

/** How far one press of Shift and an arrow key moves a column's edge, in pixels. */
const STEP = 12;

/** A column's title: a click sorts; its edge, or Shift and an arrow key, changes the width. */
export function ColumnTitle({ index, title, sort, number, onSort, onWidth }: ColumnTitleProps) {
  const { t } = useTranslation('table');
  const head = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (by === undefined || !event.shiftKey || !head.current) return;
    event.preventDefault();
    onWidth(head.current.offsetWidth + by);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are drawn only where they are seen, which a table cannot
    // biome-ignore lint/a11y/useFocusableInteractive: the button inside takes the focus
    <div
      ref={head}
      role="columnheader"
      aria-colindex={index + 1}
      aria-sort={sort ?? 'none'}
      className={classes.title}
      data-number={number || undefined}
    >
      <button type="button" onClick={onSort} onKeyDown={onKeyDown} title={t('columnHint', { title })}>
        <span>{title}</span>
        {sort === 'ascending' ? <IconArrowUp aria-hidden /> : null}
        {sort === 'descending' ? <IconArrowDown aria-hidden /> : null}
      </button>
      <Edge onWidth={onWidth} />
    </div>
  );
}

/** The line at a column's end, to be dragged. The keyboard's way is on the title. */
function Edge({ onWidth }: { onWidth: (pixels: number) => void }) {
  const from = useRef<{ x: number; width: number } | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, width: event.currentTarget.parentElement?.offsetWidth ?? 0 };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (from.current) onWidth(from.current.width + event.clientX - from.current.x);
  };
  const end = () => {
    from.current = null;
  };
  return (
    <span
      aria-hidden="true"
      className={classes.edge}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
}
