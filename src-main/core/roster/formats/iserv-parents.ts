import { headingKey } from '../tidy-cell.ts';
import { fieldsIn } from './match-columns.ts';
import { readGuardians } from './read-guardians.ts';
import type { RosterFormat, Vocabulary } from './roster-format.ts';

const vocabulary: Vocabulary = {
  studentKey: [
    'kindid',
    'kinderid',
    'idkind',
    'kindimportid',
    'importidkind',
    'iddeskindes',
    'importiddeskindes',
    'kind',
    'kindnr',
    'schuelerid',
    'schuelerimportid',
    'schueleridentnummer',
    'idschueler',
    'importidschueler',
    'importid',
  ],
  givenName: [
    'vorname',
    'vornamen',
    'elternvorname',
    'vornameelternteil',
    'evorname',
    'givenname',
    'firstname',
  ],
  familyName: [
    'nachname',
    'name',
    'familienname',
    'elternnachname',
    'nachnameelternteil',
    'enachname',
    'familyname',
    'lastname',
  ],
  relation: [
    'verhaeltnis',
    'beziehung',
    'erzieherart',
    'verwandtschaft',
    'verhaeltniszumkind',
    'rolle',
    'art',
  ],
  street: [
    'strasse',
    'str',
    'strassehausnummer',
    'strassehausnr',
    'strassenr',
    'strasseundhausnummer',
    'anschrift',
    'adresse',
    'street',
  ],
  houseNumber: ['hausnummer', 'hausnr', 'nr', 'hnr'],
  postalCode: ['plz', 'postleitzahl', 'postalcode', 'zip'],
  city: ['ort', 'wohnort', 'stadt', 'plzort', 'plzwohnort', 'city'],
  phone: [
    'telefon',
    'telefonnummer',
    'telefonnr',
    'tel',
    'telnr',
    'telefonprivat',
    'telefongeschaeftlich',
    'telefondienstlich',
    'telefonarbeit',
    'telefonmobil',
    'telefonfestnetz',
    'festnetz',
    'mobil',
    'mobiltelefon',
    'mobilnummer',
    'handy',
    'handynummer',
    'handynr',
    'telefon1',
    'telefon2',
    'telefon3',
    'notfallnummer',
    'phone',
    'mobile',
  ],
  email: [
    'email',
    'mail',
    'emailadresse',
    'mailadresse',
    'emailprivat',
    'email1',
    'email2',
    'elternemail',
    'eltmail',
  ],
};

/**
 * IServ's list of parents: one row for each guardian and child; Kind-ID is the child's Import-ID, address, phone and
 * e-mail help to see that two rows mean one person. Source: iserv.eu/doc/manage/user/import.
 */
export const iservParents: RosterFormat = {
  id: 'iservParents',
  covers: 'guardians',
  vocabulary,
  required: [
    { anyOf: ['studentKey'], heading: 'Kind-ID' },
    { anyOf: ['givenName'], heading: 'Vorname' },
    { anyOf: ['familyName'], heading: 'Nachname' },
  ],
  detect: (header) => {
    const fields = fieldsIn(header, vocabulary);
    if (!fields.has('studentKey') || !fields.has('givenName') || !fields.has('familyName')) return 0;
    const keys = header.map(headingKey);
    if (keys.some((key) => /kind/.test(key))) return 0.9;
    const isChildList = keys.some((key) => /^(klasse|stammklasse|gruppe)/.test(key));
    const hasContact = (['phone', 'email', 'street'] as const).some((field) => fields.has(field));
    return hasContact && !isChildList ? 0.5 : 0;
  },
  read: (table, _, tally) => readGuardians(table, vocabulary, tally),
};
