import { create } from 'zustand';
import type { Failure } from '../client/answer.ts';

/** A sentence at the foot of the window: what was done, or why not. */
export interface Notice {
  readonly id: number;
  readonly tone: 'done' | 'problem';
  /** Finished text; or a failure whose sentence is looked up when shown. */
  readonly text?: string;
  readonly failure?: Failure;
  readonly undo?: () => void;
  /** A newer notice of the same slot takes the place of the older one (ticks of a list, one by one). */
  readonly slot?: string;
}

interface Notices {
  readonly list: readonly Notice[];
  readonly add: (notice: Omit<Notice, 'id'>) => void;
  readonly remove: (id: number) => void;
}

/** More than these at once nobody reads. */
const MOST = 3;
let lastId = 0;

export const useNotices = create<Notices>((set) => ({
  list: [],
  add: (notice) => {
    lastId += 1;
    const added = { ...notice, id: lastId };
    set(({ list }) => ({
      list: [...list.filter(({ slot }) => slot === undefined || slot !== notice.slot), added].slice(-MOST),
    }));
  },
  remove: (id) => set(({ list }) => ({ list: list.filter((notice) => notice.id !== id) })),
}));

/**
 * Says in one sentence what was done. With `undo`, Ctrl+Z and a button take it back while it is shown.
 * @param slot an older notice of the same slot makes room
 */
export function say(text: string, undo?: () => void, slot?: string): void {
  useNotices.getState().add({ tone: 'done', text, ...(undo ? { undo } : {}), ...(slot ? { slot } : {}) });
}

/** Says why something was not done, what is safe, and what to do. */
export function sayFailure(failure: Failure): void {
  useNotices.getState().add({ tone: 'problem', failure });
}

/** Takes back what the newest notice speaks of. @returns false when there is nothing to take back */
export function undoNewest(): boolean {
  const { list, remove } = useNotices.getState();
  const newest = list.findLast((notice) => notice.undo);
  if (!newest?.undo) return false;
  remove(newest.id);
  newest.undo();
  return true;
}
