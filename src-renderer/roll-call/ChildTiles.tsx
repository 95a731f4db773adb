import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePendingStudents } from '../sync/use-pending.ts';
import { ChildTile } from './ChildTile.tsx';
import classes from './ChildTiles.module.css';
import { type ClassLine, toggled } from './presence.ts';
import { useLetterJump } from './use-letter-jump.ts';
import type { MarkChild } from './use-mark.ts';

interface ChildTilesProps {
  lines: readonly ClassLine[];
  mayMark: boolean;
  onMark: MarkChild;
}

/** The children as large tiles. One of them has the focus; arrows and letters move it, Space ticks. */
export function ChildTiles({ lines, mayMark, onMark }: ChildTilesProps) {
  const { t } = useTranslation('roll-call');
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const pending = usePendingStudents();
  const focus = (index: number) => {
    setAt(index);
    list.current?.querySelectorAll<HTMLElement>('[data-child]')[index]?.focus();
  };
  useLetterJump(lines, at, focus);
  const onKeyDown = (event: KeyboardEvent) => {
    const line = lines[at];
    const columns = columnsOf(list.current);
    const move: Record<string, number> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: columns,
      ArrowUp: -columns,
    };
    const by = move[event.key];
    if (by !== undefined) {
      const next = at + by;
      if (next >= 0 && next < lines.length) focus(next);
    } else if (event.key === ' ' && line && mayMark) {
      onMark(line, event.shiftKey ? 'late' : toggled(line));
    } else return;
    event.preventDefault();
  };
  return (
    <ul ref={list} className={classes.tiles} aria-label={t('children')} onKeyDown={onKeyDown}>
      {lines.map((line, index) => (
        <ChildTile
          key={line.studentId}
          line={line}
          pending={pending.has(line.studentId)}
          inTabOrder={index === at}
          mayMark={mayMark}
          onFocus={() => setAt(index)}
          onMark={(state) => onMark(line, state)}
        />
      ))}
    </ul>
  );
}

/** How many tiles stand side by side now. */
function columnsOf(list: HTMLElement | null): number {
  const tiles = [...(list?.children ?? [])];
  const top = tiles[0]?.getBoundingClientRect().top;
  const next = tiles.findIndex((tile) => tile.getBoundingClientRect().top !== top);
  return next > 0 ? next : Math.max(1, tiles.length);
}
