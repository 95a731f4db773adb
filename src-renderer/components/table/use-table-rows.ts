import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useShortcut } from '../../keyboard/use-shortcut.ts';
import type { DataTableProps } from './table-props.ts';

/** Height of a row and of the titles, in pixels. */
const ROW = 34;
/** Up to so many rows are all drawn, so that the browser's own search finds every one. */
const ALL_DRAWN = 100;

/** Which rows are drawn, which has the focus, and what the keys do to it. */
export function useTableRows<Row>({ rows, keyOf, openKey, onOpen, onFollow }: DataTableProps<Row>) {
  const frame = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [wanted, setAt] = useState(0);
  const opened = openKey === null ? -1 : rows.findIndex((row) => keyOf(row) === openKey);
  const at = Math.max(0, Math.min(wanted, rows.length - 1));
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
    overscan: rows.length <= ALL_DRAWN ? ALL_DRAWN : 12,
    // The titles above push the rows down by their own height, which the reckoning does not know.
    scrollPaddingEnd: ROW,
  });
  const focusRow = (index: number) => {
    const next = Math.max(0, Math.min(index, rows.length - 1));
    const row = rows[next];
    if (row === undefined) return;
    setAt(next);
    virtual.scrollToIndex(next, { align: 'auto' });
    const drawn = () => body.current?.querySelector<HTMLElement>(`[data-row="${next}"]`);
    // At once where it can be, so that quick presses do not get lost; else when the scroll has drawn it.
    if (drawn()) drawn()?.focus();
    else requestAnimationFrame(() => drawn()?.focus());
    if (opened >= 0) onFollow?.(row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? ROW * 10) / ROW) - 2);
    const row = rows[at];
    const next = rowAfterKey(event.key, { at, count: rows.length, page });
    if (next !== undefined && !event.altKey && !event.ctrlKey) focusRow(next);
    else if (event.key === 'Enter' && row !== undefined && event.target === rowElement(event)) onOpen(row);
    else return;
    event.preventDefault();
  };
  useShortcut('tableNext', () => focusRow(opened >= 0 ? opened + 1 : at));
  useShortcut('tablePrevious', () => focusRow(opened >= 0 ? opened - 1 : at));
  return { frame, body, at, virtual, setAt, onKeyDown };
}

/** The row an arrow, Home, End or Page key leads to; undefined for any other key. */
function rowAfterKey(
  key: string,
  { at, count, page }: { at: number; count: number; page: number },
): number | undefined {
  const target: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: count - 1,
    PageDown: at + page,
    PageUp: at - page,
  };
  return target[key];
}

/** The row a key was pressed in; a button inside a cell keeps its own Enter. */
function rowElement(event: KeyboardEvent): Element | null {
  return event.target instanceof Element ? event.target.closest('[data-row]') : null;
}
