import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PASSWORD, DemoServer, type DemoServerOptions } from './demo-server.ts';
import { DeskApp, type DeskAppOptions } from './desk-app.ts';

interface Endable {
  kill(): Promise<void>;
}

/** One test's machines: server and desks in folders of their own, all gone when it ends. */
export class Stage {
  readonly folder = mkdtempSync(join(tmpdir(), 'postmappe-stage-'));
  readonly #running: Endable[] = [];

  /** A file with the demo people's password. */
  readonly passwordFile: string;

  constructor() {
    this.passwordFile = join(this.folder, 'password');
    writeFileSync(this.passwordFile, `${DEMO_PASSWORD}\n`, { mode: 0o600 });
  }

  /** A server with the demo school. */
  async server(options: Partial<DemoServerOptions> = {}): Promise<DemoServer> {
    const data = options.data ?? join(this.folder, `server-${this.#running.length}`);
    return this.keep(await DemoServer.start({ ...options, data }));
  }

  /** A desk; with a user name somebody is signed in at once. */
  async desk(
    server: Pick<DemoServer, 'url'>,
    userName: string | null,
    options: Partial<DeskAppOptions> = {},
  ): Promise<DeskApp> {
    const data = options.data ?? join(this.folder, `desk-${this.#running.length}`);
    const as = userName === null ? {} : { as: { userName, passwordFile: this.passwordFile } };
    return this.keep(await DeskApp.start({ server: server.url, data, ...as, ...options }));
  }

  /** Ends something of the test's own with the rest, latest first. */
  keep<T extends Endable>(one: T): T {
    this.#running.push(one);
    return one;
  }

  /** Ends everything and takes the folders away. */
  async end(): Promise<void> {
    for (const one of this.#running.splice(0).reverse()) await one.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
