import type { RandomBytes } from '../../../src-shared/values/uuid.ts';
import type { Cache } from '../database/cache.ts';
import type { Clock, Log } from '../environment.ts';
import type { RuleAuthor } from '../outbox/run-rule.ts';
import type { ServerTransport } from './server-transport.ts';

/** What syncing one open cache needs. */
export interface SyncTools {
  readonly cache: Cache;
  readonly transport: ServerTransport;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  readonly log: Log;
  /** Whose cache it is, and the desk's clock now. */
  readonly author: () => RuleAuthor;
  /**
   * A token that was good when last used.
   * @throws {ServerFault} `away` or `busy`: try later; `signedOut`: there is no way to get one now
   */
  readonly token: () => Promise<string>;
  /** The server no longer takes the token. */
  readonly tokenRefused: (token: string) => void;
  /** The line has failed: who answers next may be another server. */
  readonly doubted: () => void;
  /** The server keeps these entries; their sealed copies wait in case it is restored from a backup. */
  readonly taken: (entryIds: readonly string[]) => void;
  /** The server has refused these entries, and the cache tells their author; no copy is needed. */
  readonly refused: (entryIds: readonly string[]) => void;
  /**
   * What the server has taken is sent again, because it may have been restored: from the cache, as far as it is
   * there. The rest is there as sealed copies only, because this person may not hold it any more.
   */
  readonly resending: (inCache: ReadonlySet<string>) => void;
  /** The cache is damaged; syncing it makes no sense any more. */
  readonly damaged: (error: unknown) => void;
}
