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

describe('a child is recognised', () => {
  it.each([
    [
      'by its key, whatever else changed',
      child('Anna Koch', { importKey: '17' }),
      row('Anna Koch-Adler', { importKey: '17', className: '4a' }),
      { changedStudents: 1, movedStudents: 1, newClasses: 1 },
    ],
    [
      'by its key without the zeros that Excel drops',
      child('Anna Koch', { importKey: '0017' }),
      row('Anna Koch', { importKey: '17' }),
      {},
    ],
    [
      'by name and birth date in another class',
      child('Anna Koch', { birthDate: '2018-02-01' }),
      row('Anna Koch', { birthDate: '2018-02-01', className: '4a' }),
      { movedStudents: 1, newClasses: 1 },
    ],
    ['by name and class', child('Anna Koch'), row('Anna Koch'), {}],
    [
      'by name and class, and gets its key and birth date',
      child('Anna Koch'),
      row('Anna Koch', { importKey: '17', birthDate: '2018-02-01' }),
      { changedStudents: 1 },
    ],
    [
      'with another spelling of the class',
      child('Anna Koch', { className: '3b' }),
      row('Anna Koch', { className: 'Klasse 03 B' }),
      {},
    ],
    ['with an accent more', child('Andre Koch'), row('André Koch'), { changedStudents: 1 }],
    [
      'with hyphen for blank',
      child('Hans Koch', { givenName: 'Hans Peter' }),
      row('Hans Koch', { givenName: 'Hans-Peter' }),
      { changedStudents: 1 },
    ],
    ['with ue for ü', child('Anna Mueller'), row('Anna Müller'), { changedStudents: 1 }],
  ])('%s', (_, known, line, expected) => {
    expect(filled(compare([known], [line]))).toEqual(expected);
  });
});

describe('what changed is shown field by field', () => {
  it('before and after', () => {
    const preview = compare(
      [child('Anna Koch', { importKey: '17', birthDate: '2018-02-01' })],
      [row('Anna Kochs', { importKey: '17', birthDate: '2018-02-02' })],
    );
    expect(preview.changedStudents[0]?.changes).toEqual([
      { ref: 'change:Anna:familyName', suggested: true, field: 'familyName', before: 'Koch', after: 'Kochs' },
      {
        ref: 'change:Anna:birthDate',
        suggested: true,
        field: 'birthDate',
        before: '2018-02-01',
        after: '2018-02-02',
      },
    ]);
  });

  it.each([
    ['Yılmaz', 'Yilmaz'],
    ['Đorđević', 'Dordevic'],
    ['Müller', 'MÜLLER'],
    ['Müller', 'Muller'],
  ])('but %s → %s is not suggested: the source writes it worse', (before, after) => {
    const preview = compare(
      [child('Anna X', { familyName: before, importKey: '17' })],
      [row('Anna X', { familyName: after, importKey: '17' })],
    );
    expect(preview.changedStudents[0]?.changes).toEqual([
      expect.objectContaining({ before, after, suggested: false }),
    ]);
  });

  it('an empty cell empties nothing', () => {
    const known = child('Anna Koch', { importKey: '17', birthDate: '2018-02-01' });
    expect(isNothingToDo(compare([known], [row('Anna Koch', { importKey: '17', className: null })]))).toBe(
      true,
    );
  });

  it('a letter lost to ? changes nothing and is told', () => {
    const preview = compare(
      [child('Işıl Yılmaz', { importKey: '17' })],
      [row('I??l Y?lmaz', { importKey: '17' })],
    );
    expect(isNothingToDo(preview)).toBe(true);
    expect(preview.notes).toEqual([
      expect.objectContaining({ code: 'lettersKept', line: 2, params: { kept: 'Işıl Yılmaz' } }),
    ]);
  });

  it('a letter lost in a new name is listed, and the child goes in', () => {
    const preview = compare([], [row('Ay?e Kaya')]);
    expect(preview.newStudents).toHaveLength(1);
    expect(preview.unreadable).toEqual([expect.objectContaining({ code: 'lettersLost', line: 2 })]);
  });
});

describe('lines that mean one child', () => {
  it('are its groups in DaNiS: the class counts', () => {
    const preview = compare(
      [],
      [
        row('Anna Koch', { importKey: '1', className: 'Chor' }),
        row('Anna Koch', { importKey: '1', className: '3b' }),
      ],
    );
    expect(preview.newStudents).toEqual([expect.objectContaining({ className: '3b' })]);
    expect(preview.newClasses).toEqual([{ name: '3b', gradeLevel: 3 }]);
    expect(preview.notes).toEqual([
      expect.objectContaining({ code: 'groupIgnored', line: 2, value: 'Chor' }),
    ]);
  });

  it('with two classes leave the class open', () => {
    const preview = compare(
      [child('Anna Koch', { importKey: '1', className: '3b' })],
      [
        row('Anna Koch', { importKey: '1', className: '3a' }),
        row('Anna Koch', { importKey: '1', className: '4a' }),
      ],
    );
    expect(preview.movedStudents).toEqual([]);
    expect(preview.unreadable).toEqual([expect.objectContaining({ code: 'twoClasses', value: '3a, 4a' })]);
  });

  it('repeat each other and count once', () => {
    const line = row('Anna Koch', { importKey: '1' });
    expect(compare([], [line, line])).toMatchObject({
      newStudents: { length: 1 },
      notes: [{ code: 'duplicateRow', line: 3 }],
    });
  });

  it('but not with one key for two names: both are recognised by name', () => {
    const preview = compare(
      [child('Ole Brandt')],
      [row('Anna Koch', { importKey: '1' }), row('Ole Brandt', { importKey: '1' })],
    );
    expect(filled(preview)).toEqual({ newStudents: 1, unreadable: 1 });
    expect(preview.unreadable).toEqual([
      expect.objectContaining({ code: 'importKeyTwice', line: 3, value: '1', params: { firstLine: 2 } }),
    ]);
  });

  it('may stand in two files', () => {
    const files = [
      studentsFile([row('Anna Koch')], 'a.csv'),
      studentsFile([row('Anna Koch', { importKey: '1' })], 'b.csv'),
    ];
    const preview = compareRoster(files, school([]));
    expect(preview.newStudents).toEqual([expect.objectContaining({ importKey: '1' })]);
  });
});

describe('children who leave and come back', () => {
  it('are proposals that nobody has ticked', () => {
    const preview = compare(
      [child('Anna Koch'), child('Ole Brandt', { leftOn: '2025-07-31', birthDate: '2018-02-01' })],
      [row('Ole Brandt', { birthDate: '2018-02-01', className: '4a' })],
    );
    expect(preview.leftStudents).toEqual([expect.objectContaining({ studentId: 'Anna', suggested: false })]);
    expect(preview.returnedStudents).toEqual([
      expect.objectContaining({ studentId: 'Ole', suggested: false, className: '4a' }),
    ]);
    expect(preview.newStudents).toEqual([]);
  });

  it('are not asked about again while their last day is still to come, whether they are in the file or not', () => {
    const leaving = [child('Anna Koch', { isLeaving: true }), child('Ole Brandt', { isLeaving: true })];
    expect(isNothingToDo(compare(leaving, [row('Ole Brandt')]))).toBe(true);
  });

  it('say whether their class is in the file at all', () => {
    const preview = compare(
      [child('Anna Koch'), child('Ole Brandt', { className: '4a' }), child('Mia Adler')],
      [row('Mia Adler')],
    );
    expect(preview.leftStudents.map(({ studentId, classInFile }) => [studentId, classInFile])).toEqual([
      ['Anna', true],
      ['Ole', false],
    ]);
  });

  it('are not looked for in a file of guardians', () => {
    const empty = { ...studentsFile([]), covers: 'guardians' as const };
    expect(isNothingToDo(compareRoster([empty], school([child('Anna Koch')])))).toBe(true);
  });

  it('come with a warning when they are many', () => {
    const many = Array.from({ length: 10 }, (_, index) =>
      child(`Kind${index} Koch`, { id: `${index}`, familyName: `Koch${index}` }),
    );
    expect(compare(many, [row('Kind0 Koch', { familyName: 'Koch0' })]).notes).toEqual([
      expect.objectContaining({ code: 'manyLeft', params: { left: 9, present: 10 } }),
    ]);
  });

  it('do not shadow a namesake who is still there', () => {
    const namesakes = [
      child('Anna Koch', { id: 'old', leftOn: '2024-07-31' }),
      child('Anna Koch', { id: 'now' }),
    ];
    expect(isNothingToDo(compare(namesakes, [row('Anna Koch')]))).toBe(true);
  });
});

describe('the year change', () => {
  it('moves every child, and none is new or gone', () => {
    const before = ['1a', '2a', '3a'].map((className, index) =>
      child(`Kind${index} Koch`, { id: `${index}`, importKey: `${index}`, className }),
    );
    const rows = before.map((_, index) =>
      row(`Kind${index} Koch`, { importKey: `${index}`, className: `${index + 2}a` }),
    );
    const preview = compare(before, rows);
    expect(filled(preview)).toEqual({ movedStudents: 3, newClasses: 1 });
    expect(preview.newClasses).toEqual([{ name: '4a', gradeLevel: 4 }]);
  });
});
