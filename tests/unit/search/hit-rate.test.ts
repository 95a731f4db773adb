import { describe, expect, test } from 'vitest';
import { createStudentIndex } from '../../../src-main/core/search/student-index.ts';
import { inventStudents } from '../../support/invented-names.ts';
import { isNamesake, typedKinds, typedQueries } from '../../support/typed-queries.ts';

describe.each([
  [1_500, 200],
  [20_000, 200],
])('the right child is among the first five of %i', (count, perKind) => {
  const students = inventStudents(count, 23);
  const byId = new Map(students.map((student) => [student.id, student]));
  const index = createStudentIndex();
  index.replaceAll(students);
  const queries = typedQueries(students, perKind, 42);

  test.each(typedKinds.map((kind) => [kind]))('for 95 of 100 queries: %s', (kind) => {
    const ofKind = queries.filter((query) => query.kind === kind);
    const missed = ofKind.filter(({ query, wanted }) => {
      const first = index.search(query, { limit: 5 });
      return !first.some(({ studentId }) => isNamesake(byId.get(studentId), wanted));
    });
    expect(ofKind).toHaveLength(perKind);
    expect(missed.length, missed.map(({ query }) => query).join(', ')).toBeLessThanOrEqual(perKind * 0.05);
  });
});
