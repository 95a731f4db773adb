import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CommandArgs } from '../../../src-shared/contract/commands.ts';
import { followAliases } from '../../../src-shared/contract/follow-aliases.ts';
import { type TakenPart, takenParts } from '../../../src-shared/guardians/merge/plan.ts';
import { anAttempt, aReport } from '../../support/builders/absences.ts';
import { anId } from '../../support/builders/ids.ts';
import {
  type AddedChild,
  type MorningSchool,
  openMorningSchool,
} from '../../support/builders/morning-school.ts';
import { seed } from '../../support/builders/seed.ts';
import { aGuardian, aGuardianship, aPhone } from '../../support/builders/students.ts';
import { contentOf, reasonOf, run } from '../../support/cache.ts';

let school: MorningSchool;
let emir: AddedChild;
let tim: AddedChild;
const kept = aGuardian({ givenName: 'Aylin', familyName: 'Müller' });
const lost = aGuardian({ givenName: 'Ayşe Aylin', familyName: 'Mueller', language: 'tr', importKey: 'E7' });

beforeEach(async () => {
  school = await openMorningSchool();
  emir = await school.addChild('Emir Müller', '3b');
  tim = await school.addChild('Tim Müller', '1a');
  const event = { id: anId(), kind: 'added', at: '2026-09-01T06:00:00.000Z', actorName: 'Nermin Yıldız' };
  await seed(school.cache, {
    guardian: [kept, lost],
    guardianship: [
      aGuardianship({ studentId: emir.id, guardianId: kept.id, contactOrder: 3 }),
      aGuardianship({ studentId: emir.id, guardianId: lost.id, contactOrder: 2, blocked: 1 }),
      aGuardianship({ studentId: tim.id, guardianId: lost.id, contactOrder: 2 }),
    ],
    guardianContact: [
      aPhone({ guardianId: kept.id, value: '0170 5550142' }),
      aPhone({ guardianId: lost.id, value: '+49 170 5550142' }),
      aPhone({ guardianId: lost.id, value: '04206 91448', position: 2 }),
    ],
    guardianAddress: {
      ...{ id: lost.id, street: 'Am Deich 1', postalCode: '28870', city: 'Ottersberg' },
      householdId: null,
    },
    guardianMembership: {
      ...{ id: anId(), guardianId: lost.id, groupId: anId(), duty: 'Vorsitz' },
      ...{ fromDay: '2026-08-01', untilDay: null },
    },
    absenceReport: aReport({ studentId: tim.id, guardianId: lost.id }),
    contactAttempt: anAttempt({ studentId: tim.id, guardianId: lost.id }),
    guardianEvent: { ...event, changes: null, guardianId: lost.id },
  });
});
afterEach(() => school.cache.close());

const wish = (fields: Partial<CommandArgs<'guardians.merge'>> = {}): CommandArgs<'guardians.merge'> => ({
  ...{ mergeId: anId(), guardianId: kept.id, lostGuardianId: lost.id },
  ...{ take: [], contacts: 'both' },
  ...fields,
});

/** Everything but the histories, in which a merge and its end stand for good. */
async function registerOf(): Promise<Record<string, unknown[] | undefined>> {
  const content = await contentOf(school.cache);
  const written = (row: unknown) => !/"kind":"(merged|separated)"/.test(JSON.stringify(row));
  return { ...content, guardianEvent: content.guardianEvent?.filter(written) };
}

describe('two entries of one guardian', () => {
  test('become one, with everything that hung on either', async () => {
    await run(school.cache, 'guardians.merge', wish({ take: ['givenName', 'language'] }));
    const guardians = await school.cache.rows('guardian');
    expect(guardians.find(({ id }) => id === kept.id)).toMatchObject({
      ...{ givenName: 'Ayşe Aylin', familyName: 'Müller', language: 'tr', importKey: 'E7' },
    });
    expect(await school.cache.rows('guardianAddress')).toContainEqual(
      expect.objectContaining({ id: kept.id, street: 'Am Deich 1' }),
    );
    const numbers = (await school.cache.rows('guardianContact')).filter((row) => row.guardianId === kept.id);
    expect(numbers.map(({ value }) => value).sort()).toEqual(['0170 5550142', '04206 91448']);
    expect(await school.cache.rows('guardianMembership')).toMatchObject([{ guardianId: kept.id }]);
    expect(await school.cache.rows('absenceReport')).toMatchObject([{ guardianId: kept.id }]);
    // The alias and the note for the undo name the one who went, and nothing else.
    const { guardianAlias, guardianMerge: _, ...rest } = await contentOf(school.cache);
    expect(guardianAlias).toEqual([{ id: lost.id, guardianId: kept.id }]);
    expect(JSON.stringify(rest)).not.toContain(lost.id);
  });

  test('tied to one child twice: one tie, and a block is never lost', async () => {
    await run(school.cache, 'guardians.merge', wish());
    const ties = (await school.cache.rows('guardianship')).filter((tie) => tie.guardianId === kept.id);
    expect(ties).toHaveLength(2);
    const ofEmir = ties.find((tie) => tie.studentId === emir.id);
    expect(ofEmir).toMatchObject({ blocked: 1, hasCustody: 1, contactOrder: 2 });
  });

  test('are two again, row by row, whatever was chosen', async () => {
    const before = await registerOf();
    const choice = fc.record({
      take: fc.uniqueArray(fc.constantFrom<TakenPart>(...takenParts)),
      contacts: fc.constantFrom('both' as const, 'kept' as const, 'lost' as const),
      turned: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(choice, async ({ turned, ...chosen }) => {
        const ids = turned ? { guardianId: lost.id, lostGuardianId: kept.id } : {};
        const merge = wish({ ...chosen, ...ids });
        expect(reasonOf(await run(school.cache, 'guardians.merge', merge))).toBe('accepted');
        const { mergeId, guardianId } = merge;
        const undone = await run(school.cache, 'guardians.separate', { mergeId, guardianId });
        expect(reasonOf(undone)).toBe('accepted');
        const after = await registerOf();
        for (const [table, rows] of Object.entries(before)) expect(after[table], table).toEqual(rows);
      }),
      { numRuns: 40 },
    );
  });

  test('stay one where somebody has changed what the merge wrote, and say so', async () => {
    const merge = wish({ take: ['givenName'] });
    await run(school.cache, 'guardians.merge', merge);
    await run(school.cache, 'guardians.correct', { guardianId: kept.id, fields: { givenName: 'Ayse' } });
    const before = await contentOf(school.cache);
    const { mergeId } = merge;
    const undone = await run(school.cache, 'guardians.separate', { mergeId, guardianId: kept.id });
    expect(reasonOf(undone)).toBe('workedOnSince');
    expect(await contentOf(school.cache)).toEqual(before);
  });

  test('become two again although a tie was ended and a call has come since: both stay as they are', async () => {
    const merge = wish();
    await run(school.cache, 'guardians.merge', merge);
    const [tie] = (await school.cache.rows('guardianship')).filter(
      (one) => one.guardianId === kept.id && one.studentId === tim.id,
    );
    await run(school.cache, 'guardians.untie', { guardianshipId: tie?.id ?? '', studentId: tim.id });
    await seed(school.cache, { absenceReport: aReport({ studentId: emir.id, guardianId: kept.id }) });
    const { mergeId } = merge;
    const undone = await run(school.cache, 'guardians.separate', { mergeId, guardianId: kept.id });
    expect(reasonOf(undone)).toBe('accepted');
    expect((await school.cache.rows('guardianship')).map(({ id }) => id)).not.toContain(tie?.id);
    const reports = await school.cache.rows('absenceReport');
    expect(reports.find((report) => report.studentId === emir.id)?.guardianId).toBe(kept.id);
  });

  test('merged on into a third: the last merge has to be taken back first', async () => {
    const third = aGuardian();
    await seed(school.cache, { guardian: third });
    const [first, second] = [wish(), wish({ guardianId: third.id, lostGuardianId: kept.id })];
    await run(school.cache, 'guardians.merge', first);
    await run(school.cache, 'guardians.merge', second);
    expect(await followAliases(school.cache.db, { guardianId: lost.id })).toEqual({ guardianId: third.id });
    const separate = (merge: typeof first) =>
      run(school.cache, 'guardians.separate', { mergeId: merge.mergeId, guardianId: merge.guardianId });
    expect(reasonOf(await separate(first))).toBe('guardianUnknown');
    expect(reasonOf(await separate(second))).toBe('accepted');
    expect(reasonOf(await separate(first))).toBe('accepted');
  });
});

test('whoever was merged is followed in arguments of any shape; everybody else stays named', async () => {
  const other = anId();
  await run(school.cache, 'guardians.merge', wish());
  const args = {
    guardianId: other,
    callers: [{ guardianId: lost.id, note: lost.id }],
    lostGuardianId: lost.id,
  };
  expect(await followAliases(school.cache.db, args)).toEqual({
    ...{ guardianId: other, lostGuardianId: kept.id },
    callers: [{ guardianId: kept.id, note: lost.id }],
  });
});
