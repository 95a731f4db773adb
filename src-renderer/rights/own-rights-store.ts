import { create } from 'zustand';

/** Whether the sheet with one's own rights is open. */
export const useOwnRights = create<{ open: boolean; show: () => void; hide: () => void }>((set) => ({
  open: false,
  show: () => set({ open: true }),
  hide: () => set({ open: false }),
}));
