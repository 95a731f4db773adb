import Database from 'better-sqlite3';
import { CamelCasePlugin, Kysely, SqliteDialect, sql } from 'kysely';
import type { z } from 'zod';
import { cacheMigrations } from '../../src-main/core/database/cache-migrations.ts';
import {
  type Actor,
  type Change,
  type Outcome,
  type RuleContext,
  refused,
  wouldOverwrite,
} from '../../src-shared/contract/command.ts';
import { type CommandArgs, type CommandName, commands } from '../../src-shared/contract/commands.ts';
import type { DomainReader, DomainTables, Row, TableName } from '../../src-shared/tables/registry.ts';
import { tableNames } from '../../src-shared/tables/registry.ts';
import { inTimeZone, toInstant } from '../../src-shared/values/day.ts';
import { instantAt } from '../../src-shared/values/school-clock.ts';
import { derivedId } from '../../src-shared/values/uuid.ts';
import { anId } from './builders/ids.ts';
import { anOffice, BERLIN, MONDAY } from './builders/school.ts';
import type { SeedRow } from './builders/seed-row.ts';

/** A real SQLite with the synced tables of a cache, in memory; for rules and queries. */
export interface TestCache {
  readonly db: DomainReader;
  /** Writes rows as they are; a row of the same id is replaced. */
  seed(...rows: readonly SeedRow[]): Promise<void>;
  rows<T extends TableName>(table: T): Promise<Row<T>[]>;
  apply(changes: readonly Change[]): Promise<void>;
  /** True when a new row among the changes has the id of something else. */
  takesForeignId(changes: readonly Change[]): Promise<boolean>;
  /** Does something and takes it all back. */
  trying(work: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Opens an empty cache. */
export async function openTestCache(): Promise<TestCache> {
  const file = new Database(':memory:');
  const db = new Kysely<DomainTables>({
    dialect: new SqliteDialect({ database: file }),
    plugins: [new CamelCasePlugin()],
  });
  for (const { up } of cacheMigrations) await up(db as unknown as Kysely<unknown>); // the tables they make are these
  const putRow = (table: TableName, row: object) =>
    db
      .replaceInto(table)
      .values(row as never) // the table's own row, by the type of whoever calls
      .execute();
  return {
    db: db as never as DomainReader, // the type that cannot write
    async seed(...rows) {
      for (const { table, row } of rows) await putRow(table, row);
    },
    async rows(table) {
      const all = await sql`select * from ${sql.table(table)} order by id`.execute(db);
      return all.rows as never; // rows of the table asked for
    },
    async apply(changes) {
      for (const change of changes) {
        if (change.kind === 'put') await putRow(change.table, change.row);
        else await db.deleteFrom(change.table).where('id', '=', change.id).execute();
      }
    },
    async takesForeignId(changes) {
      for (const change of changes) {
        if (change.kind !== 'put') continue;
        const stored = await db
          .selectFrom(change.table as 'student')
          .selectAll()
          .where('id', '=', change.row.id)
          .executeTakeFirst();
        if (wouldOverwrite(change, stored)) return true;
      }
      return false;
    },
    async trying(work) {
      file.exec('savepoint tried');
      try {
        await work();
      } finally {
        file.exec('rollback to tried; release tried');
      }
    },
    close: () => db.destroy(),
  };
}

/** All rows of a cache by table; two equal ones hold the same. */
export async function contentOf(cache: TestCache): Promise<Record<string, unknown[]>> {
  const content: Record<string, unknown[]> = {};
  for (const table of tableNames) content[table] = await cache.rows(table);
  return content;
}

/** Who runs a command, when, and as which entry. */
export interface EntryOptions {
  readonly actor?: Actor;
  /** `HH:MM` of {@link MONDAY}, or an instant. */
  readonly at?: string;
  readonly entryId?: string;
}

type Result<N extends CommandName> = z.output<(typeof commands)[N]['result']>;

/** Runs a command's rule on the cache without applying what it answers. */
async function decide<N extends CommandName>(
  cache: TestCache,
  name: N,
  args: CommandArgs<N>,
  options: EntryOptions = {},
): Promise<Outcome<Result<N>>> {
  const command = commands[name];
  const parsed = command.args.parse(args);
  // Name, arguments and result belong to one command; TypeScript cannot follow N through the union.
  return command.rule(contextOf(cache, options), parsed as never) as Promise<Outcome<Result<N>>>;
}

/** Runs a command as a desk does: decides on the cache and applies the changes. */
export async function run<N extends CommandName>(
  cache: TestCache,
  name: N,
  args: CommandArgs<N>,
  options: EntryOptions = {},
): Promise<Outcome<Result<N>>> {
  const outcome = await decide(cache, name, args, options);
  if (outcome.kind === 'refused') return outcome;
  if (await cache.takesForeignId(outcome.changes)) return refused('idTaken');
  await cache.apply(outcome.changes);
  return outcome;
}

/** Reason of a refusal, or `accepted`. */
export function reasonOf(outcome: Outcome<unknown>): string {
  return outcome.kind === 'refused' ? outcome.reason : 'accepted';
}

function contextOf(cache: TestCache, options: EntryOptions): RuleContext {
  const { actor = anOffice(), at = '07:40', entryId = anId() } = options;
  const occurredAt = at.length === 5 ? instantAt(MONDAY, at, BERLIN) : toInstant(Date.parse(at));
  return {
    db: cache.db,
    actor,
    occurredAt,
    now: occurredAt,
    today: inTimeZone(Date.parse(occurredAt), BERLIN).day,
    id: (n) => derivedId(entryId, n),
  };
}
