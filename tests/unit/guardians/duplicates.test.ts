import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { duplicateGuardians } from '../../../src-main/core/students/duplicate-guardians.ts';
import { anId } from '../../support/builders/ids.ts';
import {
  type AddedChild,
  type MorningSchool,
  openMorningSchool,
} from '../../support/builders/morning-school.ts';
import { MONDAY } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { aGuardian, aGuardianship, aPhone } from '../../support/builders/students.ts';
import { run } from '../../support/cache.ts';

let school: MorningSchool;
let emir: AddedChild;
let tim: AddedChild;
beforeEach(async () => {
  school = await openMorningSchool();
  emir = await school.addChild('Emir Krüger', '3b');
  tim = await school.addChild('Tim Abel', '1a');
});
afterEach(() => school.cache.close());

async function entered(givenName: string, familyName: string, child: AddedChild, phone: string | null) {
  const guardian = aGuardian({ givenName, familyName });
  await seed(school.cache, {
    guardian,
    guardianship: aGuardianship({ studentId: child.id, guardianId: guardian.id, contactOrder: 5 }),
    guardianContact: phone === null ? [] : [aPhone({ guardianId: guardian.id, value: phone })],
  });
  return guardian;
}

const found = () => duplicateGuardians(school.cache.db, MONDAY);

describe('guardians who may be one person', () => {
  test('have the same name in any spelling and order, and a number in common however it is written', async () => {
    const one = await entered('Işıl', 'Krüger', emir, '0170 5550777');
    const other = await entered('Krueger', 'Isil', tim, '+49 170 5550777');
    const [pair, ...more] = await found();
    expect(more).toEqual([]);
    expect(pair?.reason).toBe('sameContact');
    expect([pair?.one.guardianId, pair?.other.guardianId].sort()).toEqual([one.id, other.id].sort());
    expect([pair?.one, pair?.other].flatMap((entry) => entry?.students).sort()).toEqual([
      'Emir Krüger, 3b',
      'Tim Abel, 1a',
    ]);
  });

  test('or a child in common', async () => {
    await entered('Işıl', 'Krüger', emir, null);
    await entered('Isil', 'Krüger', emir, null);
    expect(await found()).toMatchObject([{ reason: 'sameChild' }]);
  });

  test('are not namesakes, nor a couple with one number', async () => {
    await entered('Işıl', 'Krüger', emir, '0170 5550777');
    await entered('Işıl', 'Krüger', tim, '0170 5550778');
    await entered('Can', 'Krüger', emir, '0170 5550777');
    expect(await found()).toEqual([]);
  });

  test('are no pair any more once they are merged', async () => {
    const one = await entered('Işıl', 'Krüger', emir, '0170 5550777');
    const other = await entered('Isil', 'Krueger', tim, '0170 5550777');
    const merge = { mergeId: anId(), guardianId: one.id, lostGuardianId: other.id };
    await run(school.cache, 'guardians.merge', { ...merge, take: [], contacts: 'both' });
    expect(await found()).toEqual([]);
  });
});
