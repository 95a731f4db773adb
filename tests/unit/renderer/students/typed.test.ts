import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DirectoryLine } from '../../../../src-renderer/students/directory-line.ts';
import { guardianFieldsOf, guardianFormOf } from '../../../../src-renderer/students/guardian-form.ts';
import {
  countFilters,
  filterLines,
  noFilters,
  type StudentFilters,
} from '../../../../src-renderer/students/student-filters.ts';
import {
  birthDateOf,
  emptyForm,
  fieldsOf,
  formOf,
  timeOf,
} from '../../../../src-renderer/students/student-form.ts';
import { readView, writeView } from '../../../../src-renderer/students/view-definition.ts';
import { anId } from '../../../support/builders/ids.ts';

describe('a birthday', () => {
  test.each([
    ['5.3.2018', '2018-03-05'],
    ['05.03.18', '2018-03-05'],
    ['', null],
    ['31.02.2018', undefined],
    ['2018', undefined],
    ['1.1.1850', undefined],
  ])('%s', (typed, day) => expect(birthDateOf(typed)).toBe(day));
});

describe('a time', () => {
  test.each([
    ['11:45', '11:45'],
    ['1145', '11:45'],
    ['8.05', '08:05'],
    ['', null],
    ['25:00', undefined],
    ['gleich', undefined],
  ])('%s', (typed, time) => expect(timeOf(typed)).toBe(time));
});

test('a child’s data come out of the form as they went in', () => {
  const known = fc.record({
    givenName: fc.constantFrom('Zoë', 'Ngô Thị'),
    familyName: fc.constantFrom('Öztürk', 'Müller-Behrens'),
    birthDate: fc.option(fc.constantFrom('2018-03-05', '2020-02-29')),
    allDayCare: fc.boolean(),
    lunch: fc.boolean(),
    earlyPickupAt: fc.option(fc.constantFrom('11:45', '08:05')),
  });
  fc.assert(
    fc.property(known, (child) => {
      const flags = { allDayCare: child.allDayCare ? 1 : 0, lunch: child.lunch ? 1 : 0 };
      expect(fieldsOf(formOf(child))).toEqual({ ...child, ...flags });
    }),
  );
  expect(fieldsOf(emptyForm)).toBeUndefined();
});

describe('the directory’s filters', () => {
  const line = (fields: Partial<DirectoryLine>): DirectoryLine => ({
    studentId: anId(),
    givenName: 'Emir',
    familyName: 'Yılmaz',
    className: '3b',
    classId: null,
    gradeLevel: 3,
    leftOn: null,
    own: true,
    birthDate: null,
    allDayCare: false,
    lunch: false,
    earlyPickupAt: null,
    guardians: [{ guardianId: anId(), name: 'Aylin Özkan', relation: 'mother' }],
    phone: '0170 5550142',
    city: 'Bremen',
    languages: [],
    blockedGuardian: false,
    groups: ['Schach-AG'],
    ...fields,
  });
  const lines = [
    line({}),
    line({ givenName: 'Groß', familyName: 'Wiśniewska', allDayCare: true }),
    line({
      givenName: 'Ina',
      familyName: 'Müller-Đorđević',
      city: null,
      guardians: [],
      groups: [],
      phone: null,
      className: '1a',
    }),
  ];
  const found = (filters: Partial<StudentFilters>) =>
    filterLines(lines, { ...noFilters, ...filters }).map((one) => one.familyName);

  test.each([
    [{ text: 'yilmaz emir' }, ['Yılmaz']],
    [{ text: 'ozkan' }, ['Yılmaz', 'Wiśniewska']],
    [{ text: 'oezkan' }, ['Yılmaz', 'Wiśniewska']],
    [{ text: 'YILMAZ, Emir' }, ['Yılmaz']],
    [{ text: 'mueller' }, ['Müller-Đorđević']],
    [{ text: 'djordjevic' }, ['Müller-Đorđević']],
    [{ text: 'müller-dordevic' }, ['Müller-Đorđević']],
    [{ text: 'gross' }, ['Wiśniewska']],
    [{ text: '0142' }, ['Yılmaz', 'Wiśniewska']],
    [{ text: 'schach bremen 3b' }, ['Yılmaz', 'Wiśniewska']],
    [{ text: 'yilmaz niemand' }, []],
    [{ allDayCare: true }, ['Wiśniewska']],
    [{ blocked: true }, []],
  ])('%o', (filters, names) => expect(found(filters)).toEqual(names));

  test('are counted', () => {
    expect(countFilters(noFilters)).toBe(0);
    expect(countFilters({ ...noFilters, text: 'a', lunch: true })).toBe(2);
  });

  test('a view is read as it was kept; one of another make is left alone', () => {
    const view = { filters: { ...noFilters, allDayCare: true }, columns: ['name', 'phone'] };
    expect(readView(writeView(view))).toEqual(view);
    expect(readView('{"columns":1}')).toBeUndefined();
    expect(readView('nothing')).toBeUndefined();
  });
});

describe('a guardian’s form', () => {
  test('needs a family name; empty numbers and an empty address are nothing', () => {
    expect(guardianFieldsOf(guardianFormOf(null))).toBeUndefined();
    const fields = guardianFieldsOf({ ...guardianFormOf(null), familyName: ' Özkan ' });
    expect(fields).toMatchObject({
      name: { familyName: 'Özkan', language: null },
      contacts: [],
      address: null,
    });
  });

  test('an institution has one name', () => {
    const form = { ...guardianFormOf(null), kind: 'institution' as const };
    const fields = guardianFieldsOf({ ...form, givenName: 'Rest', familyName: 'Jugendamt' });
    expect(fields?.name).toMatchObject({ givenName: '', familyName: 'Jugendamt' });
  });
});
