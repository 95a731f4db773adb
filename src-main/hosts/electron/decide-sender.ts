import { parseOwnUrl } from './app-origin.ts';

/** What is known of the frame a message came from; null once it has navigated away or is gone. */
export interface SenderFrame {
  readonly origin: string;
  readonly url: string;
  /** Its parent; null for the top frame. */
  readonly parent: unknown;
  readonly detached: boolean;
}

/** Whether main listens to a frame: the top frame of the app's own page, still there. */
export function isTrustedSender(frame: SenderFrame | null): boolean {
  if (!frame || frame.detached || frame.parent !== null) return false;
  return parseOwnUrl(frame.origin) !== null && parseOwnUrl(frame.url) !== null;
}
