import type { Profile } from './device-file.ts';
import type { TokenKeeper } from './token-keeper.ts';
import type { Workspace } from './workspace.ts';

/** An open cache with its profile and the person's token and password. */
export interface OpenSession {
  readonly profile: Profile;
  readonly workspace: Workspace;
  readonly tokens: TokenKeeper;
}
