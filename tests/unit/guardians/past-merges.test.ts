import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { guardianMerges } from '../../../src-main/core/students/guardian-merges.ts';
import { anId } from '../../support/builders/ids.ts';
import { type MorningSchool, openMorningSchool } from '../../support/builders/morning-school.ts';
import { seed } from '../../support/builders/seed.ts';
import { aGuardian, aGuardianship } from '../../support/builders/students.ts';
import { run } from '../../support/cache.ts';

let school: MorningSchool;
beforeEach(async () => {
  school = await openMorningSchool();
});
afterEach(() => school.cache.close());

async function merged(): Promise<{ mergeId: string; guardianId: string }> {
  const child = await school.addChild('Emir Krüger', '3b');
  const [one, other] = [
    aGuardian({ givenName: 'Işıl', familyName: 'Krüger' }),
    aGuardian({ givenName: 'Isil', familyName: 'Krueger' }),
  ];
  for (const guardian of [one, other])
    await seed(school.cache, {
      guardian,
      guardianship: aGuardianship({ studentId: child.id, guardianId: guardian.id, contactOrder: 5 }),
    });
  const mergeId = anId();
  const args = { mergeId, guardianId: one.id, lostGuardianId: other.id, take: [], contacts: 'both' as const };
  await run(school.cache, 'guardians.merge', args);
  return { mergeId, guardianId: one.id };
}

const listed = (now: string) => guardianMerges(school.cache.db, now);

describe('past merges', () => {
  test('tell who was merged, by whom, and until when it can be taken back', async () => {
    const { mergeId, guardianId } = await merged();
    const [merge, ...more] = await listed('2026-11-27T08:00:00.000Z');
    expect(more).toEqual([]);
    expect(merge).toMatchObject({ mergeId, guardianId, name: 'Işıl Krüger', lostName: 'Isil Krueger' });
    expect(merge?.by).not.toBe('');
    expect((merge?.until ?? '') > (merge?.at ?? '').slice(0, 10)).toBe(true);
  });

  test('are gone once parted, and once they can no longer be parted', async () => {
    const ids = await merged();
    expect(await listed('2099-01-01T08:00:00.000Z')).toEqual([]);
    await run(school.cache, 'guardians.separate', ids);
    expect(await listed('2026-11-27T08:00:00.000Z')).toEqual([]);
  });
});
