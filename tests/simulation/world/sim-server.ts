import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hash } from '@node-rs/argon2';
import { migrateServer } from '../../../src-server/database/migrate.ts';
import { openDatabase } from '../../../src-server/database/open-database.ts';
import { createServerParts, type ServerParts } from '../../../src-server/http/parts.ts';
import { beginDays } from '../../../src-server/start/housekeeping.ts';
import { tableNames } from '../../../src-shared/tables/registry.ts';
import { inTimeZone } from '../../../src-shared/values/day.ts';
import type { SimClock } from './sim-clock.ts';
import { PASSWORD, type SimSchool } from './sim-school.ts';

const KEY = '5a'.repeat(32);
/** The least argon2 takes: hashing is not what is simulated. */
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };

/** The school's server in this process, over a real encrypted file. It can crash and be restored. */
export class SimServer {
  readonly #folder: string;
  readonly #clock: SimClock;
  #parts: ServerParts | undefined;
  /** Counts starts; a link notices by it that its stream is gone. */
  life = 0;

  constructor(folder: string, clock: SimClock) {
    this.#folder = folder;
    this.#clock = clock;
  }

  /** The running server, or undefined while it is down. */
  get parts(): ServerParts | undefined {
    return this.#parts;
  }

  async start(): Promise<ServerParts> {
    const database = await openDatabase({ kind: 'sqlite', file: this.#file, key: KEY });
    await migrateServer(database.writer, database.dialect);
    const parts = await createServerParts(database, this.#clock, (message, facts) => {
      // What was being read when it crashed fails after its end, and says so to nobody.
      if (this.#parts === parts) throw new Error(`${message}: ${JSON.stringify(facts)}`);
    });
    this.#parts = parts;
    this.life += 1;
    return parts;
  }

  /** Founds the school with its people; once. */
  async found(school: SimSchool): Promise<void> {
    const parts = await this.start();
    const passwordHash = await hash(PASSWORD, CHEAP);
    const at = new Date(this.#clock.nowMs()).toISOString();
    await parts.db.transaction().execute(async (db) => {
      await db
        .insertInto('school')
        .values({
          id: 1,
          key: 'sim',
          name: 'Simulation',
          timeZone: 'Europe/Berlin',
          revision: 1,
          feedHash: 'sim',
          oldestRevision: 1,
          visibilityDay: '',
        })
        .execute();
      await db.insertInto('feed').values({ schoolId: 1, revision: 1, hash: 'sim', at }).execute();
      for (const table of tableNames) {
        const rows = school.rows[table] ?? [];
        if (rows.length > 0)
          await db
            .insertInto(table)
            .values(rows.map((row) => ({ ...row, schoolId: 1, revision: 1 })) as never)
            .execute();
      }
      await db
        .insertInto('account')
        .values(
          school.people.map(({ id, userName }) => ({
            id: `account-${userName}`,
            schoolId: 1,
            kind: 'staff' as const,
            personId: id,
            userName,
            passwordHash,
            createdAt: at,
            lockedAt: null,
          })),
        )
        .execute();
    });
    await parts.sync.groups.refreshVisibility(1);
  }

  /** Ends without a goodbye; what was not committed is gone. */
  async crash(): Promise<void> {
    const parts = this.#parts;
    this.#parts = undefined;
    await parts?.database.close();
  }

  /** The first half minute of a new day. */
  async keepHouse(): Promise<void> {
    if (this.#parts) await beginDays(this.#parts);
  }

  /** Whether a guardian must not be told anything of a child, or has nothing to do with it. */
  async isKeptFrom(guardianId: string, studentId: string): Promise<boolean> {
    const tie = await this.#parts?.db
      .selectFrom('guardianship')
      .select('id')
      .where('guardianId', '=', guardianId)
      .where('studentId', '=', studentId)
      .where('blocked', '=', 0)
      .executeTakeFirst();
    return tie === undefined;
  }

  /** Copies the file as a backup would; the server goes on. */
  async backUp(): Promise<void> {
    const target = join(this.#folder, 'backup.db');
    rmSync(target, { force: true });
    const { sql } = await import('kysely');
    if (this.#parts) await sql`vacuum into ${sql.lit(target)}`.execute(this.#parts.db);
  }

  /** Puts the backup in place of the file, as somebody would by hand. */
  async restore(): Promise<boolean> {
    const source = join(this.#folder, 'backup.db');
    if (!existsSync(source)) return false;
    await this.crash();
    for (const ending of ['', '-wal', '-shm']) rmSync(`${this.#file}${ending}`, { force: true });
    copyFileSync(source, this.#file);
    await this.start();
    return true;
  }

  get today(): string {
    return inTimeZone(this.#clock.nowMs(), 'Europe/Berlin').day;
  }

  get #file(): string {
    return join(this.#folder, 'school.db');
  }
}
