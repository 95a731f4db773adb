import { expect, test } from 'vitest';
import {
  chosenName,
  type DuplicatePair,
  differs,
  firstChoice,
  mergeOf,
} from '../../../src-renderer/students/duplicate-choice.ts';

const pair: DuplicatePair = {
  reason: 'sameContact',
  one: {
    guardianId: '0193b5a0-0000-7000-8000-000000000001',
    givenName: 'Isil',
    familyName: 'Krüger',
    language: null,
    contacts: ['0170 5550777'],
    address: 'Lindenweg 4, 21335 Lüneburg',
    students: ['Emir Krüger, 3b'],
  },
  other: {
    guardianId: '0193b5a0-0000-7000-8000-000000000002',
    givenName: 'Işıl',
    familyName: 'Krüger',
    language: 'tr',
    contacts: ['0170 5550777', 'isil@example.org'],
    address: null,
    students: ['Can Krüger, 1a'],
  },
};
const mergeId = '0193b5a0-0000-7000-8000-000000000003';

test('only what the entries say differently is a question', () => {
  expect(differs(pair, 'givenName')).toBe(true);
  expect(differs(pair, 'familyName')).toBe(false);
});

test('what only one of the two knows is right to begin with, and every number stays', () => {
  expect(mergeOf(pair, firstChoice(pair), mergeId)).toEqual({
    mergeId,
    guardianId: pair.one.guardianId,
    lostGuardianId: pair.other.guardianId,
    take: ['language'],
    contacts: 'both',
  });
});

test('what is chosen of the second entry is taken, but nothing that is the same in both', () => {
  const choice = firstChoice(pair);
  const parts = { ...choice.parts, givenName: 'other', familyName: 'other', language: 'one' } as const;
  const chosen = { parts, contacts: 'lost' } as const;
  expect(mergeOf(pair, chosen, mergeId)).toMatchObject({ take: ['givenName'], contacts: 'lost' });
  expect(chosenName(pair, chosen)).toBe('Işıl Krüger');
});
