import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { BELL_PATH, randomText } from './doorbell.ts';

/** What the door says to a request. `enter`: the one-time token was right, here is the cookie. */
export type Decision =
  | { readonly kind: 'allow' }
  | { readonly kind: 'enter'; readonly setCookie: string }
  | { readonly kind: 'refuse'; readonly status: 403 | 405 };

export interface Visit {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

/**
 * Lets in the windows that were invited, each once, and nobody else who can reach 127.0.0.1: no other user of the
 * machine (they have no cookie), no web page in another browser tab (foreign Origin, S20), no name that
 * somebody points at 127.0.0.1 (foreign Host).
 */
export class Door {
  readonly #origin: string;
  readonly #host: string;
  readonly #cookieName: string;
  readonly #secret = randomText();
  readonly #tokens = new Set<string>();

  constructor(port: number) {
    this.#host = `127.0.0.1:${port}`;
    this.#origin = `http://${this.#host}`;
    // Cookies know no ports: the name keeps two hosts of one machine apart.
    this.#cookieName = `postmappe-${port}`;
  }

  get origin(): string {
    return this.#origin;
  }

  /** @returns an address that lets one window in, once */
  invite(): string {
    const token = randomText();
    this.#tokens.add(token);
    return `${this.#origin}/?token=${token}`;
  }

  /** Decides about a page or file. */
  decide(visit: Visit): Decision {
    if (visit.method !== 'GET' && visit.method !== 'HEAD') return { kind: 'refuse', status: 405 };
    if (!this.#isOurs(visit)) return { kind: 'refuse', status: 403 };
    const url = new URL(visit.url, this.#origin);
    const token = url.searchParams.get('token');
    if (token !== null && url.pathname === '/') return this.#redeem(token);
    return this.#hasCookie(visit.headers) ? { kind: 'allow' } : { kind: 'refuse', status: 403 };
  }

  /** Decides about a WebSocket: a browser always says its Origin there, and it must be this host's own. */
  maySpeak(visit: Visit): boolean {
    return this.#isOurs(visit) && visit.headers.origin === this.#origin && this.#hasCookie(visit.headers);
  }

  /** Decides about a second start of the app: a program of this machine, never a page, which has an Origin. */
  mayRing(visit: Visit): boolean {
    const isBell = visit.method === 'POST' && visit.url === BELL_PATH;
    return isBell && this.#isOurs(visit) && visit.headers.origin === undefined;
  }

  #isOurs({ url, headers }: Visit): boolean {
    if (headers.host !== this.#host || !url.startsWith('/') || !URL.canParse(url, this.#origin)) return false;
    if (headers.origin !== undefined && headers.origin !== this.#origin) return false;
    const site = headers['sec-fetch-site'];
    return site === undefined || site === 'none' || site === 'same-origin';
  }

  #redeem(token: string): Decision {
    const known = [...this.#tokens].find((one) => sameText(token, one));
    if (known === undefined) return { kind: 'refuse', status: 403 };
    this.#tokens.delete(known);
    const setCookie = `${this.#cookieName}=${this.#secret}; HttpOnly; SameSite=Strict; Path=/`;
    return { kind: 'enter', setCookie };
  }

  #hasCookie(headers: IncomingHttpHeaders): boolean {
    const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
    const found = cookies.find((cookie) => cookie.startsWith(`${this.#cookieName}=`));
    return found !== undefined && sameText(found.slice(this.#cookieName.length + 1), this.#secret);
  }
}

/** Compares in a time that does not tell how much was right. */
function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
