import { describe, expect, it } from 'vitest';
import {
  fittingTemplate,
  guessedMapping,
  type MappingTemplate,
  readTemplate,
  withField,
  writeTemplate,
} from '../../../../src-renderer/roster/mapping-state.ts';
import { missingFields, type UnknownList } from '../../../../src-shared/roster/mapping.ts';

const bare: UnknownList = {
  file: 'edoo.csv',
  rows: [
    ['Mia', 'Koch', '3b'],
    ['Ole', 'Lang', '3b'],
  ],
  guesses: { students: [null, null, null], guardians: [null, null, null] },
};

const headed: UnknownList = {
  file: 'asv.csv',
  rows: [
    ['Rufname', 'Familienname', 'Gruppe 1', 'Gruppe 2'],
    ['Mia', 'Koch', '3b', 'Chor'],
  ],
  guesses: {
    students: ['callName', 'familyName', 'className', 'className'],
    guardians: [null, 'familyName', null, null],
  },
};

function template(list: UnknownList, name: string): MappingTemplate {
  const definition = writeTemplate(guessedMapping(list, 'students'), list);
  const read = readTemplate({ viewId: name, name, definition });
  if (!read) throw new Error('not readable');
  return read;
}

describe('naming the columns of a list', () => {
  it('begins with what the headings say, each field once', () => {
    const mapping = guessedMapping(headed, 'students');
    expect(mapping).toMatchObject({
      hasHeading: true,
      fields: ['callName', 'familyName', null, 'className'],
    });
    expect(missingFields(mapping)).toEqual([]);
  });

  it('begins with nothing where the first row is a child', () => {
    const mapping = guessedMapping(bare, 'students');
    expect(mapping).toEqual({ kind: 'students', hasHeading: false, fields: [null, null, null] });
    expect(missingFields(mapping)).toEqual(['givenName', 'familyName']);
  });

  it('moves a field to the column it is given to, and lets several columns hold phones', () => {
    const start = guessedMapping(bare, 'guardians');
    const named = withField(withField(start, 0, 'familyName'), 2, 'familyName');
    expect(named.fields).toEqual([null, null, 'familyName']);
    expect(withField(withField(start, 0, 'phone'), 1, 'phone').fields).toEqual(['phone', 'phone', null]);
  });

  it('asks for the child of a guardian by key or by whole name', () => {
    const guardians = { kind: 'guardians', hasHeading: false } as const;
    expect(missingFields({ ...guardians, fields: ['givenName', 'familyName', 'studentKey'] })).toEqual([]);
    expect(missingFields({ ...guardians, fields: ['givenName', 'familyName', 'childGivenName'] })).toEqual([
      'childFamilyName',
    ]);
  });
});

describe('a template', () => {
  it('fits a list with the same heading, or without heading one of as many columns', () => {
    const templates = [template(bare, 'edoo'), template(headed, 'asv')];
    expect(fittingTemplate(headed, templates)?.name).toBe('asv');
    expect(fittingTemplate({ ...bare, rows: [['Ida', 'Voss', '1a']] }, templates)?.name).toBe('edoo');
    expect(fittingTemplate({ ...bare, rows: [['Ida', 'Voss']] }, templates)).toBeUndefined();
    expect(fittingTemplate({ ...headed, rows: [['A', 'B', 'C', 'D']] }, templates)).toBeUndefined();
  });

  it('holds no child of the list it was made for', () => {
    expect(writeTemplate(guessedMapping(bare, 'students'), bare)).not.toContain('Mia');
  });

  it.each(['', '{', '{"mapping":{"kind":"teachers"}}'])('that reads %j is none', (definition) => {
    expect(readTemplate({ viewId: 'a', name: 'a', definition })).toBeNull();
  });
});
