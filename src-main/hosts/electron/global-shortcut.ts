import type { GlobalShortcut } from 'electron';

/**
 * Registers the keys that bring the window to the front from any other program. Off unless configured.
 * @returns false when the keys are not free or not keys at all
 */
export function registerShortcut(
  globalShortcut: Pick<GlobalShortcut, 'register'>,
  keys: string | undefined,
  onPressed: () => void,
): boolean {
  if (!keys) return true;
  try {
    return globalShortcut.register(keys, onPressed);
  } catch {
    return false;
  }
}
