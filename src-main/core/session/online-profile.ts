import { uuidV7 } from '../../../src-shared/values/uuid.ts';
import type { Profile } from './device-file.ts';
import { type PasswordCost, type WrappedKey, wrapKey } from './key-wrap.ts';
import { abandonCache, type ProfileTools } from './open-profile.ts';
import type { SignedInAnswer, Typed } from './server-contact.ts';

/** What a sign-in at the server comes to at this device. */
export interface OnlineProfile {
  readonly profile: Profile;
  readonly key: Uint8Array;
  /** Unsent entries of an earlier cache whose key is gone; they are delivered from their sealed copies. */
  readonly abandoned: number;
}

/**
 * Finds or makes the profile of somebody whom the server has just let in.
 * @param unlockedKey the key of the cache, if this password opens it; else a new cache is begun
 */
export async function profileAfterSignIn(
  tools: ProfileTools & { readonly cost: PasswordCost },
  { person, school }: SignedInAnswer,
  typed: Typed,
  unlockedKey: Uint8Array | undefined,
): Promise<OnlineProfile> {
  const { device, environment } = tools;
  const known = device.profiles.find((profile) => profile.person.id === person.id);
  const facts = { person: { ...person, userName: typed.userName.trim() }, school };
  const isSame = known !== undefined && known.id === device.profileNamed(typed.userName)?.id;
  if (isSame && unlockedKey) {
    const key =
      typed.newPassword === undefined ? known.key : await wrapFor(tools, unlockedKey, typed.newPassword);
    return { profile: { ...known, ...facts, key }, key: unlockedKey, abandoned: 0 };
  }
  const abandoned = known ? await abandonCache(tools, known) : 0;
  const key = environment.randomBytes(32);
  const profile: Profile = {
    ...facts,
    id: known?.id ?? uuidV7(environment.clock.nowMs(), environment.randomBytes),
    key: await wrapFor(tools, key, typed.newPassword ?? typed.password),
    cacheMade: false,
  };
  return { profile, key, abandoned };
}

/** A cache's key as this device keeps it for a password. */
export function wrapFor(
  { device, environment, cost }: ProfileTools & { readonly cost: PasswordCost },
  key: Uint8Array,
  password: string,
): Promise<WrappedKey> {
  return wrapKey(key, password, device.osSecret, { cost, randomBytes: environment.randomBytes });
}
