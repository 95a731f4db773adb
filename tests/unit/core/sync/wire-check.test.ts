import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ServerFault } from '../../../../src-main/core/sync/server-transport.ts';
import { checkedFrame, checkedLine, checkedPull } from '../../../../src-main/core/sync/wire-check.ts';
import { aStudent } from '../../../support/builders/students.ts';
import { wireRow } from '../../../support/desk/model-school.ts';

const good = wireRow('student', aStudent());
const delta = {
  kind: 'delta',
  from: 'a',
  to: 'b',
  ended: [{ facet: 'student.core', rootId: '*' }],
  began: [{ facet: 'student.name', rootId: '*', untilDay: '2026-11-24' }],
  removed: { absence: ['x'] },
  rows: { student: [good] },
  settles: [],
};

function kindOf(check: () => unknown): string {
  try {
    check();
    return 'accepted';
  } catch (error) {
    return error instanceof ServerFault ? error.kind : 'crashed';
  }
}

test('answers in the protocol’s form pass as they are', () => {
  expect(checkedPull(delta)).toEqual(delta);
  expect(checkedPull({ kind: 'resync' })).toEqual({ kind: 'resync' });
  expect(checkedFrame(delta)).toEqual(delta);
  expect(checkedFrame({ kind: 'poke' })).toEqual({ kind: 'poke' });
  const line = { kind: 'rows', table: 'student', rows: [good, good], resume: 'r' };
  expect(checkedLine(line)).toEqual(line);
  expect(checkedLine({ kind: 'morning' })).toEqual({ kind: 'morning' });
});

describe('S34: a row that does not fit its table is refused before it can be written', () => {
  const [id, given, family, classId, left] = good;
  test.each([
    ['a cell too few', [id, given, family, classId]],
    ['a cell too many', [...good, null]],
    ['null where something must be', [id, null, family, classId, left]],
    ['a number for a text', [id, 7, family, classId, left]],
    ['an object for a text', [id, { toString: 'x' }, family, classId, left]],
    ['no row at all', 'row'],
  ])('%s', (_, row) => {
    expect(
      kindOf(() => checkedLine({ kind: 'rows', table: 'student', rows: [good, row], resume: 'r' })),
    ).toBe('otherServer');
    expect(kindOf(() => checkedPull({ ...delta, rows: { student: [row] } }))).toBe('otherServer');
  });

  test.each([
    ['a fraction', 1.5],
    ['a number beyond 2^53', 2 ** 60],
    ['not a number', Number.NaN],
    ['text', '1'],
  ])('%s for a whole number', (_, gradeLevel) => {
    const row = ['id', '3b', gradeLevel, '2026/27', null];
    expect(kindOf(() => checkedPull({ ...delta, rows: { schoolClass: [row] } }))).toBe('otherServer');
  });

  test.each(['users', '__proto__', 'constructor', 'cacheMeta', 'outboxEntry'])(
    'an unknown table: %s',
    (table) => {
      expect(kindOf(() => checkedLine({ kind: 'rows', table, rows: [], resume: 'r' }))).toBe('otherServer');
      const pulled = () => checkedPull({ ...delta, rows: Object.fromEntries([[table, [['x']]]]) });
      // `__proto__` is not even read; nothing of it may come through.
      if (table === '__proto__') expect(pulled()).toMatchObject({ rows: {} });
      else expect(kindOf(pulled)).toBe('otherServer');
    },
  );

  test('a line without a place to resume', () => {
    expect(kindOf(() => checkedLine({ kind: 'rows', table: 'student', rows: [good] }))).toBe('otherServer');
    expect(kindOf(() => checkedLine({ kind: 'rows', table: 'student', rows: [good], resume: '' }))).toBe(
      'otherServer',
    );
  });
});

test('S34: whatever a wrong server says, it is accepted or refused, never a crash', () => {
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.record({
      kind: fc.constantFrom('delta', 'rows', 'begin', 'end', 'poke', 'resync'),
      rows: fc.jsonValue(),
    }),
    fc.record({ ...mapToConstants(delta), rows: fc.dictionary(fc.string(), fc.jsonValue()) }),
  );
  fc.assert(
    fc.property(anything, (answer) => {
      for (const check of [checkedPull, checkedFrame, checkedLine]) {
        expect(['accepted', 'otherServer']).toContain(kindOf(() => check(answer)));
      }
    }),
    { numRuns: 500 },
  );
});

function mapToConstants(record: Record<string, unknown>): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, fc.constant(value)]));
}
