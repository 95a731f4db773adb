import { DEMO_NOW } from './demo-server.ts';
import { DeskLine } from './desk-line.ts';
import { Program } from './program.ts';

export interface DeskAppOptions {
  readonly server: string;
  /** Its data folder; kept over restarts. */
  readonly data: string;
  /** Somebody who is signed in by the app itself, with a file that holds the password. */
  readonly as?: { readonly userName: string; readonly passwordFile: string } | undefined;
  readonly port?: number;
  /** Where the sheets for a morning without computers are laid, by default in the data folder. */
  readonly downtimeFolder?: string;
  /** Where its clock starts; the demo server's if nothing is said. */
  readonly now?: string;
}

/** The staff app in its browser host, as a process that can be killed and started again. */
export class DeskApp {
  #options: DeskAppOptions;
  #program: Program;
  /** Lets one window in, once. */
  address = '';

  private constructor(options: DeskAppOptions) {
    this.#options = options;
    this.#program = startApp(options);
  }

  /** Starts it and waits until a window could open. */
  static async start(options: DeskAppOptions): Promise<DeskApp> {
    const app = new DeskApp(options);
    await app.#ready();
    return app;
  }

  /** What it was started with last. */
  get options(): DeskAppOptions {
    return this.#options;
  }

  get data(): string {
    return this.#options.data;
  }

  get origin(): string {
    return new URL(this.address).origin;
  }

  get output(): string {
    return this.#program.output;
  }

  /** A line to its core, as the window has one. Only one window or line can use an address. */
  openLine(): Promise<DeskLine> {
    return DeskLine.enter(this.address);
  }

  /** SIGKILL. */
  kill(): Promise<void> {
    return this.#program.kill();
  }

  stop(): Promise<number | string> {
    return this.#program.stop();
  }

  /** Starts it again on the same data folder; `changes` replaces options from now on. */
  async restart(changes: Partial<DeskAppOptions> = {}): Promise<void> {
    // Never two apps on one folder, and none that nobody ends.
    await this.#program.kill();
    this.#options = { ...this.#options, ...changes };
    this.#program = startApp(this.#options);
    await this.#ready();
  }

  /** The PC is handed over: the app ends properly and starts with another person. */
  async restartAs(userName: string): Promise<void> {
    const passwordFile = this.#options.as?.passwordFile;
    if (passwordFile === undefined) throw new Error('This desk knows no password.');
    await this.stop();
    await this.restart({ as: { userName, passwordFile } });
  }

  async #ready(): Promise<void> {
    this.address = (await this.#program.line(/^Postmappe: (http\S+)/))[1] ?? '';
  }
}

/** Starts the app and does not wait for anything: for starts that fail. */
export function startApp({
  server,
  data,
  as,
  port,
  downtimeFolder,
  now = DEMO_NOW,
}: DeskAppOptions): Program {
  const args = ['src-main/hosts/browser/main.mjs', '--server', server, '--data', data, '--no-open'];
  args.push('--demo-now', now);
  if (port !== undefined) args.push('--port', String(port));
  if (downtimeFolder !== undefined) args.push('--downtime-folder', downtimeFolder);
  if (as) args.push('--sign-in', as.userName, '--password-file', as.passwordFile);
  return new Program(args);
}
