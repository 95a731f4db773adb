import { describe, expect, it } from 'vitest';
import { compareRoster } from '../../../src-shared/roster/compare.ts';
import type { CurrentStudent } from '../../../src-shared/roster/current.ts';
import { isNothingToDo, type RosterPreview } from '../../../src-shared/roster/preview.ts';
import type { ParsedStudent } from '../../../src-shared/roster/types.ts';
import { child, row, school, studentsFile } from '../../support/roster-files/small-school.ts';

function compare(students: CurrentStudent[], rows: readonly Omit<ParsedStudent, 'line'>[]): RosterPreview {
  return compareRoster([studentsFile(rows)], school(students));
}

/** The lists that aren't empty, with the number of their entries. */
function filled(preview: RosterPreview): Record<string, number> {
  const lists = Object.entries(preview).filter(([name]) => name !== 'sources');
  return Object.fromEntries(
    lists.flatMap(([name, list]) => (Array.isArray(list) && list.length > 0 ? [[name, list.length]] : [])),
  );
}

describe('a name that is spelled differently is a question, never one child gone and one new', () => {
  it.each([
    ['a letter changed, same class', child('Anna Meier'), row('Anna Meyer'), 'spelling'],
    ['letters swapped', child('Brian Koch'), row('Brain Koch'), 'spelling'],
    ['a second given name', child('Anna Koch'), row('Anna Koch', { givenName: 'Anna Sophie' }), 'partOfName'],
    ['half of a double name', child('Anna Koch-Adler'), row('Anna Adler'), 'partOfName'],
    ['names swapped', child('Anna Koch'), row('Koch Anna'), 'swapped'],
    ['lost letters', child('Anna Yılmaz'), row('Anna Y?lmaz'), 'lostLetters'],
    [
      'another class, nothing else known',
      child('Anna Koch'),
      row('Anna Koch', { className: '4a' }),
      'otherClass',
    ],
    [
      'another family name, same birthday',
      child('Anna Koch', { birthDate: '2018-02-01' }),
      row('Anna Brandt', { birthDate: '2018-02-01' }),
      'sameBirthDate',
    ],
  ])('%s', (_, known, line, reason) => {
    const { newClasses: _classes, ...preview } = filled(compare([known], [line]));
    expect(preview).toEqual({ possibleStudents: 1 });
    const [possible] = compare([known], [line]).possibleStudents;
    expect(possible?.candidates).toEqual([expect.objectContaining({ studentId: known.id, reason })]);
    expect(possible?.suggestedId).toBe(known.id);
  });

  it.each([
    [
      'the same name with another key',
      child('Anna Koch', { importKey: '17' }),
      row('Anna Koch', { importKey: '18' }),
      'otherImportKey',
    ],
    [
      'the same name with another birth date',
      child('Anna Koch', { birthDate: '2018-02-01' }),
      row('Anna Koch', { birthDate: '2018-02-02' }),
      'otherBirthDate',
    ],
    [
      'the same key with quite another name',
      child('Anna Koch', { importKey: '17' }),
      row('Ole Brandt', { importKey: '17' }),
      'importKeyOtherName',
    ],
  ])('and %s is one without a suggestion', (_, known, line, reason) => {
    const [possible] = compare([known], [line]).possibleStudents;
    expect(possible?.candidates).toEqual([expect.objectContaining({ reason })]);
    expect(possible?.suggestedId).toBeNull();
  });

  it('shows what would change if it is the same child', () => {
    const [possible] = compare(
      [child('Anna Meier')],
      [row('Anna Meyer', { importKey: '17', className: '3b' })],
    ).possibleStudents;
    expect(possible?.candidates[0]?.changes.map(({ field }) => field)).toEqual(['familyName', 'importKey']);
  });

  it.each([
    [
      'another birth date and a similar name',
      child('Lena Koch', { birthDate: '2018-02-01' }),
      row('Lea Koch', { birthDate: '2016-05-05' }),
    ],
    ['another name altogether', child('Anna Koch'), row('Ole Brandt')],
    [
      'a brother with a key of his own',
      child('Jan Koch', { importKey: '17' }),
      row('Jana Koch', { importKey: '18' }),
    ],
  ])('but %s is another child', (_, known, line) => {
    expect(filled(compare([known], [line]))).toEqual({ newStudents: 1, leftStudents: 1 });
  });
});

describe('namesakes and twins', () => {
  it('two children of one name and birth date in two classes are told apart by the class', () => {
    const twins = [
      child('Anna Koch', { id: 'a', birthDate: '2018-02-01', className: '3a' }),
      child('Anna Koch', { id: 'b', birthDate: '2018-02-01', className: '3b' }),
    ];
    const rows = [
      row('Anna Koch', { birthDate: '2018-02-01', className: '3b', importKey: '12' }),
      row('Anna Koch', { birthDate: '2018-02-01', className: '3a', importKey: '11' }),
    ];
    const preview = compare(twins, rows);
    expect(preview.changedStudents.map(({ studentId, changes }) => [studentId, changes[0]?.after])).toEqual([
      ['b', '12'],
      ['a', '11'],
    ]);
  });

  it('namesakes in one class are told apart by their keys', () => {
    const namesakes = [
      child('Anna Koch', { id: 'a', importKey: '1' }),
      child('Anna Koch', { id: 'b', importKey: '2' }),
    ];
    expect(
      isNothingToDo(
        compare(namesakes, [row('Anna Koch', { importKey: '2' }), row('Anna Koch', { importKey: '1' })]),
      ),
    ).toBe(true);
  });

  it('namesakes that nothing tells apart and nothing changes are left alone', () => {
    const namesakes = [child('Anna Koch', { id: 'a' }), child('Anna Koch', { id: 'b' })];
    expect(isNothingToDo(compare(namesakes, [row('Anna Koch'), row('Anna Koch')]))).toBe(true);
  });

  it('namesakes that get keys are a question: who is who?', () => {
    const namesakes = [child('Anna Koch', { id: 'a' }), child('Anna Koch', { id: 'b' })];
    const preview = compare(namesakes, [
      row('Anna Koch', { importKey: '1' }),
      row('Anna Koch', { importKey: '2' }),
    ]);
    expect(filled(preview)).toEqual({ possibleStudents: 2 });
    expect(
      preview.possibleStudents.every(
        ({ candidates, suggestedId }) => candidates.length === 2 && suggestedId === null,
      ),
    ).toBe(true);
  });

  it('one of two namesakes missing is a question, not a child that left', () => {
    const namesakes = [child('Anna Koch', { id: 'a' }), child('Anna Koch', { id: 'b' })];
    expect(filled(compare(namesakes, [row('Anna Koch')]))).toEqual({ possibleStudents: 1 });
  });

  it('two lines that nothing tells apart are one new child, and the other is listed', () => {
    const preview = compare([], [row('Anna Koch'), row('Anna Koch')]);
    expect(preview.newStudents).toHaveLength(1);
    expect(preview.unreadable).toEqual([
      expect.objectContaining({ code: 'identicalRows', line: 3, params: { firstLine: 2 } }),
    ]);
  });

  it('similar twins are both found', () => {
    const twins = [
      child('Lea Koch', { birthDate: '2018-02-01' }),
      child('Lena Koch', { birthDate: '2018-02-01' }),
    ];
    expect(
      isNothingToDo(
        compare(twins, [
          row('Lena Koch', { birthDate: '2018-02-01' }),
          row('Lea Koch', { birthDate: '2018-02-01' }),
        ]),
      ),
    ).toBe(true);
  });
});
