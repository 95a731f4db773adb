import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createStudentIndex } from '../../../src-main/core/search/student-index.ts';
import { inventStudents } from '../../support/invented-names.ts';
import { child, found, indexOf } from './office.ts';

const students = inventStudents(1_500);
const school = createStudentIndex();
school.replaceAll(students);

describe('S18: any text may be typed or pasted', () => {
  test.each([
    ["'; DROP TABLE students; --"],
    ["' OR '1'='1"],
    ['"mül*" NEAR/2 "emma"'],
    ['%'],
    ['__ %%'],
    ['(((((((('],
    ['[a-z]+$^\\b(?:.*)*'],
    ['.*'],
    ['😀👨‍👩‍👧'],
    ['\ud83d'],
    ['\u0000\u0001'],
    ['\u0308\u0308\u0308'],
    ['constructor __proto__ toString'],
    ['+'],
    ['+++49+++'],
    ["''''"],
    ['-'.repeat(200)],
    ['1'.repeat(200)],
    ['x'.repeat(200)],
    ['ae'.repeat(100)],
    ['e '.repeat(100)],
    ['\u200f\u202eabc'],
  ])('%j finds nothing wrong and breaks nothing', (query) => {
    expect(school.search(query).length).toBeLessThanOrEqual(10);
  });

  it('signs only separate words', () => {
    expect(found(indexOf('Emma Müller'), '*müller* (emma)!')).toEqual(['Emma Müller']);
  });

  it('whatever it is, there is an answer of the right shape', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 250 }),
      fc.string({ maxLength: 20 }),
      fc.stringMatching(/^[a-zäöüß0-9 +'-]{0,30}$/),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 100 }), (query, limit) => {
        const hits = school.search(query, { limit });
        expect(hits.length).toBeLessThanOrEqual(limit);
        expect(new Set(hits.map(({ studentId }) => studentId)).size).toBe(hits.length);
      }),
      { numRuns: 500 },
    );
  });

  it('names of any signs can be filed, found again and removed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        fc.string({ unit: 'binary', maxLength: 12 }),
        (familyName, className) => {
          const index = createStudentIndex();
          index.put(
            child('Emma', {
              id: 'one',
              familyName,
              className,
              guardians: [{ familyName, phones: [familyName] }],
            }),
          );
          expect(found(index, 'emma')).toEqual(['one']);
          for (const { ranges } of index.search(`emma ${familyName}`)) {
            for (const [start, end] of ranges.familyName)
              expect(start < end && end <= familyName.length).toBe(true);
          }
          index.remove('one');
          expect(found(index, 'emma')).toEqual([]);
        },
      ),
    );
  });
});

describe('a slow answer is worse than a short one', () => {
  it('no query over 1,500 children takes longer than a frame', () => {
    const queries = [
      'an',
      'a a',
      'e m a s',
      '0',
      '00',
      '000',
      '3',
      'a'.repeat(200),
      'qqqq '.repeat(40),
      'x y z q w v j k',
    ];
    for (const query of queries) {
      const took = Array.from({ length: 5 }, () => {
        const start = performance.now();
        school.search(query, { limit: 100 });
        return performance.now() - start;
      });
      expect(Math.min(...took)).toBeLessThan(16);
    }
  });
});
