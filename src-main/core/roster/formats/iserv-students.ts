import { fieldsIn } from './match-columns.ts';
import { readStudents } from './read-students.ts';
import type { RosterFormat } from './roster-format.ts';
import { studentVocabulary } from './student-vocabulary.ts';

/**
 * IServ's list of students: Import-ID, Vorname, Nachname, Klasse in any order.
 * Source: iserv.eu/doc/manage/user/import.
 */
export const iservStudents: RosterFormat = {
  id: 'iservStudents',
  covers: 'students',
  vocabulary: studentVocabulary,
  required: [
    { anyOf: ['givenName', 'callName'], heading: 'Vorname' },
    { anyOf: ['familyName'], heading: 'Nachname' },
    { anyOf: ['className'], heading: 'Klasse' },
  ],
  detect: (header) => {
    const fields = fieldsIn(header, studentVocabulary);
    const named = (fields.has('givenName') || fields.has('callName')) && fields.has('familyName');
    if (!named || !fields.has('className')) return 0;
    return fields.has('importKey') ? 0.8 : 0.6;
  },
  read: (table, options, tally) => readStudents(table, studentVocabulary, options, tally),
};
