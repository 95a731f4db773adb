import type { Emit } from './result.ts';

/** A group of results that are measured together. */
export interface Bench {
  readonly about: string;
  /** Loaded when it is asked for: the groups need very different parts of the product. */
  readonly load: () => Promise<(emit: Emit) => Promise<void>>;
}

/** What can be measured, by the name given to `npm run bench -- NAME`. */
export const benches: Readonly<Record<string, Bench>> = {
  startup: {
    about: 'from starting the core or the app to an answer on the screen; what the window loads first',
    load: async () => (await import('./startup/startup.ts')).benchStartup,
  },
  search: {
    about: 'type-ahead in the core, and from a key press to the painted list',
    load: async () => (await import('./search.ts')).benchSearch,
  },
  sync: {
    about: 'first sync, memory, first screen, latency between two desks, pushing 1,000 offline changes',
    load: async () => (await import('./sync/sync.ts')).benchSync,
  },
  dashboard: {
    about: 'the queries behind Heute and Abwesenheiten, with 1,500 children and 30,000 absences',
    load: async () => (await import('./dashboard/dashboard.ts')).benchDashboard,
  },
  rush: {
    about: 'acknowledged sick notes a second with 64 connections',
    load: async () => (await import('./rush/rush.ts')).benchRush,
  },
  growth: {
    about: 'telling a desk of one change in schools of 240, 1,500 and 15,000 children',
    load: async () => (await import('./growth/growth.ts')).benchGrowth,
  },
  import: {
    about: 'reading a roster of 1,500 children with guardians and comparing it with the school',
    load: async () => (await import('./import.ts')).benchImport,
  },
};
