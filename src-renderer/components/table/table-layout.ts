import { useState } from 'react';
import type { TableColumn } from './columns.ts';
import type { Sort } from './sort-rows.ts';

/** How a person has arranged a table at this PC: nothing of what it shows. */
export interface TableLayout {
  readonly sort: Sort | null;
  readonly widths: Readonly<Record<string, number>>;
}

const NARROWEST = 44;
const WIDEST = 900;
const UNTOUCHED: TableLayout = { sort: null, widths: {} };

/** A width a column may have, in whole pixels. */
export function allowedWidth(pixels: number): number {
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, pixels)));
}

/** Reads what was kept; anything that does not fit is left out rather than believed. */
export function readLayout(text: string | null): TableLayout {
  try {
    const found: unknown = JSON.parse(text ?? 'null');
    if (typeof found !== 'object' || found === null) return UNTOUCHED;
    return {
      sort: 'sort' in found ? readSort(found.sort) : null,
      widths: 'widths' in found ? readWidths(found.widths) : {},
    };
  } catch {
    return UNTOUCHED;
  }
}

function readSort(found: unknown): Sort | null {
  if (typeof found !== 'object' || found === null || !('key' in found) || !('direction' in found))
    return null;
  const { key, direction } = found;
  if (typeof key !== 'string') return null;
  return direction === 'ascending' || direction === 'descending' ? { key, direction } : null;
}

function readWidths(found: unknown): Record<string, number> {
  if (typeof found !== 'object' || found === null) return {};
  const widths = Object.entries(found).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number' && Number.isFinite(entry[1]),
  );
  return Object.fromEntries(widths.map(([key, width]) => [key, allowedWidth(width)]));
}

/** `grid-template-columns` for the columns as they are arranged. */
export function templateOf(columns: readonly TableColumn<never>[], layout: TableLayout): string {
  return columns
    .map(({ key, width, grows }) => {
      const pixels = `${layout.widths[key] ?? width}px`;
      return grows ? `minmax(${pixels}, 1fr)` : pixels;
    })
    .join(' ');
}

/** The kept arrangement of the table of this name, and the way to change it. */
export function useTableLayout(name: string): [TableLayout, (layout: TableLayout) => void] {
  const key = `table.${name}`;
  const [layout, show] = useState(() => readLayout(stored(key)));
  const change = (next: TableLayout) => {
    show(next);
    try {
      globalThis.localStorage?.setItem(key, JSON.stringify(next));
    } catch {
      // A full or forbidden store only means that the arrangement lasts until the window closes.
    }
  };
  return [layout, change];
}

function stored(key: string): string | null {
  try {
    return globalThis.localStorage?.getItem(key) ?? null;
  } catch {
    return null;
  }
}
