import { create } from 'zustand';

/** Whether the overview of shortcuts is open. */
export const useOverview = create<{ open: boolean; show: () => void; hide: () => void }>((set) => ({
  open: false,
  show: () => set({ open: true }),
  hide: () => set({ open: false }),
}));
