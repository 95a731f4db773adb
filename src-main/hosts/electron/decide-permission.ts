import { parseOwnUrl } from './app-origin.ts';

/** Everything a page could ask for is refused, but for notifications of the app's own window. */
const GRANTED: ReadonlySet<string> = new Set(['notifications']);

export interface PermissionQuestion {
  /** Electron's name of the permission. */
  readonly permission: string;
  /** URL or origin of the frame that asks. */
  readonly from: string;
  readonly isMainFrame: boolean;
}

/** Whether a page gets a permission, asked for or looked up. */
export function mayUse({ permission, from, isMainFrame }: PermissionQuestion): boolean {
  return GRANTED.has(permission) && isMainFrame && parseOwnUrl(from) !== null;
}
