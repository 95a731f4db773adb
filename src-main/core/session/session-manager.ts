import { join } from 'node:path';
import type { Cache } from '../database/cache.ts';
import { createMutex } from '../database/mutex.ts';
import { isDamage } from '../database/sqlite-faults.ts';
import type { ChangeNotices } from '../dispatch/change-notices.ts';
import type { CoreEnvironment } from '../environment.ts';
import { changeOwnPassword } from './change-password.ts';
import { Delivery } from './delivery.ts';
import { DeviceFile, type Profile } from './device-file.ts';
import { type PasswordCost, unwrapKey } from './key-wrap.ts';
import { profileAfterSignIn } from './online-profile.ts';
import { abandonCache, keepWhoSignedIn, openProfileCache, remakeCache } from './open-profile.ts';
import type { OpenSession } from './open-session.ts';
import { Postbox } from './postbox.ts';
import { SealedCopies } from './sealed-copies.ts';
import {
  confirmIdentity,
  type ServerAnswer,
  type SignedInAnswer,
  signInAtServer,
  type Typed,
  withinPatience,
} from './server-contact.ts';
import {
  type ChangeResult,
  mayUnlockWithout,
  orStorageRefusal,
  refusalOf,
  refusedSignIn,
  type SignInResult,
} from './sign-in-refusal.ts';
import { TokenKeeper } from './token-keeper.ts';
import { Workspace } from './workspace.ts';

/** Who works at this desk: signing in, unlocking, locking, and what happens when a cache breaks. */
export class SessionManager {
  readonly environment: CoreEnvironment;
  readonly device: DeviceFile;
  readonly postbox: Postbox;
  readonly delivery: Delivery;
  readonly copies: SealedCopies;
  readonly #notices: ChangeNotices;
  readonly cost: PasswordCost;
  readonly #alone = createMutex();
  #open: OpenSession | undefined;
  #repairing: Profile | undefined;
  /** Who locked the screen last. */
  #lockedBy: Profile | undefined;

  private constructor(
    environment: CoreEnvironment,
    device: DeviceFile,
    postbox: Postbox,
    notices: ChangeNotices,
    cost: PasswordCost,
  ) {
    this.environment = environment;
    this.device = device;
    this.postbox = postbox;
    this.#notices = notices;
    this.cost = cost;
    this.copies = new SealedCopies(environment, device, postbox);
    this.delivery = new Delivery({
      postbox,
      transport: environment.server,
      clock: environment.clock,
      log: environment.log,
      deviceId: device.deviceId,
      confirmServer: async () => void (await confirmIdentity(environment, device)),
      signedInProfile: () => this.#open?.profile.id ?? null,
      done: (ids) => this.copies.keepSent(ids),
      delivered: () => this.#delivered(),
    });
  }

  static async start(
    environment: CoreEnvironment,
    notices: ChangeNotices,
    cost: PasswordCost,
  ): Promise<SessionManager> {
    const device = await DeviceFile.open(environment);
    const path = join(environment.dataFolder, 'postbox.db');
    const postbox = await Postbox.open(path, `${path}.damaged-${environment.clock.nowMs()}`);
    const manager = new SessionManager(environment, device, postbox, notices, cost);
    manager.delivery.start();
    manager.delivery.deliverNow();
    return manager;
  }

  get open(): OpenSession | undefined {
    return this.#open;
  }

  /** Whose cache is being made anew at the moment. */
  get repairing(): Profile | undefined {
    return this.#repairing;
  }
  get lockedBy(): Profile | undefined {
    return this.#lockedBy;
  }

  /** Signs in: at the server when it answers, else by unlocking the cache of somebody who has worked here. */
  signIn(typed: Typed): Promise<SignInResult> {
    return this.#alone(() => orStorageRefusal(() => this.#signIn(typed)));
  }

  /** Gives who works here another password; see {@link changeOwnPassword}. */
  changePassword(password: string, newPassword: string): Promise<ChangeResult> {
    return this.#alone(async () => {
      if (!this.#open) return refusedSignIn('wrongPassword');
      const changed = await changeOwnPassword(this, this.#open, { password, newPassword });
      if (changed.status !== 'changed') return changed;
      this.#open = { ...this.#open, profile: changed.profile };
      return { status: 'changed' };
    });
  }

  /** Closes the cache and forgets key and password; what is sealed is still delivered. */
  lock(): Promise<void> {
    return this.#alone(() => this.#lock());
  }

  /**
   * Something failed while it worked with a cache. If that is the open one and it is damaged, it is made anew
   * under the person's hands; whatever else it was is noted.
   */
  recover(error: unknown, cache: Cache | undefined = this.#open?.workspace.cache): void {
    const broken = this.#open;
    if (!broken || broken.workspace.cache !== cache) return;
    this.#warn(isDamage(error) ? 'cache.damaged' : 'cache.failed', error);
    if (!isDamage(error)) return;
    this.#open = undefined;
    this.#repairing = broken.profile;
    this.#notices.add(['session']);
    this.#alone(() => this.#repair(broken))
      .catch((failure: unknown) => this.#warn('cache.lost', failure))
      .finally(() => {
        this.#repairing = undefined;
        this.#notices.add(['session']);
      });
  }

  async #repair({ profile, workspace, tokens }: OpenSession): Promise<void> {
    await workspace.close();
    const cache = await remakeCache(this, profile, workspace.cache.file);
    await this.#enter(profile, cache, tokens, undefined);
  }

  /** Resolves when nobody is being signed in, locked out or repaired. */
  async settled(): Promise<void> {
    await this.#alone(async () => undefined);
  }

  async close(): Promise<void> {
    await this.#alone(async () => {
      await this.#open?.workspace.close();
      this.#open = undefined;
    });
    this.delivery.stop();
    this.postbox.close();
  }

  async #signIn(typed: Typed): Promise<SignInResult> {
    const { userName, password } = typed;
    if (this.#open) await this.#lock();
    const profile = this.device.profileNamed(userName);
    const unlocked = profile?.key
      ? unwrapKey(profile.key, password, this.device.osSecret)
      : Promise.resolve(undefined);
    const asked = signInAtServer(this.environment, this.device, typed);
    const [key, answer] = await Promise.all([
      unlocked,
      profile?.key ? withinPatience(this.environment, asked) : asked,
    ]);
    if (answer.kind === 'signedIn') return this.#enterOnline(answer, typed, key);
    if (answer.kind === 'revoked' && profile) await this.#revoke(profile);
    const refusal = refusalOf(answer, Boolean(profile?.key) && key === undefined);
    if (refusal && !(key && mayUnlockWithout(answer))) return refusal;
    if (!profile || !key) return refusedSignIn('wrongPassword');
    await this.#unlock(profile, key, password);
    return { status: 'signedIn' };
  }

  async #enterOnline(
    { answer, identity, schoolKey }: Extract<ServerAnswer, { kind: 'signedIn' }>,
    typed: Typed,
    unlockedKey: Uint8Array | undefined,
  ): Promise<SignInResult> {
    const { serverId, sealingKey } = identity;
    await this.device.keepServer({ serverId, sealingKey, schoolKey });
    const { profile, key, abandoned } = await profileAfterSignIn(this, answer, typed, unlockedKey);
    await this.device.keepProfile(profile);
    await this.#unlock(profile, key, typed.newPassword ?? typed.password, answer);
    if (abandoned > 0) await this.#open?.workspace.noteRescue(abandoned);
    return { status: 'signedIn' };
  }

  /** Opens the cache and goes to work; one that turns out to be damaged on the way is made anew, once. */
  async #unlock(profile: Profile, key: Uint8Array, password: string, answer?: SignedInAnswer): Promise<void> {
    const tokens = new TokenKeeper(this.environment, this.device, profile.person.userName, password, {
      renewed: (renewed) => this.#renewed(renewed),
      lost: (kind) => this.#signedOut(kind),
    });
    const cache = await openProfileCache(this, profile, key);
    try {
      await this.#enter(profile, cache, tokens, answer);
    } catch (error) {
      await cache.close();
      if (!isDamage(error)) throw error;
      await this.#enter(profile, await remakeCache(this, profile, cache.file), tokens, answer);
    }
  }

  async #enter(
    profile: Profile,
    cache: Cache,
    tokens: TokenKeeper,
    answer: SignedInAnswer | undefined,
  ): Promise<void> {
    await keepWhoSignedIn(cache, profile, answer);
    if (answer) await tokens.keep(cache, answer);
    else await tokens.recall(cache);
    await this.#begin(profile, cache, tokens);
  }

  async #begin(profile: Profile, cache: Cache, tokens: TokenKeeper): Promise<void> {
    const workspace = await Workspace.open({
      environment: this.environment,
      cache,
      signedIn: { person: profile.person, school: profile.school },
      notify: (topics) => this.#notices.add(topics),
      sync: {
        token: () => tokens.token(cache),
        tokenRefused: (token) => tokens.refuse(token),
        doubted: () => tokens.doubt(),
        taken: (ids) => this.copies.keepSent(ids),
        refused: (ids) => this.postbox.remove(ids),
        resending: (inCache) => {
          if (this.postbox.deliverAgain(profile.id, inCache) > 0) this.delivery.deliverNow();
        },
        damaged: (error) => this.recover(error, cache),
      },
    });
    this.#open = { profile, workspace, tokens };
    this.#lockedBy = undefined;
    await this.copies.reconcile(profile, cache);
    workspace.engine.poke();
    this.delivery.deliverNow();
    this.#notices.add(['session', 'syncState', 'outbox', 'workingDraft']);
  }

  async #lock(): Promise<void> {
    const open = this.#open;
    if (!open) return;
    this.#open = undefined;
    this.#lockedBy = open.profile;
    await open.workspace.close();
    open.tokens.forget();
    open.workspace.cache.file.key?.fill(0);
    this.delivery.deliverNow();
    this.#notices.add(['session', 'syncState', 'outbox', 'workingDraft']);
  }

  /** The device is no longer trusted with this person's cache: its key is forgotten for good. */
  async #revoke(profile: Profile): Promise<void> {
    await abandonCache(this, profile);
    await this.device.keepProfile({ ...profile, key: null, cacheMade: false });
  }

  async #renewed({ person, school }: SignedInAnswer): Promise<void> {
    const open = this.#open;
    if (!open) return;
    const userName = open.profile.person.userName;
    await open.workspace.becomes({ person: { ...person, userName }, school });
  }

  /** The server does not let this person in any more: the screen is locked, at best until the next sign-in. */
  #signedOut(kind: 'wrong' | 'revoked'): void {
    const open = this.#open;
    this.#alone(async () => {
      if (!open || this.#open !== open) return;
      await this.#lock();
      if (kind === 'revoked') await this.#revoke(open.profile);
      this.#notices.add(['session']);
    }).catch((error: unknown) => this.#warn('signedOut.failed', error));
  }

  #delivered(): void {
    const open = this.#open;
    this.#notices.add(['outbox', 'syncState']);
    if (!open) return;
    const { cache, engine } = open.workspace;
    engine.pokeForPull();
    this.copies.listUnreadable(open.profile, cache).catch((error: unknown) => this.recover(error, cache));
  }

  #warn(event: string, error: unknown): void {
    this.environment.log.warn(event, { kind: error instanceof Error ? error.name : 'unknown' });
  }
}
