import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presenceStates } from '../../../src-shared/paper/daily-sheets.ts';
import {
  compareClassNames,
  headcount,
  sortByClassAndName,
  sortByName,
  sortClasses,
} from '../../../src-shared/paper/paper-rules.ts';

const child = (familyName: string, givenName = 'Ida') => ({ familyName, givenName });

describe('order on paper', () => {
  it('sorts names as a German register does', () => {
    const names = ['Zander', 'Öztürk', 'Ozan', 'Strauß', 'Strauss', 'Ödön', 'Łukas', 'Lukas'].map((name) =>
      child(name),
    );
    expect(sortByName(names).map((one) => one.familyName)).toEqual([
      'Lukas',
      'Łukas',
      'Ödön',
      'Ozan',
      'Öztürk',
      'Strauss',
      'Strauß',
      'Zander',
    ]);
  });

  it('sorts children of one family by given name', () => {
    const order = sortByName([child('Meyer', 'Zoë'), child('Meyer', 'Ben')]).map((one) => one.givenName);
    expect(order).toEqual(['Ben', 'Zoë']);
  });

  it('sorts classes by number, then letter', () => {
    expect(['10a', '2b', '1c', '2a', '1a'].sort(compareClassNames)).toEqual(['1a', '1c', '2a', '2b', '10a']);
  });

  it('sorts rows by class before name and leaves its input alone', () => {
    const rows = [
      { className: '2a', ...child('Abel') },
      { className: '1b', ...child('Zander') },
      { className: '1b', ...child('Berg') },
    ];
    expect(sortByClassAndName(rows).map((row) => row.familyName)).toEqual(['Berg', 'Zander', 'Abel']);
    expect(rows[0]?.familyName).toBe('Abel');
  });

  it('sorts classes and the children in them', () => {
    const classes = [
      { className: '2a', students: [child('Zander'), child('Abel')] },
      { className: '1a', students: [] },
    ];
    expect(sortClasses(classes).map((one) => [one.className, one.students.map((s) => s.familyName)])).toEqual(
      [
        ['1a', []],
        ['2a', ['Abel', 'Zander']],
      ],
    );
  });
});

describe('headcount', () => {
  it('adds up to the whole class, whatever the states', () => {
    const state = fc.constantFrom(...presenceStates).map((one) => ({ state: one }));
    fc.assert(
      fc.property(fc.array(state), (children) => {
        const { total, ...parts } = headcount(children);
        expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(total);
        expect(total).toBe(children.length);
      }),
    );
  });

  it('expects only children who are here', () => {
    expect(headcount([{ state: 'here' }, { state: 'comesLater' }, { state: 'unexplained' }])).toMatchObject({
      expected: 1,
      comesLater: 1,
      unexplained: 1,
    });
  });
});
