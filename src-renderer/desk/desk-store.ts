import { create } from 'zustand';

/** What the phone desk begins with: a child, a report of the inbox to correct, a message to take down, a parked call. */
export interface DeskStart {
  readonly query?: string;
  readonly studentId?: string;
  readonly reportId?: string;
  readonly messageId?: string;
  readonly callId?: string;
}

interface Desk {
  readonly open: boolean;
  readonly start: DeskStart;
  readonly show: (start?: DeskStart) => void;
  readonly hide: () => void;
}

/** Whether the phone desk is open, and what it was opened with. */
export const useDesk = create<Desk>((set) => ({
  open: false,
  start: {},
  show: (start = {}) => set({ open: true, start }),
  hide: () => set({ open: false, start: {} }),
}));
