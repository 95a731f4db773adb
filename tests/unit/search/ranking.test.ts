import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createStudentIndex } from '../../../src-main/core/search/student-index.ts';
import { inventStudents } from '../../support/invented-names.ts';
import { child, found, indexOf } from './office.ts';

describe('what fits best comes first', () => {
  it('whole name, family name, given name, guardian, looser spelling, slip', () => {
    const index = indexOf(
      'Ada Marten',
      'Bea Mart',
      'Martha Zorn',
      child('Cid Adler', { guardians: [{ givenName: 'Marta', familyName: 'Adler' }] }),
      'Dan Maert',
    );
    expect(found(index, 'mart')).toEqual(['Dan Maert', 'Bea Mart', 'Ada Marten', 'Martha Zorn', 'Cid Adler']);
    expect(found(index, 'maert').slice(0, 2)).toEqual(['Dan Maert', 'Bea Mart']);
  });

  it('by the alphabet of a German list within one rank', () => {
    const index = indexOf(
      'Ben Öhler',
      'Ben Ohm',
      'Ben Zorn',
      'Ben Ähre',
      'Ben Adler',
      'Ben Ożóg',
      'Ben Straßer',
      'Ben Strasser',
    );
    const families = found(index, 'ben').map((name) => name.slice(4));
    expect(families).toEqual([...families].sort(new Intl.Collator('de').compare));
    expect(families.slice(0, 4)).toEqual(['Adler', 'Ähre', 'Öhler', 'Ohm']);
  });

  it('namesakes by given name, class, birthday and at last by id, always the same', () => {
    const twins = ['b', 'a'].map((id) => child('Ali Kaya 2a', { id, birthDate: '2017-05-01' }));
    const index = indexOf(
      ...twins,
      child('Ali Kaya 10a', { id: 'tenth' }),
      child('Ali Kaya 2a', { id: 'older', birthDate: '2016-12-31' }),
      child('Aga Kaya 4c', { id: 'first' }),
    );
    expect(found(index, 'kaya')).toEqual(['first', 'older', 'a', 'b', 'tenth']);
  });

  it('two typed words mean two words of the name', () => {
    const index = indexOf('Ayşe Güneşkan', 'Gülşen Güneşkan', 'Maria Adler', 'Maria Marten');
    expect(found(index, 'güneşkan gü')).toEqual(['Gülşen Güneşkan', 'Ayşe Güneşkan']);
    expect(found(index, 'guneskan gu')[0]).toBe('Gülşen Güneşkan');
    expect(found(index, 'maria mar')[0]).toBe('Maria Marten');
    expect(found(indexOf('Gül Gündüz', 'Gül Adler'), 'gü gü')[0]).toBe('Gül Gündüz');
  });
});

describe('a slip of the finger is forgiven', () => {
  const index = indexOf('Emma Müller 3b', 'Paul Schneider 3b', 'Jonas Bergmann 2a', 'Yağmur Yıldırım 1c');

  test.each([
    ['a letter too many', ['mülller', 'schneiider', 'bergmaann', 'xmueller']],
    ['a letter missing', ['schnider', 'chneider', 'bergman', 'muller', 'meller']],
    ['a wrong letter', ['schneifer', 'nergmann', 'nüller', 'miller']],
    ['two letters swapped', ['scnheider', 'shcneider', 'ebrgmann', 'mulelr', 'yildirmi']],
    ['in the beginning of a name that goes on', ['schnied', 'bregm', 'nulle', 'yilidr']],
    ['in the given name', ['jonnas', 'emmma', 'yagmru', 'oemma']],
  ])('%s', (_slip, queries) => {
    for (const query of queries) expect([query, found(index, query).length]).toEqual([query, 1]);
  });

  it('together with other words, in whichever word it is', () => {
    for (const query of [
      'emma mulller 3b',
      'mulelr em',
      'emmma müller',
      '3b müler',
      'mueler emm',
      'emma 3b mülelr',
    ]) {
      expect([query, found(index, query)]).toEqual([query, ['Emma Müller 3b']]);
    }
  });

  it('but only one, only in words of four letters, and not in the class', () => {
    expect(found(index, 'schnnieder')).toEqual([]);
    expect(found(index, 'emmma mulller')).toEqual([]);
    expect(found(index, 'pal')).toEqual([]);
    expect(found(index, 'müller 3c')).toEqual([]);
  });

  it('only while fewer than three children fit as typed', () => {
    const many = indexOf('A Meier', 'B Meier', 'C Meier', 'D Maier');
    expect(found(many, 'meier')).toEqual(['A Meier', 'B Meier', 'C Meier']);
    expect(found(many, 'maier')).toEqual(['D Maier', 'A Meier', 'B Meier', 'C Meier']);
  });

  it('and a whole name comes before a beginning, a child before a guardian', () => {
    const close = indexOf(
      'A Bergmannsen',
      'B Bergmann',
      child('C Adler', { guardians: [{ givenName: 'X', familyName: 'Bergmann' }] }),
    );
    expect(found(close, 'bergmahn')).toEqual(['B Bergmann', 'A Bergmannsen', 'C Adler']);
  });
});

describe('a long list is in the order of the German collation', () => {
  const german = new Intl.Collator('de');

  it.each([1, 2, 3])('for invented names (%i)', (seed) => {
    const index = createStudentIndex();
    const students = inventStudents(3_000, seed).map((student) => ({
      ...student,
      className: '1a',
      givenName: 'Kim',
    }));
    index.replaceAll(students);
    const families = new Map(students.map(({ id, familyName }) => [id, familyName]));
    expect(index.search('1a', { limit: 100 }).map(({ studentId }) => families.get(studentId))).toEqual(
      students
        .map(({ familyName }) => familyName)
        .sort(german.compare)
        .slice(0, 100),
    );
  });

  it('for any Latin letters', () => {
    const name = fc.string({
      unit: fc.constantFrom(...'abzAZäÄöüßéèçşŞğıİčćšžźżńąęłøđåæÿñ- ’'),
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 40 }), (familyNames) => {
        const index = createStudentIndex();
        index.replaceAll(
          familyNames.map((familyName) => child('Kim', { id: familyName, familyName, className: '1a' })),
        );
        const listed = found(index, '1a', 100);
        const isSorted = listed.every(
          (one, at) => at === 0 || german.compare(listed[at - 1] ?? '', one) <= 0,
        );
        expect([listed, isSorted]).toEqual([listed, true]);
      }),
      { numRuns: 500 },
    );
  });
});
