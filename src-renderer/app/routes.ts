import { create } from 'zustand';

export const screens = [
  'today',
  'classes',
  'absences',
  'students',
  'groups',
  'attention',
  'administration',
] as const;
export type ScreenName = (typeof screens)[number];

/**
 * Where the window is. `params` stand in the address (days, classes, filters: nothing about a person);
 * `studentId` is kept in memory only.
 */
export interface Route {
  readonly screen: ScreenName;
  readonly params: Readonly<Record<string, string>>;
  readonly studentId: string | null;
}

interface Routes extends Route {
  /** Goes to a screen. `studentId` opens one child there; it never reaches the address. */
  readonly go: (screen: ScreenName, params?: Record<string, string>, studentId?: string | null) => void;
  /** Changes a parameter of the present screen; null takes it away. */
  readonly change: (params: Record<string, string | null>) => void;
}

/** The route an address names; an unknown one is Today. */
export function routeOf(hash: string): Pick<Route, 'screen' | 'params'> {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const screen = screens.find((name) => name === path) ?? 'today';
  return { screen, params: screen === path ? Object.fromEntries(new URLSearchParams(query)) : {} };
}

/** The address of a route. */
export function hashOf(route: Pick<Route, 'screen' | 'params'>): string {
  const query = new URLSearchParams(route.params).toString();
  return `#/${route.screen}${query ? `?${query}` : ''}`;
}

const start = routeOf(globalThis.location?.hash ?? '');

export const useRoute = create<Routes>((set, get) => ({
  ...start,
  studentId: null,
  go: (screen, params = {}, studentId = null) => {
    set({ screen, params, studentId });
    globalThis.history?.pushState(null, '', hashOf({ screen, params }));
  },
  change: (changes) => {
    const merged = Object.entries({ ...get().params, ...changes });
    const params = Object.fromEntries(merged.filter((entry): entry is [string, string] => entry[1] !== null));
    set({ params });
    globalThis.history?.replaceState(null, '', hashOf({ screen: get().screen, params }));
  },
}));

/** Follows the back and forward buttons. @returns stops following */
export function followAddress(page: Window): () => void {
  const onMove = () => useRoute.setState({ ...routeOf(page.location.hash), studentId: null });
  page.addEventListener('popstate', onMove);
  return () => page.removeEventListener('popstate', onMove);
}
