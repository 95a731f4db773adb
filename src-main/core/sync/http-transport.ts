import type { z } from 'zod';
import { accountPath } from '../../../src-shared/accounts/contract.ts';
import {
  deliverResponseSchema,
  identitySchema,
  protocolVersion,
  pushResponseSchema,
  signInResponseSchema,
} from '../../../src-shared/sync/protocol.ts';
import { readJson, readLines } from './http-body.ts';
import { createHttpClient, type HttpClient, type Method, type Question } from './http-client.ts';
import { openHttpStream } from './http-stream.ts';
import { serverOrigin } from './server-address.ts';
import { ServerFault, type ServerTransport } from './server-transport.ts';
import { checkedLine, checkedPull } from './wire-check.ts';

export interface HttpTransportOptions {
  /** `https://…`, or `http://` on this very machine. */
  readonly url: string;
  /** The school's own certificate authority (PEM), if the server's certificate is signed by it. */
  readonly ca?: string;
  /** A shorter patience with the server, for tests. */
  readonly answerWithinMs?: number;
}

/** The way to a real server: HTTP for questions, a WebSocket for the stream. Never follows a redirect. */
export function createHttpTransport(
  options: HttpTransportOptions,
): ServerTransport & { close(): Promise<void> } {
  const origin = serverOrigin(options.url);
  const tls = { minVersion: 'TLSv1.3' as const, ...(options.ca ? { ca: options.ca } : {}) };
  const client = createHttpClient(origin, tls, options.answerWithinMs);
  const call = caller(client);
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
    account: (token, name, args, result) =>
      call('POST', accountPath(name), { token, body: args, read: (answer) => checked(result, answer) }),
    async *firstPull(token, resume) {
      const body = { protocol: protocolVersion, resume };
      const answer = await client.ask('POST', '/sync/first', { token, body });
      for await (const line of readLines(answer)) yield checkedLine(line);
    },
    openStream: (token, cursor, handlers) => openHttpStream({ origin, tls }, token, cursor, handlers),
    close: async () => client.close(),
  };
}

function caller(client: HttpClient) {
  return async <T>(
    method: Method,
    path: string,
    { read, ...question }: Question & { readonly read: (answer: unknown) => T },
  ): Promise<T> => read(await readJson(await client.ask(method, path, question)));
}

function checked<T extends z.ZodType>(schema: T, answer: unknown): z.output<T> {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new ServerFault('otherServer', 'unreadable answer');
  return parsed.data;
}
