import { create } from 'zustand';
import type { ReportChannel } from '../../src-shared/absences/words.ts';
import type { Day } from '../../src-shared/values/day.ts';
import { holdKeys, letKeysGo } from '../keyboard/held-keys.ts';
import { panelLayer } from '../keyboard/layers.ts';

/** What the phone desk begins with: a child, a report of the inbox to correct, a message to take down, a way in which all comes. */
export interface DeskStart {
  readonly studentId?: string;
  readonly reportId?: string;
  readonly messageId?: string;
  /** How what is taken down one after the other comes in. */
  readonly channel?: ReportChannel;
  /** A day that is over, to be explained. */
  readonly day?: Day;
}

interface Desk {
  readonly open: boolean;
  readonly start: DeskStart;
  readonly show: (start?: DeskStart) => void;
  readonly hide: () => void;
}

const panel = panelLayer();

/** The layer on which the phone desk hears its keys. */
export const deskLayer = panel.layer;

/**
 * Whether the phone desk is open, and what it was opened with. Who presses F2 goes on typing: from that very
 * moment the page below hears nothing, and the letters wait for the search field.
 */
export const useDesk = create<Desk>((set, get) => ({
  open: false,
  start: {},
  show: (start = {}) => {
    if (get().open) return;
    panel.raise();
    holdKeys();
    set({ open: true, start });
  },
  hide: () => {
    panel.lower();
    set({ open: false, start: {} });
    letKeysGo();
  },
}));
