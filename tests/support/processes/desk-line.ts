import { WebSocket } from 'ws';
import {
  type Response as CoreResponse,
  changeNoticeSchema,
  responseSchema,
} from '../../../src-shared/contract/message.ts';
import type {
  OperationArgs,
  OperationResult,
  StaffContract,
} from '../../../src-shared/contract/staff-contract.ts';

type Operation = keyof StaffContract;

const PATIENCE_MS = 30_000;

/** What a window does on its WebSocket, without a window: ask the core, and hear that something changed. */
export class DeskLine {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (response: CoreResponse) => void>();
  readonly #listeners = new Set<() => void>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#hear(JSON.parse(String(data))));
    socket.on('error', () => socket.terminate());
  }

  /** Goes through the door as a browser does: the token for a cookie, the cookie for a WebSocket. */
  static async enter(address: string): Promise<DeskLine> {
    const answer = await fetch(address, { redirect: 'manual' });
    const cookie = answer.headers.get('set-cookie')?.split(';')[0];
    if (!cookie) throw new Error(`The app did not let us in: ${answer.status}`);
    return DeskLine.join(new URL(address).origin, cookie);
  }

  /** Opens a line with the cookie of a window that is already in. */
  static async join(origin: string, cookie: string): Promise<DeskLine> {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/core`, {
      headers: { cookie, origin },
    });
    const line = new DeskLine(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return line;
  }

  /** Asks the core; a failure is an answer, too. */
  ask<N extends Operation>(operation: N, args: OperationArgs<N>): Promise<CoreResponse> {
    this.#lastId += 1;
    const id = this.#lastId;
    this.#socket.send(JSON.stringify({ id, operation, args }));
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  /** Asks the core for what must work. While a damaged cache is made anew it waits, as a window does. */
  async get<N extends Operation>(operation: N, args: OperationArgs<N>): Promise<OperationResult<N>> {
    const changed = this.#nextChange();
    const response = await this.ask(operation, args);
    const remaking = !response.ok && response.reason === 'cacheDamaged';
    if (remaking && (await changed(PATIENCE_MS))) return this.get(operation, args);
    if (!response.ok) throw new Error(`${operation}: ${response.kind} ${response.reason}`);
    // The core has checked it against the operation's own schema.
    return response.result as OperationResult<N>;
  }

  /** Asks again at each change until the answer is as wanted. @returns that answer */
  async until<N extends Operation>(
    operation: N,
    args: OperationArgs<N>,
    wanted: (result: OperationResult<N>) => boolean,
  ): Promise<OperationResult<N>> {
    const began = performance.now();
    for (;;) {
      const changed = this.#nextChange();
      const result = await this.get(operation, args);
      if (wanted(result)) return result;
      const left = PATIENCE_MS - (performance.now() - began);
      if (left <= 0 || !(await changed(left)))
        throw new Error(`${operation} stayed as it is: ${JSON.stringify(result).slice(0, 1500)}`);
    }
  }

  /** Waits until this desk and the server agree and nothing waits. */
  async synchronous(): Promise<void> {
    await this.until('sync.state', {}, ({ state, pending }) => state === 'synchronous' && pending === 0);
  }

  close(): void {
    this.#socket.terminate();
  }

  #nextChange(): (withinMs: number) => Promise<boolean> {
    let hear = () => {};
    const heard = new Promise<boolean>((resolve) => {
      hear = () => resolve(true);
    });
    this.#listeners.add(hear);
    return async (withinMs) => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<boolean>((resolve) => {
        timer = setTimeout(() => resolve(false), withinMs);
      });
      const inTime = await Promise.race([heard, late]);
      clearTimeout(timer);
      this.#listeners.delete(hear);
      return inTime;
    };
  }

  #hear(message: unknown): void {
    if (changeNoticeSchema.safeParse(message).success) {
      for (const listener of [...this.#listeners]) listener();
      return;
    }
    const response = responseSchema.parse(message);
    this.#waiting.get(response.id)?.(response);
    this.#waiting.delete(response.id);
  }
}
