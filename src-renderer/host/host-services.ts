import { createContext, use } from 'react';

export const hostAbilities = ['saveFile', 'print', 'notify', 'openLink'] as const;
export type HostAbility = (typeof hostAbilities)[number];

/** A file made by the core. `data` is base64. The name carries no child's name. */
export interface HostFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly data: string;
}

/** Whether notifications reach the desktop: `ask` means that the person has to allow them first. */
export type NotifyState = 'allowed' | 'ask' | 'denied' | 'missing';

/**
 * What the window needs from the operating system. What a host cannot do is declared in `supports`; the
 * window then does not offer it, or says so. Nothing here fails silently.
 */
export interface HostServices {
  readonly supports: Readonly<Record<HostAbility, boolean>>;
  /** Hands a file to the person: a dialog or the download folder, as the host does it. */
  saveFile(file: HostFile): void;
  /** Opens the print dialog for a PDF. @returns false when it could not be opened */
  print(file: HostFile): Promise<boolean>;
  /** Shows a desktop notification. `text` never names a child. @returns false when it was not shown */
  notify(text: string, onClick: () => void): boolean;
  notifyState(): NotifyState;
  /** Asks the person once; the answer is the new state. */
  allowNotifications(): Promise<NotifyState>;
  /** Opens a web page outside the app. */
  openLink(url: string): void;
}

export const HostContext = createContext<HostServices | null>(null);

/** The services of the host this window runs in. */
export function useHost(): HostServices {
  const host = use(HostContext);
  if (!host) throw new Error('useHost needs a HostContext above it');
  return host;
}
