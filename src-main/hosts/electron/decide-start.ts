/** What a launcher knows of the machine it is about to open a window on. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  /** Number of the user; 0 is root. Undefined where there are none. */
  readonly userId: number | undefined;
}

/** Why Electron is not used; each has one plain line in a launcher. */
export type NoElectron = 'noDisplay' | 'root' | 'switchedOff' | 'notFetched';

/** Whether the machine could run Electron at all, installed or not. */
export function obstacleTo({ platform, env, userId }: Machine): NoElectron | null {
  // As root Chromium starts only without its sandbox, which we never switch off.
  if (userId === 0) return 'root';
  const needsDisplay = platform === 'linux' || platform === 'freebsd' || platform === 'openbsd';
  return needsDisplay && !env.DISPLAY && !env.WAYLAND_DISPLAY ? 'noDisplay' : null;
}

/** Whether the binary may be fetched, when it is not there. */
export function mayFetch(env: NodeJS.ProcessEnv, rememberedFailure: boolean): boolean {
  return env.POSTMAPPE_FETCH_ELECTRON !== '0' && !rememberedFailure;
}
