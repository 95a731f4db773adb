import { FakePort } from './fake-ports.ts';

/** A message on its way between two processes: for which port, and which ports come along. Port 0 is the parent's. */
export interface Relayed {
  readonly port: number;
  readonly message: unknown;
  readonly ports: readonly number[];
}

/** An end of a channel whose other end lies in another process. */
export class RelayPort extends FakePort {
  readonly id: number;
  readonly #send: (relayed: Relayed) => void;

  constructor(id: number, send: (relayed: Relayed) => void) {
    super();
    this.id = id;
    this.#send = send;
  }

  override postMessage(message: unknown): void {
    this.#send({ port: this.id, message, ports: [] });
  }
}
