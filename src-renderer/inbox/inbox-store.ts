import { create } from 'zustand';

interface Inbox {
  /** The line that keys act on: a report or a message, by its id. Null: the first. */
  readonly current: string | null;
  /** Set while somebody wants the report about this child; the card turns to it. */
  readonly wantedStudent: string | null;
  readonly choose: (id: string | null) => void;
  readonly lookAtStudent: (studentId: string | null) => void;
}

/** Which line of the inbox is being looked at. */
export const useInbox = create<Inbox>((set) => ({
  current: null,
  wantedStudent: null,
  choose: (current) => set({ current, wantedStudent: null }),
  lookAtStudent: (wantedStudent) => set({ wantedStudent }),
}));
