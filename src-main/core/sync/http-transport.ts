import { isIP } from 'node:net';
import { Agent, type Dispatcher, request } from 'undici';
import type { z } from 'zod';
import {
  deliverResponseSchema,
  identitySchema,
  protocolVersion,
  pushResponseSchema,
  signInResponseSchema,
} from '../../../src-shared/sync/protocol.ts';
import { readJson, readLines } from './http-body.ts';
import { faultOfFailure, faultOfStatus } from './http-faults.ts';
import { openHttpStream } from './http-stream.ts';
import { ServerFault, type ServerTransport } from './server-transport.ts';
import { checkedLine, checkedPull } from './wire-check.ts';

export interface HttpTransportOptions {
  /** `https://…`, or `http://` on this very machine. */
  readonly url: string;
  /** The school's own certificate authority (PEM), if the server's certificate is signed by it. */
  readonly ca?: string;
}

const CONNECT_WITHIN_MS = 4000;
const ANSWER_WITHIN_MS = 20_000;

/** The address can't be used for a school's server; the message is a sentence for a person. */
export class ServerAddressError extends Error {}

/**
 * Checks the address of a school's server: TLS everywhere but on this very machine (S02).
 * @returns its origin
 * @throws {ServerAddressError}
 */
export function serverOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new ServerAddressError(`"${text}" is not the address of a server; it begins with https://`);
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new ServerAddressError(
      `The address "${text}" has no encryption; only a server on this computer may be reached by http://`,
    );
  }
  return url.origin;
}

function isLoopback(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}

/** The way to a real server: HTTP for questions, a WebSocket for the stream. Never follows a redirect. */
export function createHttpTransport(
  options: HttpTransportOptions,
): ServerTransport & { close(): Promise<void> } {
  const origin = serverOrigin(options.url);
  const tls = { minVersion: 'TLSv1.3' as const, ...(options.ca ? { ca: options.ca } : {}) };
  const agent = new Agent({
    connect: { timeout: CONNECT_WITHIN_MS, ...tls },
    headersTimeout: ANSWER_WITHIN_MS,
    bodyTimeout: ANSWER_WITHIN_MS,
  });
  const call = caller(origin, agent);
  return {
    url: origin,
    identity: () => call('GET', '/sync/identity', { read: (answer) => checked(identitySchema, answer) }),
    signIn: (body) =>
      call('POST', '/session', { body, read: (answer) => checked(signInResponseSchema, answer) }),
    signOut: (token) => call('DELETE', '/session', { token, read: () => undefined }),
    push: (token, body) =>
      call('POST', '/sync/push', { token, body, read: (answer) => checked(pushResponseSchema, answer) }),
    pull: (token, body) => call('POST', '/sync/pull', { token, body, read: checkedPull }),
    deliver: (body) =>
      call('POST', '/sync/deliver', { body, read: (answer) => checked(deliverResponseSchema, answer) }),
    async *firstPull(token, resume) {
      const body = { protocol: protocolVersion, resume };
      const answer = await ask(origin, agent, 'POST', '/sync/first', { token, body });
      for await (const line of readLines(answer.body)) yield checkedLine(line);
    },
    openStream: (token, cursor, handlers) => openHttpStream({ origin, tls }, token, cursor, handlers),
    close: () => agent.close(),
  };
}

interface Question {
  readonly token?: string;
  readonly body?: unknown;
}

function caller(origin: string, agent: Agent) {
  return async <T>(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    { read, ...question }: Question & { readonly read: (answer: unknown) => T },
  ): Promise<T> => {
    const { body } = await ask(origin, agent, method, path, question);
    return read(await readJson(body));
  };
}

async function ask(
  origin: string,
  agent: Agent,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  { token, body }: Question,
): Promise<Dispatcher.ResponseData> {
  const headers = {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  const text = body === undefined ? null : JSON.stringify(body);
  const answer = await request(`${origin}${path}`, { dispatcher: agent, method, headers, body: text }).catch(
    (error: unknown) => Promise.reject(faultOfFailure(error)),
  );
  if (answer.statusCode < 300) return answer;
  await answer.body.dump().catch(() => undefined);
  throw faultOfStatus(answer.statusCode);
}

function checked<T extends z.ZodType>(schema: T, answer: unknown): z.output<T> {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new ServerFault('otherServer', 'unreadable answer');
  return parsed.data;
}
