import { describe, expect, it } from 'vitest';
import { child, found, indexOf } from './office.ts';

const school = indexOf(
  child('Emma Müller 3b', {
    guardians: [
      { givenName: 'Sabine', familyName: 'Müller', phones: ['05131 4711-08'] },
      { givenName: 'Cem', familyName: 'Yıldız', phones: ['+49 (0)171 2345678'] },
    ],
  }),
  child('Tim Müller 1a', {
    guardians: [{ givenName: 'Sabine', familyName: 'Müller', phones: ['05131 4711-08'] }],
  }),
  child('Emil Mülders 3b', {
    guardians: [{ givenName: 'Olga', familyName: 'Mülders', phones: ['0048 601 234 999'] }],
  }),
  child('Emmanuel Adler 3a', {
    guardians: [{ givenName: 'Rita', familyName: 'Adler', phones: ['0511/999'] }],
  }),
  child('Mert Emmerich 4c', { guardians: [{ givenName: 'Emma', familyName: 'Emmerich', phones: [] }] }),
  child('Lena Zander 10a'),
);

describe('the phone desk finds a child', () => {
  it('by its names in any order', () => {
    for (const query of ['emma müller', 'müller emma', 'emma mül', 'mülle em', '  MÜLLER,  Emma ']) {
      expect([query, found(school, query)[0]]).toEqual([query, 'Emma Müller 3b']);
    }
  });

  it('and shows siblings of one surname side by side, in the order of the alphabet', () => {
    expect(found(school, 'müller', 2)).toEqual(['Emma Müller 3b', 'Tim Müller 1a']);
  });

  it('only from the second letter on', () => {
    expect(found(school, '')).toEqual([]);
    expect(found(school, 'm')).toEqual([]);
    expect(found(school, ' e ')).toEqual([]);
    expect(found(school, 'e m')).toContain('Emma Müller 3b');
  });

  it('with every typed word narrowing the list', () => {
    expect(found(school, 'emm')).toHaveLength(3);
    expect(found(school, 'emm adler')).toEqual(['Emmanuel Adler 3a']);
    expect(found(school, 'emma adler tim')).toEqual([]);
  });

  it('with no more hits than asked for', () => {
    expect(found(school, 'müller', 1)).toEqual(['Emma Müller 3b']);
    expect(found(school, 'em', 2)).toHaveLength(2);
    for (const limit of [0, -3, Number.NaN])
      expect(found(school, 'em', limit).length).toBeLessThanOrEqual(10);
  });
});

describe('the class is a filter anywhere in the search', () => {
  it('beside a name', () => {
    for (const query of ['mül 3b', '3b mül', 'mül 3B', 'mül 3 b', 'mül 3-b', '3b, mül']) {
      expect([query, found(school, query)]).toEqual([query, ['Emil Mülders 3b', 'Emma Müller 3b']]);
    }
    expect(found(school, 'mül 4c')).toEqual([]);
  });

  it('alone lists the class by the alphabet', () => {
    expect(found(school, '3b')).toEqual(['Emil Mülders 3b', 'Emma Müller 3b']);
  });

  it('as a number means the grade, and never grade 10 by a 1', () => {
    expect(found(school, '3')).toEqual(['Emmanuel Adler 3a', 'Emil Mülders 3b', 'Emma Müller 3b']);
    expect(found(school, 'mül 3')).toEqual(['Emil Mülders 3b', 'Emma Müller 3b']);
    expect(found(school, '1')).toEqual(['Tim Müller 1a']);
    expect(found(school, '10')).toEqual(['Lena Zander 10a']);
  });

  it('also when the class is called otherwise', () => {
    const others = indexOf(
      child('Ada Ast', { className: 'Füchse' }),
      child('Bo Busch', { className: 'Klasse 2 c' }),
      child('Cy Cello', { className: '1/2d' }),
    );
    expect(found(others, 'fuechse')).toEqual(['Ada Ast']);
    expect(others.search('füchse')[0]?.matchedBy).toBe('class');
    expect(found(others, '2c')).toEqual(['Bo Busch']);
    expect(found(others, '2')).toEqual(['Bo Busch', 'Cy Cello']);
    expect(found(others, '1 cel')).toEqual(['Cy Cello']);
  });
});

describe('a child is found by its guardians', () => {
  it('by a surname the child does not have', () => {
    expect(school.search('yildiz')).toMatchObject([
      { studentId: 'Emma Müller 3b', matchedBy: 'guardian', guardianId: 'Emma Müller 3b, guardian 2' },
    ]);
  });

  it("by the guardian's given name, alone or with the family's name", () => {
    expect(found(school, 'sabine')).toEqual(['Emma Müller 3b', 'Tim Müller 1a']);
    expect(school.search('sabine müller 1a')).toMatchObject([
      { studentId: 'Tim Müller 1a', matchedBy: 'guardian' },
    ]);
  });

  it('after the children of that name', () => {
    expect(found(school, 'emma')).toEqual(['Emma Müller 3b', 'Emmanuel Adler 3a', 'Mert Emmerich 4c']);
  });

  it('by the last digits of any number, however it is written', () => {
    for (const query of [
      '471108',
      '4711 08',
      '47 11 08',
      '05131/471108',
      '+49 5131 471108',
      '0049 5131-4711-08',
      '495131471108',
    ]) {
      expect([query, found(school, query)]).toEqual([query, ['Emma Müller 3b', 'Tim Müller 1a']]);
    }
    for (const query of ['678', '01712345678', '0171 234 56 78', '+49 171 2345678'])
      expect(found(school, query)).toEqual(['Emma Müller 3b']);
    expect(found(school, '+48 601 234 999')).toEqual(['Emil Mülders 3b']);
    expect(found(school, '999')).toEqual(['Emmanuel Adler 3a', 'Emil Mülders 3b']);
  });

  it('and names the number and whose it is', () => {
    expect(school.search('5678')[0]).toMatchObject({
      matchedBy: 'phone',
      guardianId: 'Emma Müller 3b, guardian 2',
      phone: '+49 (0)171 2345678',
    });
  });

  it('by digits together with a name or a class', () => {
    expect(found(school, 'tim 1108')).toEqual(['Tim Müller 1a']);
    expect(found(school, '3b 1108')).toEqual(['Emma Müller 3b']);
    expect(found(school, '1108 mül 1a')).toEqual(['Tim Müller 1a']);
  });

  it('but not by digits from the middle, nor by fewer than three', () => {
    expect(found(school, '4711')).toEqual([]);
    expect(found(school, '08')).toEqual([]);
    expect(found(school, '0')).toEqual([]);
  });
});
