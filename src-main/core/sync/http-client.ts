import { Agent as HttpAgent, type IncomingMessage, request as plainRequest } from 'node:http';
import { Agent as HttpsAgent, request as tlsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { faultOfFailure, faultOfStatus } from './http-faults.ts';
import { ServerFault } from './server-transport.ts';

const CONNECT_WITHIN_MS = 4000;
/** Without a word for so long, before or within an answer, the server counts as away. */
const ANSWER_WITHIN_MS = 20_000;
/** A connection nobody needs is given up before a server or a proxy on the way closes it under a question. */
const KEEP_IDLE_MS = 4000;

export type Method = 'GET' | 'POST' | 'DELETE';

export interface Question {
  readonly token?: string | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** Asks one server over connections that are kept. Node's own client: no redirects, no cookies, no cache. */
export interface HttpClient {
  /** Resolves with the body of a successful answer, still to be read. @throws {ServerFault} */
  ask(method: Method, path: string, question: Question): Promise<AsyncIterable<Buffer>>;
  close(): void;
}

export interface TlsChoices {
  readonly minVersion: 'TLSv1.3';
  /** The school's own certificate authority (PEM). */
  readonly ca?: string;
}

/**
 * @param origin `http://…` or `https://…`
 * @param answerWithinMs a shorter patience, for tests
 */
export function createHttpClient(
  origin: string,
  tls: TlsChoices,
  answerWithinMs = ANSWER_WITHIN_MS,
): HttpClient {
  const kept = { keepAlive: true, timeout: KEEP_IDLE_MS };
  const isTls = origin.startsWith('https:');
  const agent = isTls ? new HttpsAgent({ ...kept, ...tls }) : new HttpAgent(kept);
  const request = isTls ? tlsRequest : plainRequest;
  const ask: HttpClient['ask'] = (method, path, { token, body }) =>
    new Promise((resolve, reject) => {
      const headers = {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      };
      const asked = request(`${origin}${path}`, { method, agent, headers, timeout: answerWithinMs });
      asked.on('socket', (socket) => limitConnecting(socket, isTls));
      asked.on('timeout', () => asked.destroy(new ServerFault('away', 'silent')));
      asked.on('error', (error: NodeJS.ErrnoException) => {
        // The server had given up the kept connection. Asking twice is harmless: entries are told apart by id.
        if (asked.reusedSocket && error.code === 'ECONNRESET') resolve(ask(method, path, { token, body }));
        else reject(faultOfFailure(error));
      });
      asked.on('response', (answer) => {
        if (isSuccess(answer)) return resolve(answer);
        answer.resume(); // read to its end, so that the connection can be used again
        reject(faultOfStatus(answer.statusCode ?? 0));
      });
      asked.end(body === undefined ? undefined : JSON.stringify(body));
    });
  return { ask, close: () => agent.destroy() };
}

function isSuccess({ statusCode = 0 }: IncomingMessage): boolean {
  return statusCode >= 200 && statusCode < 300;
}

function limitConnecting(socket: Socket, isTls: boolean): void {
  if (!socket.connecting) return;
  const timer = setTimeout(() => socket.destroy(new ServerFault('away', 'no connection')), CONNECT_WITHIN_MS);
  const stop = () => clearTimeout(timer);
  socket.once(isTls ? 'secureConnect' : 'connect', stop).once('close', stop);
}
