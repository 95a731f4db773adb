import { create } from 'zustand';
import type { Failure } from '../client/answer.ts';
import type { Undo } from '../client/undo.ts';

/** A sentence at the foot of the window: what was done, or why not. */
export interface Notice {
  readonly id: number;
  readonly tone: 'done' | 'problem';
  /** Finished text; or a failure whose sentence is looked up when shown. */
  readonly text?: string;
  readonly failure?: Failure;
  readonly undo?: Undo;
  /** A newer notice of the same slot takes the place of the older one (ticks of a list, one by one). */
  readonly slot?: string;
}

interface Notices {
  readonly list: readonly Notice[];
  /** The last thing done at this window that can be taken back; its sentence may have gone meanwhile. */
  readonly lastDone: Notice | null;
  readonly show: (notice: Notice) => void;
  readonly remove: (id: number) => void;
}

/** More than these at once nobody reads. */
const MOST = 3;
let lastId = 0;

export const useNotices = create<Notices>((set) => ({
  list: [],
  lastDone: null,
  show: (notice) =>
    set(({ list }) => {
      const others = list.filter(({ id, slot }) => id !== notice.id && (!slot || slot !== notice.slot));
      return { list: [...others, notice].slice(-MOST) };
    }),
  remove: (id) => set(({ list }) => ({ list: list.filter((notice) => notice.id !== id) })),
}));

function add(notice: Omit<Notice, 'id'>): Notice {
  lastId += 1;
  const added = { ...notice, id: lastId };
  useNotices.getState().show(added);
  return added;
}

/** Says something in one sentence that changed nothing at the school: printed, copied, parked. */
export function say(text: string): void {
  add({ tone: 'done', text });
}

/**
 * Says in one sentence what was done. With `undo` it is what Ctrl+Z takes back until something else is done;
 * without, nothing can be taken back: Ctrl+Z must never mean what was done before that.
 * @param slot an older notice of the same slot makes room
 */
export function sayDone(text: string, undo?: Undo, slot?: string): void {
  const done = add({ tone: 'done', text, ...(undo ? { undo } : {}), ...(slot ? { slot } : {}) });
  useNotices.setState({ lastDone: undo ? done : null });
}

/** Says in a finished sentence why something was not done. */
export function sayProblem(text: string): void {
  add({ tone: 'problem', text });
}

/** Says why something was not done, what is safe, and what to do. */
export function sayFailure(failure: Failure): void {
  add({ tone: 'problem', failure });
}

/** Takes a notice that is being undone away. The newest that is still read and can be undone is the last then. */
export function beginUndo(notice: Notice): void {
  useNotices.setState(({ list, lastDone }) => {
    const left = list.filter(({ id }) => id !== notice.id);
    const wasLast = lastDone?.id === notice.id;
    return { list: left, lastDone: wasLast ? (left.findLast(({ undo }) => undo) ?? null) : lastDone };
  });
}

/** Puts back what could not be undone just now, to be tried again. */
export function keepForUndo(notice: Notice): void {
  useNotices.setState({ lastDone: notice });
}

/** Forgets all sentences: another person may sit down here. */
export function forgetNotices(): void {
  useNotices.setState({ list: [], lastDone: null });
}
