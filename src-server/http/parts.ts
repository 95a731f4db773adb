import type { ServerDatabase } from '../database/server-database.ts';
import { Passwords } from '../identity/passwords.ts';
import { Sessions } from '../identity/sessions.ts';
import type { SignInParts } from '../identity/sign-in-parts.ts';
import { Throttle } from '../identity/throttle.ts';
import { SetUpDoor } from '../setup/set-up-door.ts';
import type { Clock } from '../sync/clock.ts';
import { createSyncService, type SyncService } from '../sync/sync-service.ts';

/** The server without its listener: what the routes are made of. */
export interface ServerParts extends SignInParts {
  readonly database: ServerDatabase;
  readonly sync: SyncService;
  readonly setUpDoor: SetUpDoor;
}

/** Puts the server's parts together over an open, migrated database. */
export async function createServerParts(
  database: ServerDatabase,
  clock: Clock,
  log: (message: string, facts: Record<string, string | number>) => void,
): Promise<ServerParts> {
  const db = database.writer;
  const sessions = new Sessions(database, clock);
  const sync = await createSyncService({
    database,
    clock,
    log,
    sessionOfDelegation: (delegation, deviceId) => sessions.findDelegation(delegation, deviceId),
  });
  return {
    database,
    db,
    clock,
    sync,
    sessions,
    passwords: new Passwords(),
    throttle: new Throttle(db, clock),
    endStreams: (accountId, exceptDeviceId) =>
      sync.streams.signOut(
        (session) => session.accountId === accountId && session.deviceId !== exceptDeviceId,
      ),
    setUpDoor: new SetUpDoor(clock),
  };
}
