import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginDays } from '../../src-server/start/housekeeping.ts';
import type { CommandName } from '../../src-shared/contract/commands.ts';
import type { ImportStep } from '../../src-shared/roster/steps.ts';
import type { Delta } from '../../src-shared/sync/protocol.ts';
import { type TableName, tableNames } from '../../src-shared/tables/registry.ts';
import { anyArgs } from '../support/builders/any-command.ts';
import { smallSchool } from '../support/fixtures/small-school.ts';
import type { FoundedSchool, StaffName } from '../support/founded-school.ts';
import { named, plainRows, type Sight, sightOf, visibleRowsOf } from '../support/rights-oracle.ts';
import { countingIds } from '../support/test-clock.ts';
import { engines } from '../support/test-database.ts';
import { useServer } from '../support/test-server.ts';
import { ThinClient } from '../support/thin-client.ts';

const desks = ['office', 'principal', 'teacherA', 'teacherB', 'substitute', 'administrator'] as const;
type Desk = (typeof desks)[number];
/** Tables of which rows are removed, not marked. */
const removable = ['parkedCall', 'absenceMark', 'studentMembership', 'guardianMembership'] as const;
type Key = 'a1' | 'a2' | 'b1' | 'b2' | 'c1' | 'c2';
const children: readonly Key[] = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2'];

/** What can happen. Ids in `args` are those of a pattern school; they are put into the run's own before use. */
type Happening =
  | { readonly kind: 'act'; readonly who: StaffName; readonly name: CommandName; readonly args: unknown }
  | { readonly kind: 'move'; readonly child: Key; readonly className: string }
  | { readonly kind: 'leave'; readonly child: Key }
  | { readonly kind: 'midnight' }
  | { readonly kind: 'read' | 'readLate' | 'pull' | 'listen' | 'hangUp'; readonly desk: Desk };

const pattern = smallSchool(countingIds(999_999));
const freshIds = Array.from({ length: 6 }, countingIds(888_888));
const idsOf = (table: TableName) => [...(pattern.rows[table] ?? []).map((row) => row.id), ...freshIds];
const argsOf = anyArgs(idsOf, freshIds);
const oneOf = <T>(list: readonly T[]) => fc.constantFrom(...list);

const anyAct = oneOf(Object.keys(argsOf) as (keyof typeof argsOf)[]).chain((name) => {
  const args: fc.Arbitrary<unknown> = argsOf[name];
  const who = oneOf<StaffName>(['office', 'secondOffice', 'principal', 'teacherA', 'teacherB', 'substitute']);
  return fc.record({ kind: fc.constant('act' as const), who, name: fc.constant(name), args });
});
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 12, arbitrary: anyAct },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      child: oneOf(children),
      className: oneOf(['1a', '2b', '3c']),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), child: oneOf(children) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'midnight' as const }) },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: oneOf(['read', 'readLate', 'readLate', 'pull', 'listen', 'hangUp'] as const),
      desk: oneOf(desks),
    }),
  },
);

describe.each(engines)('desks on %s', (engine) => {
  const server = useServer(engine);

  it('end as the server has it, and never held what they may not (I3, I4)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 10, maxLength: 60 }), async (happenings) => {
        const run = await Run.begin(await server().newSchool(), server().clock);
        for (const one of happenings) await run.happen(one);
        await run.drain();
        for (const client of run.clients.values())
          expect(plainRows(client.rows)).toEqual(
            plainRows(await visibleRowsOf(server().parts, client.session)),
          );
      }),
      { numRuns: engine === 'sqlite' ? 15 : 5, endOnFailure: false },
    );
  }, 120_000);
});

/** One run: a school, its desks, and what they are checked against after each happening. */
class Run {
  readonly school: FoundedSchool;
  readonly clients = new Map<Desk, ThinClient>();
  readonly #clock: { set: (time: string) => void };
  readonly #ids: ReadonlyMap<string, string>;
  /** Rows that can be removed, as they were: a removed id must have hung on something visible. */
  readonly #removable = new Map<string, Record<string, unknown>>();
  #day = 24;

  private constructor(school: FoundedSchool, clock: { set: (time: string) => void }) {
    this.school = school;
    this.#clock = clock;
    this.#ids = idsFromPattern(school);
  }

  static async begin(school: FoundedSchool, clock: { set: (time: string) => void }): Promise<Run> {
    clock.set('2026-11-24T07:30');
    const run = new Run(school, clock);
    for (const desk of desks) {
      const client = await new ThinClient(school.parts, school.session(desk)).firstPull();
      await client.listen();
      run.clients.set(desk, client);
    }
    return run;
  }

  async happen(one: Happening): Promise<void> {
    await this.#rememberRemovable();
    const unread = new Map([...this.clients].map(([desk, client]) => [desk, client.inbox.length]));
    await this.#carryOut(one);
    for (const [desk, client] of this.clients) {
      const sight = await sightOf(this.school.parts, client.session);
      const known =
        (one.kind === 'read' || one.kind === 'readLate') && one.desk === desk ? 0 : unread.get(desk);
      for (const frame of client.inbox.slice(known))
        if (frame.kind === 'delta') this.#expectFit(sight, frame);
    }
  }

  #expectFit(sight: Sight, frame: Delta): void {
    for (const table of tableNames) {
      for (const row of frame.rows[table] ?? []) expectVisible(sight, table, named(table, row));
      for (const id of frame.removed[table] ?? []) this.#expectRemovable(sight, table, id);
    }
  }

  /** The faults stop: everybody reads and pulls until nothing is left. */
  async drain(): Promise<void> {
    for (const client of this.clients.values()) {
      await client.readInbox(true);
      await client.pull();
    }
  }

  async #carryOut(one: Happening): Promise<void> {
    const { school } = this;
    switch (one.kind) {
      case 'act': {
        const entry = {
          ...school.entry('roster.apply', emptyImport(school)),
          name: one.name,
          args: this.#own(one.args),
        };
        await school.send(one.who, entry);
        return;
      }
      case 'move':
        return this.#import({
          kind: 'moveStudent',
          studentId: school.students[one.child],
          className: one.className,
        });
      case 'leave':
        return this.#import({ kind: 'markLeft', studentId: school.students[one.child], on: '2026-11-23' });
      case 'midnight':
        this.#day += 1;
        this.#clock.set(`2026-11-${this.#day > 30 ? 30 : this.#day}T00:00`);
        return beginDays(school.parts);
      default:
        return this.#atDesk(one.kind, one.desk);
    }
  }

  async #atDesk(kind: 'read' | 'readLate' | 'pull' | 'listen' | 'hangUp', desk: Desk): Promise<void> {
    const client = this.clients.get(desk);
    if (!client) return;
    const sight = await sightOf(this.school.parts, client.session);
    if (kind === 'hangUp') return client.hangUp();
    if (kind === 'listen') {
      client.hangUp();
      return client.listen();
    }
    if (kind === 'read' || kind === 'readLate') return client.readInbox(kind === 'readLate');
    // What a pull brings is read now, so it must be visible now.
    client.watcher = {
      row: (table, row) => expectVisible(sight, table, named(table, row)),
      removed: (table, id) => this.#expectRemovable(sight, table, id),
    };
    await client.pull();
    client.watcher = { row: () => undefined, removed: () => undefined };
  }

  async #import(step: ImportStep): Promise<void> {
    await this.school.act('office', 'roster.apply', { ...emptyImport(this.school), steps: [step] });
  }

  async #rememberRemovable(): Promise<void> {
    for (const table of removable)
      for (const row of await this.school.all(table)) this.#removable.set(`${table} ${row.id}`, row);
  }

  #expectRemovable(sight: Sight, table: TableName, id: string): void {
    const row = this.#removable.get(`${table} ${id}`);
    // Written and removed within one happening: only drafts can be, and only their own person hears of them.
    if (row) expectVisible(sight, table, row);
  }

  /** Arguments with the pattern's ids replaced by this school's. */
  #own(args: unknown): unknown {
    const replaced = JSON.stringify(args).replace(
      /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g,
      (id) => this.#ids.get(id) ?? id,
    );
    return JSON.parse(replaced);
  }
}

function expectVisible(sight: Sight, table: TableName, row: Record<string, unknown>): void {
  if (!sight.seesRow(table, row))
    throw new Error(`${table} ${String(row.id)} reached somebody who may not see it`);
}

function emptyImport(school: FoundedSchool) {
  return { importId: school.newId(), part: 1, parts: 1, steps: [] as ImportStep[] };
}

function idsFromPattern(school: FoundedSchool): Map<string, string> {
  const ids = new Map(freshIds.map((id) => [id, school.newId()]));
  for (const table of tableNames) {
    const own = school.rows.rows[table] ?? [];
    for (const [index, row] of (pattern.rows[table] ?? []).entries())
      ids.set(row.id, own[index]?.id ?? row.id);
  }
  return ids;
}
