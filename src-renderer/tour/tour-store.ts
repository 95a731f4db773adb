import { create } from 'zustand';

/** Which step of the tour is shown; null while it is not. */
interface TourState {
  readonly at: number | null;
  readonly begin: () => void;
  readonly goTo: (at: number) => void;
  readonly end: () => void;
}

/**
 * The tour begins by itself where somebody has just chosen a password of their own in place of one that was passed on:
 * the first sign-in of a new account. Everybody finds it in the menu of the person.
 */
export const useTour = create<TourState>((set) => ({
  at: null,
  begin: () => set({ at: 0 }),
  goTo: (at) => set({ at }),
  end: () => set({ at: null }),
}));
