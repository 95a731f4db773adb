import { Program } from './program.ts';

/** The morning of the demo: a Tuesday, fourteen minutes past eight. */
export const DEMO_NOW = '2026-11-24T08:14';
export const DEMO_DAY = '2026-11-24';
export const DEMO_PASSWORD = 'Linde-Bach-7';

export interface DemoServerOptions {
  /** Its data folder; kept over restarts. */
  readonly data: string;
  readonly port?: number;
  readonly demo?: 'small' | 'large';
  /** Where its clock starts; {@link DEMO_NOW} if nothing is said. */
  readonly now?: string;
}

/** The on-site server with the demo school, as a process that can be killed and started again. */
export class DemoServer {
  #options: DemoServerOptions;
  #program: Program;
  url = '';

  private constructor(options: DemoServerOptions) {
    this.#options = options;
    this.#program = this.#spawn(options.port ?? 0);
  }

  /** Starts it and waits until it listens. */
  static async start(options: DemoServerOptions): Promise<DemoServer> {
    const server = new DemoServer(options);
    await server.#listening();
    return server;
  }

  get data(): string {
    return this.#options.data;
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  get output(): string {
    return this.#program.output;
  }

  /** SIGKILL. */
  kill(): Promise<void> {
    return this.#program.kill();
  }

  /** SIGTERM; closes its database. */
  stop(): Promise<number | string> {
    return this.#program.stop();
  }

  /** Starts it again, on the same data and the same port; its clock may start somewhere else. */
  async restart(now?: string): Promise<void> {
    await this.#program.kill();
    if (now !== undefined) this.#options = { ...this.#options, now };
    this.#program = this.#spawn(this.port);
    await this.#listening();
  }

  async #listening(): Promise<void> {
    this.url = (await this.#program.line(/^listening on (\S+)/))[1] ?? '';
  }

  #spawn(port: number): Program {
    const { data, demo = 'small', now = DEMO_NOW } = this.#options;
    const args = ['src-server/main.ts', '--data', data, '--port', String(port)];
    args.push('--demo', demo, '--demo-password', DEMO_PASSWORD, '--demo-now', now);
    return new Program(args);
  }
}
