import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchableStudent } from '../../../src-main/core/search/searchable-student.ts';
import { createStudentIndex } from '../../../src-main/core/search/student-index.ts';
import { child, found, indexOf } from './office.ts';

const given = ['Emma', 'Emmanuel', 'Ümit', 'Anna-Lena', 'Joel', 'Иван', ''];
const family = [
  'Müller',
  'Mueller',
  'Muller',
  'Müller-Schmidt',
  'Yıldız',
  "O'Brien",
  'Đorđević',
  'von der Heide',
  'Mustafa',
  '',
];
const queries = [
  'mü',
  'mu',
  'mue',
  'müller',
  'mulelr',
  'emma m',
  'em',
  'lena',
  '3b',
  '3',
  'mül 3b',
  'yil',
  'brien',
  '711',
  '0815',
  'der heide',
  'ivan',
  'fuchse',
];

const student: fc.Arbitrary<SearchableStudent> = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
  givenName: fc.constantFrom(...given),
  familyName: fc.constantFrom(...family),
  className: fc.constantFrom('1a', '3b', '3c', 'Füchse', ''),
  guardians: fc.array(
    fc.record({
      id: fc.constantFrom('g1', 'g2'),
      givenName: fc.constantFrom(...given),
      familyName: fc.constantFrom(...family),
      phones: fc.array(fc.constantFrom('0171 4711', '+49 5131 0815', 'keins', '12'), { maxLength: 2 }),
    }),
    { maxLength: 2 },
  ),
});

type Step =
  | { readonly put: SearchableStudent }
  | { readonly remove: string }
  | { readonly replaceAll: readonly SearchableStudent[] };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: student.map((put) => ({ put })) },
  { weight: 3, arbitrary: fc.constantFrom('a', 'b', 'c', 'd', 'zz').map((remove) => ({ remove })) },
  { weight: 1, arbitrary: fc.array(student, { maxLength: 4 }).map((replaceAll) => ({ replaceAll })) },
);

describe('an index kept up to date', () => {
  it('answers like one built afresh, after any sequence of changes', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.integer({ min: 1, max: 12 }), (steps, limit) => {
        const kept = createStudentIndex();
        const model = new Map<string, SearchableStudent>();
        for (const change of steps) {
          if ('put' in change) {
            kept.put(change.put);
            model.set(change.put.id, change.put);
          } else if ('remove' in change) {
            kept.remove(change.remove);
            model.delete(change.remove);
          } else {
            kept.replaceAll(change.replaceAll);
            model.clear();
            for (const one of change.replaceAll) model.set(one.id, one);
          }
        }
        const fresh = createStudentIndex();
        fresh.replaceAll(model.values());
        for (const query of queries)
          expect([query, kept.search(query, { limit })]).toEqual([query, fresh.search(query, { limit })]);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the order of the alphabet through hundreds of insertions in one place', () => {
    const names = Array.from(
      { length: 400 },
      (_, at) => `M${'abcdefghij'[at % 10]}${'abcdefghij'[Math.floor(at / 10) % 10]}${at}`,
    );
    const index = createStudentIndex();
    index.replaceAll([child('Ben Maa'), child('Ben Mzz')]);
    for (const name of names.toSorted().toReversed()) index.put(child(`Ben ${name}`));
    const order = found(index, 'ben', 100).map((id) => id.slice(4));
    expect(order).toEqual([...names, 'Maa', 'Mzz'].sort(new Intl.Collator('de').compare).slice(0, 100));
  });

  it('finds a renamed child by the new name only', () => {
    const index = indexOf(child('Emma Müller', { id: 'one' }));
    index.put(child('Emma Yıldız', { id: 'one', className: '2c' }));
    expect(found(index, 'müller')).toEqual([]);
    expect(found(index, 'yil 2c')).toEqual(['one']);
    expect(found(index, '1a')).toEqual([]);
  });

  it('forgets a removed child wholly, and an unknown one without complaint', () => {
    const index = indexOf(
      child('Emma Müller', { guardians: [{ familyName: 'Yıldız', phones: ['0171 4711'] }] }),
      'Tim Müller',
    );
    index.remove('Emma Müller');
    index.remove('nobody');
    for (const query of ['emma', 'yildiz', '4711', 'eima']) expect(found(index, query)).toEqual([]);
    expect(found(index, 'müller')).toEqual(['Tim Müller']);
  });

  it('is not disturbed when the caller changes what was put', () => {
    const changing = { ...child('Emma Müller'), familyName: 'Müller' };
    const index = indexOf(changing);
    changing.familyName = 'Adler';
    index.remove(changing.id);
    expect(found(index, 'müller')).toEqual([]);
    expect(found(index, 'emma')).toEqual([]);
  });

  it('counts a child listed twice once, as listed last', () => {
    const index = indexOf(child('Emma Müller', { id: 'one' }), child('Emma Adler', { id: 'one' }));
    expect(found(index, 'emma')).toEqual(['one']);
    expect(found(index, 'müller')).toEqual([]);
  });

  it('works empty', () => {
    const index = createStudentIndex();
    expect(found(index, 'emma')).toEqual([]);
    index.put(child('Emma Müller'));
    expect(found(index, 'emma')).toEqual(['Emma Müller']);
    index.replaceAll([]);
    expect(found(index, 'emma')).toEqual([]);
  });
});
