import { headingKey } from '../tidy-cell.ts';
import { guardianVocabulary } from './guardian-vocabulary.ts';
import { fieldsIn } from './match-columns.ts';
import { readGuardians } from './read-guardians.ts';
import type { RosterFormat } from './roster-format.ts';

/**
 * IServ's list of parents: one row for each guardian and child; Kind-ID is the child's Import-ID, address, phone and
 * e-mail help to see that two rows mean one person. Source: iserv.eu/doc/manage/user/import.
 */
export const iservParents: RosterFormat = {
  id: 'iservParents',
  covers: 'guardians',
  vocabulary: guardianVocabulary,
  required: [
    { anyOf: ['studentKey'], heading: 'Kind-ID' },
    { anyOf: ['givenName'], heading: 'Vorname' },
    { anyOf: ['familyName'], heading: 'Nachname' },
  ],
  detect: (header) => {
    const fields = fieldsIn(header, guardianVocabulary);
    if (!fields.has('studentKey') || !fields.has('givenName') || !fields.has('familyName')) return 0;
    const keys = header.map(headingKey);
    if (keys.some((key) => /kind/.test(key))) return 0.9;
    const isChildList = keys.some((key) => /^(klasse|stammklasse|gruppe)/.test(key));
    const hasContact = (['phone', 'email', 'street'] as const).some((field) => fields.has(field));
    return hasContact && !isChildList ? 0.5 : 0;
  },
  read: (table, _, tally) => readGuardians(table, guardianVocabulary, tally),
};
