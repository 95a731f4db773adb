import { headingKey } from '../tidy-cell.ts';
import { readGuardianPairs } from './read-guardian-pairs.ts';
import type { RosterFormat, Vocabulary } from './roster-format.ts';

const address: Vocabulary = {
  street: ['strasse'],
  houseNumber: ['hausnummer'],
  postalCode: ['plz'],
  city: ['ort'],
};

const firstPerson: Vocabulary = {
  childFamilyName: ['nachname'],
  childGivenName: ['vorname'],
  childBirthDate: ['geburtsdatum'],
  relation: ['erzieherart'],
  salutation: ['anrede1'],
  familyName: ['nachname1'],
  givenName: ['vorname1'],
  email: ['email1'],
  ...address,
};

const secondPerson: Vocabulary = {
  relation: ['erzieherart'],
  salutation: ['anrede2'],
  familyName: ['nachname2'],
  givenName: ['vorname2'],
  email: ['email2'],
  ...address,
};

/**
 * The guardians as the NRW school server (SVWS) lists them: `;`, everything quoted, UTF-8, two people in a row.
 * Source: SVWS-Import, examples/schueler-erzieher.csv.
 */
export const svwsGuardians: RosterFormat = {
  id: 'svwsGuardians',
  covers: 'guardians',
  vocabulary: firstPerson,
  required: [
    { anyOf: ['childFamilyName'], heading: 'nachname' },
    { anyOf: ['childGivenName'], heading: 'vorname' },
    { anyOf: ['familyName'], heading: 'nachname1' },
  ],
  detect: (header) => {
    const keys = header.map(headingKey);
    return ['nachname', 'vorname', 'nachname1', 'vorname1'].every((key) => keys.includes(key)) ? 0.97 : 0;
  },
  read: (table, options, tally) => readGuardianPairs(table, [firstPerson, secondPerson], options, tally),
};
