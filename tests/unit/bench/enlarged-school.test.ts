import { expect, test } from 'vitest';
import { generateDemoSchools } from '../../../resources/demo/generate.ts';
import { tableNames } from '../../../src-shared/tables/registry.ts';
import { countRows, enlargedSchool } from '../../bench/growth/enlarged-school.ts';

test('a school thrice as large has three of everything, each copy with ids and references of its own', () => {
  const [school] = generateDemoSchools('small', { today: '2026-11-24', nowTime: '08:14' });
  if (!school) throw new Error('The demo has no school.');
  const large = enlargedSchool(school, 3);
  expect(large.rows.student).toHaveLength(3 * school.rows.student.length);
  expect(large.rows.schoolSetting).toEqual(school.rows.schoolSetting);
  for (const table of tableNames) {
    const ids = large.rows[table].map((row) => row.id);
    expect(new Set(ids).size, table).toBe(ids.length);
  }
  const students = new Set(large.rows.student.map(({ id }) => id));
  expect(large.rows.absence.every(({ studentId }) => students.has(studentId))).toBe(true);
  const ofLastCopy = new Set(large.rows.student.slice(-school.rows.student.length).map(({ id }) => id));
  const absences = large.rows.absence.filter(({ studentId }) => ofLastCopy.has(studentId));
  expect(absences).toHaveLength(school.rows.absence.length);
  expect(countRows(large)).toBeGreaterThan(2 * countRows(school));
});
