import { headingKey } from '../tidy-cell.ts';
import { readFixedStudents } from './read-students.ts';
import type { RosterFormat, Vocabulary } from './roster-format.ts';

const vocabulary: Vocabulary = {
  familyName: ['longname'],
  givenName: ['forename'],
  className: ['klassename', 'klasse'],
  birthDate: ['birthdate'],
  // The number of the administration program; WebUntis's own `id` means nothing outside it.
  importKey: ['externkey'],
};

/**
 * The students of WebUntis: any separator (tab is advised), ISO-8859-1 by default, columns chosen freely, with English
 * names (`longName`, `foreName`, `klasse.name`). With German headings the list reads like IServ's.
 */
export const webUntisStudents: RosterFormat = {
  id: 'webUntisStudents',
  covers: 'students',
  vocabulary,
  required: [
    { anyOf: ['familyName'], heading: 'longName' },
    { anyOf: ['givenName'], heading: 'foreName' },
    { anyOf: ['className'], heading: 'klasse.name' },
  ],
  detect: (header) => {
    const keys = header.map(headingKey);
    return keys.includes('longname') && keys.includes('forename') ? 0.97 : 0;
  },
  read: (table, options, tally) => readFixedStudents(table, vocabulary, options, tally),
};
