import { isOnThisMachine } from './server-address.ts';

/** What is known of the operating system's key ring. */
export interface KeyRing {
  readonly platform: NodeJS.Platform;
  readonly available: boolean;
  /** Linux only: which program keeps the key. */
  readonly backend: string | null;
  /** The school's server as this desk knows it. */
  readonly serverUrl: string;
  /** Started for the demo school. */
  readonly demo: boolean;
}

/**
 * Whether the key ring may guard children's data. `basic_text` is a key everybody knows and counts as none.
 * `weak` is accepted for the demo school on this very machine only, where all people are invented.
 */
export function decideKeyRing(ring: KeyRing): 'safe' | 'weak' | 'refuse' {
  const isSafe =
    ring.available && (ring.platform !== 'linux' || !['basic_text', 'unknown', null].includes(ring.backend));
  if (isSafe) return 'safe';
  return ring.demo && isOnThisMachine(ring.serverUrl) && ring.platform === 'linux' ? 'weak' : 'refuse';
}
