import type { Cache } from '../database/cache.ts';
import { readMeta, writeMeta } from '../database/cache-meta.ts';
import type { CoreEnvironment } from '../environment.ts';
import { ServerFault } from '../sync/server-transport.ts';
import type { DeviceFile } from './device-file.ts';
import { isOver } from './open-profile.ts';
import { confirmIdentity, type SignedInAnswer, signInAtServer } from './server-contact.ts';

/** What a renewed or lost sign-in leads to. */
export interface TokenEvents {
  readonly renewed: (answer: SignedInAnswer) => Promise<void>;
  /** The password is no longer right, or the device no longer trusted. */
  readonly lost: (kind: 'wrong' | 'revoked') => void;
}

/**
 * The token of who is signed in. It lies in the encrypted cache; when the server no longer takes it, the
 * password typed at this screen gets another. Password and token are forgotten when the screen is locked.
 */
export class TokenKeeper {
  readonly #environment: CoreEnvironment;
  readonly #device: DeviceFile;
  readonly #userName: string;
  readonly #events: TokenEvents;
  #password: string | undefined;
  #token: { value: string; expiresAt: string } | undefined;
  #delegation: string | undefined;
  #confirmed = false;

  constructor(
    environment: CoreEnvironment,
    device: DeviceFile,
    userName: string,
    password: string,
    events: TokenEvents,
  ) {
    this.#environment = environment;
    this.#device = device;
    this.#userName = userName;
    this.#password = password;
    this.#events = events;
  }

  /** Keeps what a sign-in with a new password brought. */
  async changeTo(password: string, cache: Cache, answer: SignedInAnswer): Promise<void> {
    this.#password = password;
    await this.keep(cache, answer);
  }

  /** Keeps what a sign-in brought. */
  async keep(cache: Cache, answer: SignedInAnswer): Promise<void> {
    const token = { value: answer.token, expiresAt: answer.expiresAt };
    this.#token = token;
    this.#delegation = answer.delegation;
    this.#confirmed = true;
    await this.#store(cache);
  }

  /**
   * Takes up the token of an earlier sign-in; in a cache that was made anew while somebody works, puts down
   * what this keeper still knows.
   */
  async recall(cache: Cache): Promise<void> {
    this.#token ??= (await readMeta(cache.reader, 'token')) ?? undefined;
    this.#delegation ??= (await readMeta(cache.reader, 'delegation')) ?? undefined;
    await this.#store(cache);
  }

  /** The server did not take a token. */
  refuse(token: string): void {
    if (this.#token?.value === token) this.#token = undefined;
  }

  /** The line broke: whoever answers next says first which server it is. */
  doubt(): void {
    this.#confirmed = false;
  }

  /** @throws {ServerFault} see SyncTools.token */
  async token(cache: Cache): Promise<string> {
    if (!this.#confirmed) {
      await confirmIdentity(this.#environment, this.#device);
      this.#confirmed = true;
    }
    if (this.#token && !isOver(this.#token.expiresAt, this.#environment.clock.nowMs()))
      return this.#token.value;
    return this.#signInAgain(cache);
  }

  forget(): void {
    this.#password = undefined;
    this.#token = undefined;
    this.#delegation = undefined;
  }

  async #store(cache: Cache): Promise<void> {
    await cache.write(async (tx) => {
      await writeMeta(tx.db, 'token', this.#token ?? null);
      await writeMeta(tx.db, 'delegation', this.#delegation ?? null);
    });
  }

  async #signInAgain(cache: Cache): Promise<string> {
    if (this.#password === undefined) throw new ServerFault('signedOut');
    const answer = await signInAtServer(this.#environment, this.#device, {
      userName: this.#userName,
      password: this.#password,
    });
    switch (answer.kind) {
      case 'signedIn':
        await this.keep(cache, answer.answer);
        await this.#events.renewed(answer.answer);
        return answer.answer.token;
      case 'wrong':
      case 'ownPasswordNeeded':
      case 'oneTimeExpired':
        this.#events.lost('wrong');
        throw new ServerFault('signedOut');
      case 'revoked':
        this.#events.lost('revoked');
        throw new ServerFault('signedOut');
      case 'throttled':
      case 'notSetUp':
      case 'schoolNeeded':
        throw new ServerFault('busy');
      case 'otherSchool':
        throw new ServerFault('otherServer');
      default:
        throw new ServerFault(answer.kind);
    }
  }
}
