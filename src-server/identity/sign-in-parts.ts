import type { ServerKysely } from '../database/schema.ts';
import type { Clock } from '../sync/clock.ts';
import type { Passwords } from './passwords.ts';
import type { Sessions } from './sessions.ts';
import type { Throttle } from './throttle.ts';

/** What signing in needs. */
export interface SignInParts {
  readonly db: ServerKysely;
  readonly clock: Clock;
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly throttle: Throttle;
  /** Ends the open streams of an account, but for those of one device. */
  readonly endStreams: (accountId: string, exceptDeviceId: string | null) => void;
}
