import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor, Change } from '../../../src-shared/contract/command.ts';
import { type CommandArgs, commands } from '../../../src-shared/contract/commands.ts';
import { rootIdOf } from '../../../src-shared/tables/registry.ts';
import { anyArgs, type MorningCommand } from '../../support/builders/any-command.ts';
import { anEventfulSchool, everyActor } from '../../support/builders/eventful-school.ts';
import { anId } from '../../support/builders/ids.ts';
import { contentOf, openTestCache, run, type TestCache } from '../../support/cache.ts';

const world = anEventfulSchool();
const ids = world.filter(({ table }) => table !== 'schoolSetting').map(({ row }) => row.id);
const pool = [...new Set([...ids, anId(), anId()])];
const argsOf = anyArgs(
  (wanted) => world.filter(({ table }) => table === wanted).map(({ row }) => row.id),
  pool,
);
const names = Object.keys(argsOf).filter((name): name is MorningCommand => Object.hasOwn(commands, name));

/** What another desk happens not to hold: often little, sometimes most. */
const places = world.map((_, place) => place);
const missingPlaces = fc.oneof(
  fc.subarray(places),
  fc.subarray(places, { maxLength: 3 }),
  fc.constant<number[]>([]),
);

let cache: TestCache;
beforeAll(async () => {
  cache = await openTestCache();
  await cache.seed(...world);
});
afterAll(() => cache.close());

function removalOf(place: number): Change {
  const { table = 'student', row } = world[place] ?? {};
  return { kind: 'remove', table, id: row?.id ?? '', rootId: '-' };
}

function rootOf(change: Change): string {
  return change.kind === 'put' ? rootIdOf(change.table, change.row) : change.rootId;
}

describe.each(names)('%s', (name) => {
  const tried = fc.record({
    missing: missingPlaces,
    args: argsOf[name],
    actor: fc.constantFrom(...everyActor),
  });

  test('answers on any part of the rows, changes its subjects only, and has its effect once', async () => {
    await fc.assert(
      fc.asyncProperty(tried, ({ missing, args, actor }) =>
        cache.trying(async () => {
          await cache.apply(missing.map(removalOf));
          await expectSound(name, args, { actor, entryId: anId() });
        }),
      ),
      { numRuns: 30 },
    );
  });
});

/** Refused: nothing has changed. Accepted: only the subject has, and a second time nothing more. */
async function expectSound(
  name: MorningCommand,
  args: CommandArgs<MorningCommand>,
  entry: { actor: Actor; entryId: string },
): Promise<void> {
  const before = await contentOf(cache);
  const outcome = await run(cache, name, args, entry);
  const after = await contentOf(cache);
  if (outcome.kind === 'refused') return expect(after).toEqual(before);
  commands[name].result.parse(outcome.result);
  const elsewhere = (change: Change) => 'studentId' in args && rootOf(change) !== args.studentId;
  expect(outcome.changes.filter(elsewhere)).toEqual([]);
  expect((await run(cache, name, args, entry)).kind).toBe('accepted');
  expect(await contentOf(cache)).toEqual(after);
}
