import type { z } from 'zod';
import { makeSealingKeyPair, openBox } from '../../../src-main/core/outbox/seal.ts';
import type {
  PullRequest,
  PushRequest,
  ServerTransport,
  SignInRequest,
  StreamHandlers,
} from '../../../src-main/core/sync/server-transport.ts';
import { ServerFault, type ServerFaultKind } from '../../../src-main/core/sync/server-transport.ts';
import type { RefusalReason } from '../../../src-shared/contract/command.ts';
import type {
  Delta,
  Entry,
  FirstPullLine,
  Grant,
  SealedBox,
  SignInResponse,
} from '../../../src-shared/sync/protocol.ts';
import { protocolVersion } from '../../../src-shared/sync/protocol.ts';
import { at, TUESDAY } from '../builders/school.ts';
import { office } from './desk-cache.ts';
import type { ModelSchool } from './model-school.ts';

/** A server in memory that misbehaves on demand. What it does with entries is what the real one does. */
export class FakeServer implements ServerTransport {
  readonly url = 'https://schule.example';
  readonly school: ModelSchool;
  readonly keys = makeSealingKeyPair();
  serverId = '0198c0de-0000-7000-8000-00000000aaaa';
  protocols = [protocolVersion];
  setUp = true;
  password = 'Linde-1';
  /** Nothing gets through. */
  down = false;
  revoked = false;
  throttled = 0;
  /** Tokens that are good. */
  readonly tokens = new Set<string>();
  /** The schools it keeps, where there are several, and which were named at each sign-in. */
  schools: { id: string; key: string; name: string }[] = [];
  readonly schoolKeys: (string | null)[] = [];
  /** The password was made by somebody else. */
  oneTime = false;
  /** What has been asked about accounts, and what is answered. */
  readonly accountsAsked: { name: string; args: unknown }[] = [];
  accountAnswer: unknown = { accounts: [] };
  /** Refused entries whose last copy came by delivery. */
  readonly handedOver: Entry[] = [];
  /** Answers a push refuses with, by entry name. */
  readonly refuse = new Map<string, RefusalReason>();
  /** Calls in order, for looking at afterwards. */
  readonly calls: string[] = [];
  readonly streams = new Set<StreamHandlers>();
  streaming = true;
  grants: Grant[] = [{ facet: 'student.core', rootId: '*', untilDay: null }];
  #faults = new Map<string, ServerFaultKind[]>();
  #loseAnswers = 0;
  #cutFirstPullAfter: number | undefined;
  #lastToken = 0;

  constructor(school: ModelSchool) {
    this.school = school;
    school.onDelta = (delta) => {
      if (this.streaming) for (const stream of this.streams) stream.onFrame(delta);
    };
  }

  /** The next calls of this name fail so. */
  fail(call: string, ...kinds: ServerFaultKind[]): void {
    this.#faults.set(call, [...(this.#faults.get(call) ?? []), ...kinds]);
  }

  /** The next pushes are done, but their answers get lost. */
  loseAnswers(count: number): void {
    this.#loseAnswers = count;
  }

  /** The next first pull breaks off after so many lines. */
  cutFirstPullAfter(lines: number): void {
    this.#cutFirstPullAfter = lines;
  }

  async identity() {
    this.#begin('identity');
    const { serverId, protocols, setUp, schools } = this;
    const { publicKey: sealingKey } = this.keys;
    return { product: 'postmappe' as const, protocols, serverId, setUp, schools, sealingKey };
  }

  async signIn({ userName, password, newPassword, schoolKey }: SignInRequest): Promise<SignInResponse> {
    this.#begin('signIn');
    if (this.revoked) return { status: 'revoked' };
    if (this.throttled > 0) return { status: 'throttled', retryInSeconds: this.throttled };
    const isKnown = this.schools.length === 0 || this.schools.some(({ key }) => key === schoolKey);
    if (password !== this.password || !isKnown) return { status: 'wrong' };
    this.schoolKeys.push(schoolKey);
    if (this.oneTime && newPassword === undefined) return { status: 'ownPasswordNeeded' };
    if (newPassword !== undefined) {
      this.password = newPassword;
      this.oneTime = false;
      this.tokens.clear();
    }
    this.#lastToken += 1;
    const token = `token-${this.#lastToken}`;
    this.tokens.add(token);
    const { userName: _, ...person } = this.school.personNamed(userName);
    return {
      status: 'signedIn',
      token,
      expiresAt: at('07:00', TUESDAY),
      delegation: `delegation of ${person.id}`,
      person,
      school: office.school,
      serverTime: at('07:40'),
    };
  }

  async signOut(token: string) {
    this.tokens.delete(token);
  }

  async account<T extends z.ZodType>(token: string, name: string, args: unknown, result: T) {
    this.#begin('account', token);
    this.accountsAsked.push({ name, args });
    return result.parse(this.accountAnswer);
  }

  async push(token: string, { entries }: PushRequest) {
    this.#begin('push', token);
    const answers = [];
    for (const entry of entries) answers.push(await this.#decide(entry as Entry));
    if (this.#loseAnswers > 0) {
      this.#loseAnswers -= 1;
      throw new ServerFault('away', 'answer lost');
    }
    return { answers };
  }

  async pull(token: string, { cursor, awaiting = [] }: PullRequest) {
    this.#begin('pull', token);
    const delta = this.school.since(cursor);
    if (!delta) return { kind: 'resync' as const };
    const status = (id: string) => this.school.answers.get(id)?.status;
    const settled = awaiting.filter((id) => status(id) === 'applied');
    const missing = awaiting.filter((id) => status(id) === undefined);
    return { ...delta, settles: [...new Set([...delta.settles, ...settled])], missing };
  }

  async *firstPull(token: string, resume: string | null): AsyncGenerator<FirstPullLine> {
    this.#begin(resume === null ? 'firstPull' : 'firstPull resumed', token);
    let lines = 0;
    for await (const line of this.school.firstPull(resume, this.grants)) {
      if (this.#cutFirstPullAfter !== undefined && lines >= this.#cutFirstPullAfter) {
        this.#cutFirstPullAfter = undefined;
        throw new ServerFault('away', 'cut');
      }
      yield line;
      lines += 1;
    }
  }

  async deliver({ sealed }: { sealed: SealedBox[] }) {
    this.#begin('deliver');
    const outcomes = [];
    for (const one of sealed) outcomes.push({ id: one.id, outcome: await this.#outcomeOf(one) });
    return { outcomes };
  }

  /** A refused last copy goes to the office, whose handovers are not played here: it is noted. */
  async #outcomeOf({ box, lastCopy }: SealedBox): Promise<'done' | 'refused' | 'unreadable'> {
    const opened = openBox(this.keys, box);
    if (!opened) return 'unreadable';
    const answer = await this.#decide(opened.entry);
    if (answer.status === 'applied') return 'done';
    if (lastCopy) this.handedOver.push(opened.entry);
    return lastCopy ? 'done' : 'refused';
  }

  openStream(token: string, cursor: string, handlers: StreamHandlers) {
    this.calls.push('stream');
    if (this.down || !this.tokens.has(token)) {
      const fault = new ServerFault(this.down ? 'away' : 'signedOut');
      queueMicrotask(() => handlers.onClosed(fault));
    } else {
      this.streams.add(handlers);
      if (cursor !== this.school.cursor) handlers.onFrame({ kind: 'poke' });
    }
    return { close: () => void this.streams.delete(handlers) };
  }

  /** Sends a delta on all streams, whatever it says. */
  emit(frame: Delta | { kind: 'poke' }): void {
    for (const stream of this.streams) stream.onFrame(frame);
  }

  /** All streams break. */
  breakStreams(): void {
    for (const stream of [...this.streams]) {
      this.streams.delete(stream);
      stream.onClosed(new ServerFault('away'));
    }
  }

  async #decide(entry: Entry) {
    return this.school.decide(entry, this.refuse.get(entry.name));
  }

  #begin(call: string, token?: string): void {
    this.calls.push(call);
    if (this.down) throw new ServerFault('away');
    const fault = this.#faults.get(call.split(' ')[0] ?? call)?.shift();
    if (fault) throw new ServerFault(fault);
    if (token !== undefined && !this.tokens.has(token)) throw new ServerFault('signedOut');
  }
}
