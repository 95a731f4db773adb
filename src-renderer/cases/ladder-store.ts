import { create } from 'zustand';
import { holdKeys, letKeysGo } from '../keyboard/held-keys.ts';
import { panelLayer } from '../keyboard/layers.ts';

interface Ladder {
  /** The child whose call ladder is open. */
  readonly studentId: string | null;
  readonly show: (studentId: string) => void;
  readonly hide: () => void;
}

const panel = panelLayer();

/** The layer on which the call ladder hears its keys. */
export const ladderLayer = panel.layer;

/** Which open case is being worked on. The page hears no key from the moment it is opened; digits wait for the calls. */
export const useLadder = create<Ladder>((set) => ({
  studentId: null,
  show: (studentId) => {
    panel.raise();
    holdKeys();
    set({ studentId });
  },
  hide: () => {
    panel.lower();
    set({ studentId: null });
    letKeysGo();
  },
}));
