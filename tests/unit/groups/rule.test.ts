import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitsRule, type GroupRule, groupRuleSchema, readRule } from '../../../src-shared/groups/rule.ts';
import { anId } from '../../support/builders/ids.ts';

const classes = [anId(), anId(), anId()];
const aRule = fc
  .record(
    {
      gradeLevels: fc.subarray([1, 2, 3, 4], { minLength: 1 }),
      classIds: fc.subarray(classes, { minLength: 1 }),
      allDayCare: fc.constant(true as const),
      lunch: fc.constant(true as const),
    },
    { requiredKeys: [] },
  )
  .filter((rule) => Object.keys(rule).length > 0);
const aChild = fc.record({
  classId: fc.option(fc.constantFrom(...classes)),
  gradeLevel: fc.option(fc.integer({ min: 1, max: 4 })),
  allDayCare: fc.boolean(),
  lunch: fc.boolean(),
});

describe('a group’s rule', () => {
  test('asks for all it names: one more condition never lets anybody in', () => {
    fc.assert(
      fc.property(aRule, aRule, aChild, (first, second, child) => {
        const both: GroupRule = { ...first, ...second };
        if (fitsRule(both, child)) expect(fitsRule(second, child)).toBe(true);
      }),
    );
  });

  test('is the same after it was kept as a row', () => {
    fc.assert(
      fc.property(aRule, (rule) => {
        expect(readRule(JSON.stringify(rule))).toEqual(rule);
      }),
    );
  });

  test.each([
    [
      'year 3 with all-day care',
      { gradeLevels: [3], allDayCare: true },
      { gradeLevel: 3, allDayCare: true },
      true,
    ],
    [
      'year 3 without it',
      { gradeLevels: [3], allDayCare: true },
      { gradeLevel: 3, allDayCare: false },
      false,
    ],
    ['between two classes', { gradeLevels: [1, 2, 3, 4] }, { gradeLevel: null }, false],
    ['lunch in two classes', { classIds: classes.slice(0, 2), lunch: true }, { lunch: true }, true],
  ] as const)('%s', (_, rule, child, fits) => {
    const student = { classId: classes[0] ?? null, gradeLevel: 3, allDayCare: false, lunch: false, ...child };
    expect(fitsRule(groupRuleSchema.parse(rule), student)).toBe(fits);
  });

  test.each([['{}'], ['{"gradeLevels":[]}'], ['{"everybody":true}'], ['not JSON'], ['null']])(
    'lets nobody in when it can’t be read: %s',
    (text) => {
      expect(readRule(text)).toBeNull();
    },
  );
});
