import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor, Change } from '../../../src-shared/contract/command.ts';
import { type CommandArgs, commands } from '../../../src-shared/contract/commands.ts';
import { rootIdOf } from '../../../src-shared/tables/registry.ts';
import {
  aConcern,
  aDuty,
  aLeaveRequest,
  anAbsence,
  anAttempt,
  aReport,
  aRollCallMark,
  aWaitingReport,
} from '../../support/builders/absences.ts';
import { anyArgs, type MorningCommand } from '../../support/builders/any-command.ts';
import { anId } from '../../support/builders/ids.ts';
import {
  aClass,
  aFreePeriod,
  anInboxMessage,
  anOffice,
  aParkedCall,
  aPrincipal,
  aRollCall,
  aSetting,
  MONDAY,
  TUESDAY,
} from '../../support/builders/school.ts';
import { inTable } from '../../support/builders/seed.ts';
import type { SeedRow } from '../../support/builders/seed-row.ts';
import { aGuardian, aGuardianship, aStudent } from '../../support/builders/students.ts';
import { contentOf, openTestCache, run, type TestCache } from '../../support/cache.ts';

const guardian = aGuardian();
const actors: readonly Actor[] = [
  anOffice(),
  aPrincipal(),
  { id: anId(), role: 'teacher', name: 'Jan Petersen' },
  { id: guardian.id, role: 'guardian', name: 'Aylin Yılmaz' },
];

/** A school in which something of every kind has happened to two children. */
function everythingOf(): SeedRow[] {
  const schoolClass = aClass();
  const rows: SeedRow[] = [
    inTable('schoolClass', schoolClass),
    inTable('guardian', guardian),
    inTable('freePeriod', aFreePeriod()),
    inTable('inboxMessage', anInboxMessage()),
    inTable('parkedCall', aParkedCall({ staffId: anOffice().id })),
    inTable('rollCall', aRollCall({ classId: schoolClass.id })),
    aSetting('timeZone', 'Nowhere/Land'),
    aSetting('leaveLimitDays', 'viele'),
  ];
  for (const classId of [schoolClass.id, null]) {
    const { id: studentId, ...student } = aStudent({ classId });
    const [kept, withdrawn] = [
      anAbsence({ studentId, untilDay: TUESDAY }),
      anAbsence({ studentId, withdrawn: 1 }),
    ];
    const illness = { illness: 'measles', notedAt: '2026-11-23T07:00:00.000Z', healthOfficeNotifiedAt: null };
    rows.push(
      inTable('student', { id: studentId, ...student }),
      inTable('guardianship', aGuardianship({ studentId, guardianId: guardian.id })),
      inTable('absence', kept),
      inTable('absence', withdrawn),
      inTable('absenceAlias', { id: anId(), studentId, absenceId: kept.id }),
      inTable('absenceNotifiable', { id: kept.id, studentId, ...illness }),
      inTable('absenceReport', aReport({ studentId, absenceId: kept.id })),
      inTable('absenceReport', aReport({ studentId, absenceId: withdrawn.id, state: 'withdrawn' })),
      inTable('absenceReport', aWaitingReport({ studentId })),
      inTable('absenceReport', aReport({ studentId, state: 'rejected' })),
      inTable('certificateDuty', aDuty({ studentId })),
      inTable('leaveRequest', aLeaveRequest({ studentId })),
      inTable('leaveRequest', aLeaveRequest({ studentId, state: 'granted', absenceId: kept.id })),
      inTable('leaveRequest', aLeaveRequest({ studentId, state: 'declined' })),
      inTable('rollCallMark', aRollCallMark({ studentId, day: MONDAY })),
      inTable('contactAttempt', anAttempt({ studentId })),
      inTable('caseConcern', aConcern({ studentId })),
    );
  }
  return rows;
}

const world = everythingOf();
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
  const tried = fc.record({ missing: missingPlaces, args: argsOf[name], actor: fc.constantFrom(...actors) });

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
