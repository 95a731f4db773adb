import { create } from 'zustand';

/** Set while somebody is about to hand the desk over: the screen then shows everybody instead of the last person. */
export const useSwitching = create<{ switching: boolean; begin: () => void; end: () => void }>((set) => ({
  switching: false,
  begin: () => set({ switching: true }),
  end: () => set({ switching: false }),
}));
