import { create } from 'zustand';
import { noFilters } from './student-filters.ts';
import { usualColumns } from './use-student-columns.tsx';
import type { ViewDefinition } from './view-definition.ts';

interface DirectoryView {
  readonly view: ViewDefinition;
  readonly change: (view: ViewDefinition) => void;
}

/**
 * How the directory is shown. Kept while the window is open, so that coming back from a child's card finds the
 * list as it was; never in the address, for what was looked for is a name.
 */
export const useDirectoryView = create<DirectoryView>((set) => ({
  view: { filters: noFilters, columns: usualColumns },
  change: (view) => set({ view }),
}));
