import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../../src-main/core/database/open-database.ts';
import { ChangeNotices } from '../../../src-main/core/dispatch/change-notices.ts';
import { OperationFailure } from '../../../src-main/core/dispatch/operation-failure.ts';
import type { CoreEnvironment } from '../../../src-main/core/environment.ts';
import { SessionManager } from '../../../src-main/core/session/session-manager.ts';
import { columnNames, type TableName, tableNames } from '../../../src-shared/tables/registry.ts';
import type { Chance } from './random.ts';
import type { SimClock } from './sim-clock.ts';
import type { SimLink } from './sim-link.ts';
import { PASSWORD, type SimPerson } from './sim-school.ts';

const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };

/** A staff core of the simulation: the real one, with its encrypted file, on a clock and a line of ours. */
export class SimDesk {
  readonly person: SimPerson;
  readonly link: SimLink;
  readonly #environment: CoreEnvironment;
  #manager: SessionManager | undefined;
  /** How far this desk's clock is ahead of the server's. */
  skewMs: number;
  /** Entries this desk has taken, in order: what must never get lost. */
  readonly taken: { readonly id: string; readonly name: string }[] = [];

  constructor(options: {
    folder: string;
    person: SimPerson;
    link: SimLink;
    clock: SimClock;
    skewMs: number;
    chance: Chance;
  }) {
    this.person = options.person;
    this.skewMs = options.skewMs;
    this.link = options.link;
    const dataFolder = join(options.folder, options.person.userName);
    mkdirSync(dataFolder, { recursive: true });
    const silent = () => undefined;
    this.#environment = {
      dataFolder,
      downtimeFolder: null,
      resourcesFolder: new URL('../../../resources', import.meta.url).pathname,
      deviceName: options.person.userName,
      server: options.link,
      clock: options.clock.skewed(() => this.skewMs),
      randomBytes: (length) => options.chance.bytes(length),
      log: { info: silent, warn: silent },
      secrets: { seal: async (bytes) => bytes, unseal: async (bytes) => bytes },
    };
  }

  get isUp(): boolean {
    return this.#manager?.open !== undefined;
  }

  /** Starts the app and signs in (or unlocks, when the server is away). @returns false when neither is possible yet */
  async start(): Promise<boolean> {
    this.#manager ??= await SessionManager.start(this.#environment, new ChangeNotices(), CHEAP);
    const result = await this.#manager.signIn({ userName: this.person.userName, password: PASSWORD });
    return result.status === 'signedIn';
  }

  /** Does a command, as the window would. @returns the entry's id, or the reason why nothing was stored */
  async submit(name: string, args: unknown): Promise<{ entryId: string } | { refused: string }> {
    const manager = this.#manager;
    const open = manager?.open;
    if (!manager || !open) return { refused: 'locked' };
    try {
      const { entry } = await open.workspace.submit(name, args);
      await manager.copies.keep(open.profile, open.workspace.cache, entry);
      this.taken.push({ id: entry.id, name });
      return { entryId: entry.id };
    } catch (error) {
      if (error instanceof OperationFailure) return { refused: error.reason };
      throw error;
    }
  }

  /** The app dies; its files stay as they are. */
  async crash(): Promise<void> {
    const manager = this.#manager;
    this.#manager = undefined;
    await manager?.close();
  }

  async idle(): Promise<void> {
    await this.#manager?.open?.workspace.engine.idle();
    await this.#manager?.delivery.idle();
  }

  /** What the app does each minute: taking away what may not be held any more today. */
  async minute(): Promise<void> {
    await this.#manager?.open?.workspace.watchDay();
  }

  poke(): void {
    this.#manager?.open?.workspace.engine.poke();
  }

  /** All rows of the synced tables, as arrays in wire order, sorted by id. */
  async rows(): Promise<Record<TableName, unknown[][]>> {
    const reader = this.#manager?.open?.workspace.cache.reader;
    if (!reader) throw new Error(`${this.person.userName} is not signed in`);
    const all = {} as Record<TableName, unknown[][]>; // filled for each table below
    for (const table of tableNames) {
      const found: Record<string, unknown>[] = await reader
        .selectFrom(table)
        .selectAll()
        .orderBy('id')
        .execute();
      all[table] = found.map((row) => columnNames(table).map((column) => row[column]));
    }
    return all;
  }

  /** Whether a text stands anywhere in what this desk has on its disk, its cache decrypted. */
  async holdsText(text: string): Promise<boolean> {
    const cache = this.#manager?.open?.workspace.cache;
    if (!cache) throw new Error(`${this.person.userName} is not signed in`);
    await cache.checkpoint();
    const raw = openDatabase(cache.file, { readOnly: true });
    const pages = raw.serialize();
    raw.close();
    const { dataFolder } = this.#environment;
    const files = readdirSync(dataFolder).map((name) => readFileSync(join(dataFolder, name)));
    return [pages, ...files].some((content) => content.includes(text));
  }

  /** Ids of entries that wait, and of those set aside for the person. */
  async outbox(): Promise<{ waiting: string[]; refused: string[] }> {
    const reader = this.#manager?.open?.workspace.cache.reader;
    if (!reader) return { waiting: [], refused: [] };
    const waiting = await reader.selectFrom('outboxEntry').select('id').execute();
    const refused = await reader.selectFrom('refusedEntry').select('id').execute();
    return { waiting: waiting.map((row) => row.id), refused: refused.map((row) => row.id) };
  }
}
