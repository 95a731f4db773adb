import { headingKey } from '../tidy-cell.ts';
import { fieldsIn } from './match-columns.ts';
import { readStudents } from './read-students.ts';
import type { RosterFormat } from './roster-format.ts';
import { studentVocabulary } from './student-vocabulary.ts';

/**
 * A free list of DaNiS, the administration program of schools in Lower Saxony: SchuelerIdentNummer, SchuelerRufname,
 * SchuelerNachname, GruppeBezeichung (written so by DaNiS) and any further columns. A child has a row for each of its
 * groups. Source: iserv.eu/doc/cookbook/admin/user/csv/DaNIS.
 */
export const danisFreeList: RosterFormat = {
  id: 'danisFreeList',
  covers: 'students',
  vocabulary: studentVocabulary,
  required: [
    { anyOf: ['givenName', 'callName'], heading: 'SchuelerRufname' },
    { anyOf: ['familyName'], heading: 'SchuelerNachname' },
    { anyOf: ['className'], heading: 'GruppeBezeichung' },
  ],
  detect: (header) => {
    const fields = fieldsIn(header, studentVocabulary);
    const named = (fields.has('givenName') || fields.has('callName')) && fields.has('familyName');
    const own = header.map(headingKey).filter((key) => /^(schueler|gruppe)\p{L}/u.test(key));
    return named && fields.has('className') && own.length >= 2 ? 0.95 : 0;
  },
  read: (table, options, tally) => readStudents(table, studentVocabulary, options, tally),
};
