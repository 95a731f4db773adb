import { create } from 'zustand';
import { panelLayer } from '../keyboard/layers.ts';

const panel = panelLayer();

/** The layer of the overview: the page hears no key from the moment it is opened. */
export const overviewLayer = panel.layer;

/** Whether the overview of shortcuts is open. */
export const useOverview = create<{ open: boolean; show: () => void; hide: () => void }>((set) => ({
  open: false,
  show: () => {
    panel.raise();
    set({ open: true });
  },
  hide: () => {
    panel.lower();
    set({ open: false });
  },
}));
