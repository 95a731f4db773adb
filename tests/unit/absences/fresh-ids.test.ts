import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importStepSchema } from '../../../src-shared/roster/steps.ts';
import { anyArgs, type MorningCommand } from '../../support/builders/any-command.ts';
import { anEventfulSchool, everyActor } from '../../support/builders/eventful-school.ts';
import { freshIds, isItsOwn } from '../../support/builders/fresh-ids.ts';
import { anId } from '../../support/builders/ids.ts';
import { contentOf, openTestCache, reasonOf, run, type TestCache } from '../../support/cache.ts';

const world = anEventfulSchool();
const ids = world.filter(({ table }) => table !== 'schoolSetting').map(({ row }) => row.id);
const argsOf = anyArgs(
  (wanted) => world.filter(({ table }) => table === wanted).map(({ row }) => row.id),
  [...new Set(ids)],
);
const names = Object.keys(argsOf).filter((name): name is MorningCommand => name in freshIds);
const beginning = names.filter((name) => freshIds[name].length > 0);

let cache: TestCache;
beforeAll(async () => {
  cache = await openTestCache();
  await cache.seed(...world);
});
afterAll(() => cache.close());

describe.each(beginning)('%s', (name) => {
  const tried = fc.record({ args: argsOf[name], actor: fc.constantFrom(...everyActor) });

  test('never overwrites what its fresh ids already belong to', async () => {
    await fc.assert(
      fc.asyncProperty(tried, ({ args, actor }) =>
        cache.trying(async () => {
          const before = await contentOf(cache);
          await run(cache, name, args, { actor });
          const after = await contentOf(cache);
          const values: Readonly<Record<string, unknown>> = args;
          for (const [argument, table] of freshIds[name]) {
            const named = ({ id }: { id: unknown }) => id === values[argument];
            const [stood] = rowsOf(before, table).filter(named);
            const stands = rowsOf(after, table).filter(named);
            if (stood && !isItsOwn(table, stood, values, actor.id)) expect(stands).toEqual([stood]);
            // A report that joins the absence it names leaves alone what was decided about it.
            if (stood && table === 'absence') expect(stands).toMatchObject([decidedOf(stood)]);
          }
          expect(shadowedAliases(after)).toEqual(shadowedAliases(before));
        }),
      ),
      { numRuns: 60 },
    );
  });
});

test('an import begins nobody under an id that is somebody’s', async () => {
  const id = fc.constantFrom(...ids);
  const words = { givenName: 'Neu', familyName: 'Dazu' };
  const place = { street: 'Am Deich 1', postalCode: '26721', city: 'Emden' };
  const step = fc.oneof(
    id.map((classId) => ({ kind: 'addClass' as const, classId, name: '9z', gradeLevel: 9 })),
    id.map((studentId) => ({
      ...{ kind: 'addStudent' as const, studentId, ...words },
      ...{ importKey: null, birthDate: null, className: null },
    })),
    id.map((guardianId) => ({
      ...{ kind: 'addGuardian' as const, guardianId, ...words, ...place },
      ...{ phones: [], emails: [] },
    })),
    fc.record({
      kind: fc.constant('linkGuardian' as const),
      guardianshipId: id,
      studentId: id,
      guardianId: id,
      relation: fc.constant(null),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), (steps) =>
      cache.trying(async () => {
        const before = await contentOf(cache);
        const args = {
          importId: anId(),
          part: 1,
          parts: 1,
          steps: steps.map((one) => importStepSchema.parse(one)),
        };
        await run(cache, 'roster.apply', args);
        const after = await contentOf(cache);
        for (const table of ['schoolClass', 'student', 'guardian', 'guardianship'] as const)
          expect(rowsOf(after, table)).toEqual(expect.arrayContaining([...rowsOf(before, table)]));
      }),
    ),
  );
});

describe('an id that belongs to something else is refused, not taken for a repetition', () => {
  const row = (table: string) => world.find((one) => one.table === table)?.row.id ?? '';
  const [first, second] = world.filter(({ table }) => table === 'student').map(({ row: { id } }) => id);

  test.each([
    ['absences.record', { reportId: row('absenceReport'), studentId: second }],
    ['absences.record', { reportId: row('absenceReport'), studentId: first, remark: 'etwas anderes' }],
    ['absences.record', { absenceId: row('absence'), studentId: second }],
    [
      'absences.record',
      { absenceId: row('absence'), studentId: first, fromDay: '2026-12-07', untilDay: null },
    ],
    ['absences.record', { absenceId: row('absenceAlias'), studentId: second }],
    ['absences.requireCertificate', { dutyId: row('certificateDuty'), studentId: second }],
    ['absences.requestLeave', { requestId: row('leaveRequest'), studentId: second }],
    ['cases.recordAttempt', { attemptId: row('contactAttempt'), studentId: second }],
    ['cases.raiseConcern', { concernId: row('caseConcern'), studentId: second }],
  ] as const)('%s %o', async (name, fields) => {
    const [sample] = fc.sample(argsOf[name] as fc.Arbitrary<object>, { numRuns: 1, seed: 11 });
    const fresh = { absenceId: anId(), reportId: anId() };
    const days = { fromDay: '2026-11-25', untilDay: '2026-11-25' };
    const args = {
      ...sample,
      ...(name === 'absences.record' ? { ...fresh, ...days } : 'fromDay' in (sample ?? {}) ? days : {}),
      ...fields,
    };
    const before = await contentOf(cache);
    await cache.trying(async () => {
      // The sample is of this very command; the fields name other rows, they don't change its form.
      expect(reasonOf(await run(cache, name, args as never))).toBe('idTaken');
      expect(await contentOf(cache)).toEqual(before);
    });
  });
});

type Content = Awaited<ReturnType<typeof contentOf>>;
type Stored = Readonly<Record<string, unknown>> & { readonly id: string };

function rowsOf(content: Content, table: string): readonly Stored[] {
  return (content[table] ?? []) as Stored[]; // rows of a synced table have an id
}

function decidedOf({ recordedAt, excuse, writtenExcuseOn, certificateSeenOn, withdrawn }: Stored) {
  return { recordedAt, excuse, writtenExcuseOn, certificateSeenOn, withdrawn };
}

/** Aliases that stand for one absence while another has their id. */
function shadowedAliases(content: Content): string[] {
  const absences = new Set(rowsOf(content, 'absence').map(({ id }) => id));
  return rowsOf(content, 'absenceAlias').flatMap(({ id }) => (absences.has(id) ? [id] : []));
}
