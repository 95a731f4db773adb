import { type AddressInfo, createServer, type Server, type Socket, connect as tcpConnect } from 'node:net';

/** A cable between desk and server that can be pulled. Knows nothing of HTTP but how a push begins. */
export class Wire {
  readonly #server: Server;
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  readonly #target: number;
  #swallow = false;

  private constructor(target: number) {
    this.#target = target;
    this.#server = createServer((near) => this.#join(near));
  }

  /** Lays a cable to a port of this machine. */
  static async lay(target: number): Promise<Wire> {
    const wire = new Wire(target);
    await new Promise<void>((resolve) => wire.#server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  get url(): string {
    // A server that listens on a port has an address with one.
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Breaks all connections; new ones work. */
  cut(): void {
    for (const [near, far] of this.#pairs) {
      near.destroy();
      far.destroy();
    }
  }

  /** The server will hear the next push, but nobody hears its answer. */
  swallowNextAnswer(): void {
    this.#swallow = true;
  }

  async kill(): Promise<void> {
    this.cut();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
  }

  #join(near: Socket): void {
    const far = tcpConnect(this.#target, '127.0.0.1');
    const pair = [near, far] as const;
    this.#pairs.add(pair);
    let swallowing = false;
    near.on('data', (data) => {
      if (this.#swallow && data.includes('POST /sync/push')) {
        this.#swallow = false;
        swallowing = true;
      }
      far.write(data);
    });
    far.on('data', (data) => {
      if (swallowing) near.destroy();
      else near.write(data);
    });
    for (const [one, other] of [pair, [far, near] as const]) {
      one.on('error', () => one.destroy());
      one.on('close', () => {
        other.destroy();
        this.#pairs.delete(pair);
      });
    }
  }
}
