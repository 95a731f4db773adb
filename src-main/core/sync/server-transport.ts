import type { z } from 'zod';
import type { AccountOperation } from '../../../src-shared/accounts/contract.ts';
import type {
  deliverRequestSchema,
  deliverResponseSchema,
  FirstPullLine,
  identitySchema,
  PullResponse,
  pullRequestSchema,
  pushRequestSchema,
  pushResponseSchema,
  SignInResponse,
  StreamFrame,
  signInRequestSchema,
} from '../../../src-shared/sync/protocol.ts';

/**
 * What can go wrong between a desk and its server.
 * `away`: no answer; `untrusted`: something answers, without a certificate this desk trusts, and was told
 * nothing; `signedOut`: the token is no longer good; `updateNeeded`: no common protocol;
 * `otherServer`: it answers, but not as the server this desk belongs to (or not in its language at all);
 * `busy`: try again later; `noSpace`: the server's disk is full; `notTaken`: it can't read what it was sent.
 */
export type ServerFaultKind =
  | 'away'
  | 'untrusted'
  | 'signedOut'
  | 'updateNeeded'
  | 'otherServer'
  | 'busy'
  | 'noSpace'
  | 'notTaken';

/** The one error a {@link ServerTransport} throws. */
export class ServerFault extends Error {
  readonly kind: ServerFaultKind;
  constructor(kind: ServerFaultKind, detail = '') {
    super(detail ? `server ${kind}: ${detail}` : `server ${kind}`);
    this.name = 'ServerFault';
    this.kind = kind;
  }
}

export type ServerIdentity = z.output<typeof identitySchema>;
export type SignInRequest = z.input<typeof signInRequestSchema>;
export type PushRequest = z.input<typeof pushRequestSchema>;
export type PushResponse = z.output<typeof pushResponseSchema>;
export type PullRequest = z.input<typeof pullRequestSchema>;
export type DeliverRequest = z.input<typeof deliverRequestSchema>;
export type DeliverResponse = z.output<typeof deliverResponseSchema>;

/** What happens on an open stream. `onClosed` comes exactly once, also when it could not be opened. */
export interface StreamHandlers {
  onFrame(frame: StreamFrame): void;
  onClosed(fault: ServerFault): void;
}

/**
 * The way to the school's server. Every answer has been checked against the protocol's schemas before it is
 * returned (a wrong or hostile server must not write into a cache). Throws {@link ServerFault} and nothing else.
 */
export interface ServerTransport {
  readonly url: string;
  identity(): Promise<ServerIdentity>;
  signIn(body: SignInRequest): Promise<SignInResponse>;
  signOut(token: string): Promise<void>;
  push(token: string, body: PushRequest): Promise<PushResponse>;
  pull(token: string, body: PullRequest): Promise<PullResponse>;
  /** Lines as they arrive. `resume` goes on behind an earlier line. Leaving the loop ends the transfer. */
  firstPull(token: string, resume: string | null): AsyncIterable<FirstPullLine>;
  /** Needs no token: each box proves its author. */
  deliver(body: DeliverRequest): Promise<DeliverResponse>;
  /** Asks for something about accounts; `result` checks what comes back. */
  account<T extends z.ZodType>(
    token: string,
    name: AccountOperation,
    args: unknown,
    result: T,
  ): Promise<z.output<T>>;
  openStream(token: string, cursor: string, handlers: StreamHandlers): { close(): void };
}
