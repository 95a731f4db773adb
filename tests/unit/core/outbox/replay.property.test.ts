import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDatabase, type RawDatabase } from '../../../../src-main/core/database/open-database.ts';
import { createReplayWorld, type ReplayWorld } from './replay-world.ts';

/** What can happen at a desk, in any order; numbers choose among what is there. */
type Happening = (world: ReplayWorld) => Promise<unknown>;

const number = fc.nat(1000);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: number.map(
      (n): Happening =>
        (world) =>
          world.submitSomething(n),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.boolean(), fc.nat(9)).map(
      ([count, answerLost, refusals]): Happening =>
        (world) =>
          world.push(count, { answerLost, refusals }),
    ),
  },
  { weight: 3, arbitrary: number.map((): Happening => (world) => world.pull()) },
  {
    weight: 3,
    arbitrary: number.map(
      (n): Happening =>
        (world) =>
          world.otherDeskActs(n),
    ),
  },
  {
    weight: 1,
    arbitrary: number.map(
      (n): Happening =>
        (world) =>
          world.rowIsRemoved(n),
    ),
  },
  {
    weight: 1,
    arbitrary: number.map(
      (n): Happening =>
        (world) =>
          world.rightEndsAndReturns(n),
    ),
  },
);

/** I1 in small: whatever is committed, an unsettled call is to be seen as long as its child is. */
function hiddenCalls(raw: RawDatabase): unknown[] {
  return raw
    .prepare(
      `select id from outbox_entry
       where name = 'absences.record'
         and exists (select 1 from student where student.id = args ->> 'studentId')
         and not exists (select 1 from absence_report where absence_report.id = args ->> 'reportId')`,
    )
    .all();
}

test('R07, I3: whatever happens in whatever order, nothing flickers and desk and server end alike', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 40 }), async (happenings) => {
      const world = await createReplayWorld();
      const raw = openDatabase(world.cache.file, { readOnly: true });
      const hidden: unknown[] = [];
      world.cache.onCommit(() => hidden.push(...hiddenCalls(raw)));
      try {
        for (const happens of happenings) await happens(world);
        await world.settleEverything();
        expect(hidden).toEqual([]);
        expect(await world.deskContent()).toEqual(await world.serverContent());
        expect(await world.leftovers()).toEqual({ outbox: 0, beforeImages: 0 });
        expect(await world.unaccounted()).toEqual([]);
      } finally {
        raw.close();
        await world.close();
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
