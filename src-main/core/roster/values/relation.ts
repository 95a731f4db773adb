import type { GuardianRelation } from '../../../../src-shared/tables/students.ts';
import { headingKey } from '../tidy-cell.ts';

const words: readonly (readonly [GuardianRelation, readonly string[]])[] = [
  ['mother', ['mutter', 'mama', 'kindesmutter', 'mother']],
  ['father', ['vater', 'papa', 'kindesvater', 'father']],
  ['fosterParent', ['pflegemutter', 'pflegevater', 'pflegeeltern', 'pflegeelternteil', 'fosterparent']],
  ['grandparent', ['oma', 'opa', 'grossmutter', 'grossvater', 'grosseltern', 'grandparent']],
  [
    'legalGuardian',
    ['vormund', 'amtsvormund', 'betreuer', 'betreuerin', 'ergaenzungspfleger', 'legalguardian'],
  ],
  ['institution', ['heim', 'wohngruppe', 'jugendamt', 'einrichtung', 'institution']],
  ['self', ['selbst', 'schueler', 'schuelerin', 'volljaehrig', 'self']],
];

/** What a cell says about the tie between guardian and child; null for an empty cell and for words nobody knows. */
export function readRelation(text: string | null): GuardianRelation | null {
  const key = headingKey(text ?? '');
  return words.find(([, known]) => known.includes(key))?.[0] ?? null;
}

/** The words of our own lists: read again they say the same. What is no kind of tie by itself has a word nobody knows. */
export const relationWords: Readonly<Record<GuardianRelation, string>> = {
  mother: 'Mutter',
  father: 'Vater',
  fosterParent: 'Pflegeelternteil',
  grandparent: 'Großeltern',
  legalGuardian: 'Vormund',
  institution: 'Einrichtung',
  self: 'Selbst',
  other: 'Sonstige',
};
