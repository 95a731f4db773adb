import { create } from 'zustand';

interface Ladder {
  /** The child whose call ladder is open. */
  readonly studentId: string | null;
  readonly show: (studentId: string) => void;
  readonly hide: () => void;
}

/** Which open case is being worked on. */
export const useLadder = create<Ladder>((set) => ({
  studentId: null,
  show: (studentId) => set({ studentId }),
  hide: () => set({ studentId: null }),
}));
