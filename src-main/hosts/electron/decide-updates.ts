import type { HostSettings } from './host-settings.ts';

export type UpdateDecision =
  | { readonly kind: 'off'; readonly why: 'notConfigured' | 'notInstalled' }
  /** New versions are looked for and announced. They are not fetched and not installed: see `updates.ts`. */
  | { readonly kind: 'announce'; readonly url: string };

/** Whether this desk looks for new versions. */
export function decideUpdates(settings: HostSettings, isPackaged: boolean): UpdateDecision {
  if (!isPackaged) return { kind: 'off', why: 'notInstalled' };
  if (!settings.updates) return { kind: 'off', why: 'notConfigured' };
  return { kind: 'announce', url: settings.updates.url };
}
