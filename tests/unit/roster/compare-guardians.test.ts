import { describe, expect, it } from 'vitest';
import { compareRoster } from '../../../src-shared/roster/compare.ts';
import { isNothingToDo } from '../../../src-shared/roster/preview.ts';
import type { ParsedGuardian } from '../../../src-shared/roster/types.ts';
import {
  child,
  guardian,
  guardianRow,
  parentsFile,
  row,
  school,
  studentsFile,
} from '../../support/roster-files/small-school.ts';

const ring = { street: 'Am Ring 1', postalCode: '27777', city: 'Ganderkesee' };
const moor = { street: 'Moorweg 4', postalCode: '27798', city: 'Hude' };
const mobile = { phones: [{ label: null, value: '0171 1234567' }] };
const anna = child('Anna Koch', { importKey: '1' });
const ole = child('Ole Koch', { importKey: '2', className: '1a' });

function compare(current: Parameters<typeof school>, rows: readonly Omit<ParsedGuardian, 'line'>[]) {
  return compareRoster([parentsFile(rows)], school(...current));
}

describe('lines of the file', () => {
  it('with the same person for two children are one guardian with two ties', () => {
    const preview = compare(
      [[anna, ole]],
      [guardianRow('Petra Koch', '1', ring), guardianRow('Petra Koch', '2', ring)],
    );
    expect(preview.newGuardians).toEqual([
      expect.objectContaining({ givenName: 'Petra', street: 'Am Ring 1' }),
    ]);
    expect(preview.newGuardianships.map(({ studentRef, guardianRef }) => [studentRef, guardianRef])).toEqual([
      ['Anna', 'guardian:0:2'],
      ['Ole', 'guardian:0:2'],
    ]);
  });

  it('bring their phones and mails together', () => {
    const preview = compare(
      [[anna, ole]],
      [
        guardianRow('Petra Koch', '1', { ...ring, ...mobile }),
        guardianRow('Petra Koch', '2', { ...ring, emails: ['p@example.org'] }),
      ],
    );
    expect(preview.newGuardians).toEqual([expect.objectContaining({ ...mobile, emails: ['p@example.org'] })]);
  });

  it('without any contact are one guardian for siblings, and two for children of other families', () => {
    const brandt = child('Tim Brandt', { importKey: '3' });
    expect(
      compare([[anna, ole]], [guardianRow('Petra Koch', '1'), guardianRow('Petra Koch', '2')]).newGuardians,
    ).toHaveLength(1);
    expect(
      compare([[anna, brandt]], [guardianRow('Petra Meyer', '1'), guardianRow('Petra Meyer', '3')])
        .newGuardians,
    ).toHaveLength(2);
  });

  it('with one e-mail for two people are two guardians', () => {
    const emails = ['familie@example.org'];
    expect(
      compare(
        [[anna]],
        [guardianRow('Petra Koch', '1', { emails }), guardianRow('Jan Koch', '1', { emails })],
      ).newGuardians,
    ).toHaveLength(2);
  });

  it('with one name, one phone and two addresses are a question', () => {
    const preview = compare(
      [[anna, ole]],
      [
        guardianRow('Petra Koch', '1', { ...ring, ...mobile }),
        guardianRow('Petra Koch', '2', { ...moor, ...mobile }),
      ],
    );
    expect(preview.newGuardians).toHaveLength(1);
    expect(preview.possibleGuardians).toEqual([
      expect.objectContaining({
        line: 3,
        suggestedId: null,
        candidates: [expect.objectContaining({ guardianId: 'guardian:0:2', reason: 'otherContact' })],
      }),
    ]);
  });

  it('for a child nobody knows are listed with the key', () => {
    const preview = compare([[anna]], [guardianRow('Petra Koch', '99')]);
    expect(preview.unreadable).toEqual([
      expect.objectContaining({ code: 'childUnknown', line: 2, value: '99', file: 'eltern.csv' }),
    ]);
    expect(isNothingToDo(preview)).toBe(true);
  });

  it('find a child that comes new in another file', () => {
    const files = [
      studentsFile([row('Mia Adler', { importKey: '007' })]),
      parentsFile([guardianRow('Petra Adler', '7')]),
    ];
    const preview = compareRoster(files, school([]));
    expect(preview.newGuardianships).toEqual([
      expect.objectContaining({
        studentRef: 'student:0:2',
        studentName: 'Mia Adler',
        guardianName: 'Petra Adler',
      }),
    ]);
  });

  it('for a child that is still a question wait for the answer', () => {
    const files = [
      studentsFile([row('Anna Kock', { importKey: '5' })]),
      parentsFile([guardianRow('Petra Koch', '5')]),
    ];
    const preview = compareRoster(files, school([child('Anna Koch')]));
    expect(preview.newGuardians).toEqual([]);
    expect(preview.unreadable).toEqual([expect.objectContaining({ code: 'childUndecided', value: '5' })]);
  });
});

describe('a guardian of the school', () => {
  const petra = guardian('Petra Koch', { ...ring, ...mobile, emails: ['p@example.org'] });

  it('is found by child and name; a new address is a change', () => {
    const preview = compare([[anna], [petra], [['Anna', 'Petra']]], [guardianRow('Petra Koch', '1', moor)]);
    expect(preview.changedGuardians).toEqual([
      expect.objectContaining({
        guardianId: 'Petra',
        changes: [
          expect.objectContaining({ field: 'street', before: 'Am Ring 1', after: 'Moorweg 4' }),
          expect.objectContaining({ field: 'postalCode', before: '27777', after: '27798' }),
          expect.objectContaining({ field: 'city', before: 'Ganderkesee', after: 'Hude' }),
        ],
      }),
    ]);
  });

  it('keeps what the file does not say, and what it writes in another way', () => {
    const same = guardianRow('PETRA Koch', '1', {
      givenName: 'Petra',
      street: 'am ring 1',
      postalCode: '27777',
      phones: [{ label: 'Handy', value: '+49 171/1234567' }],
      emails: ['P@EXAMPLE.ORG'],
    });
    expect(isNothingToDo(compare([[anna], [petra], [['Anna', 'Petra']]], [same]))).toBe(true);
    expect(
      isNothingToDo(compare([[anna], [petra], [['Anna', 'Petra']]], [guardianRow('Petra Koch', '1')])),
    ).toBe(true);
  });

  it('gets a further phone without losing one', () => {
    const phones = [{ label: 'Handy', value: '0160 7654321' }];
    const preview = compare(
      [[anna], [petra], [['Anna', 'Petra']]],
      [guardianRow('Petra Koch', '1', { phones })],
    );
    expect(preview.changedGuardians).toEqual([expect.objectContaining({ addPhones: phones, addEmails: [] })]);
  });

  it('is found for a sibling by name and a contact in common', () => {
    const preview = compare(
      [[anna, ole], [petra], [['Anna', 'Petra']]],
      [guardianRow('Petra Koch', '2', mobile)],
    );
    expect(preview.newGuardians).toEqual([]);
    expect(preview.newGuardianships).toEqual([
      expect.objectContaining({ studentRef: 'Ole', guardianRef: 'Petra' }),
    ]);
  });

  it('is a question when only the phone is the same and the address is not', () => {
    const preview = compare(
      [[anna, ole], [petra], [['Anna', 'Petra']]],
      [guardianRow('Petra Koch', '2', { ...moor, ...mobile })],
    );
    expect(preview.possibleGuardians).toEqual([
      expect.objectContaining({
        candidates: [expect.objectContaining({ guardianId: 'Petra', reason: 'otherContact' })],
      }),
    ]);
  });

  it('is a question when the name is spelled differently', () => {
    const preview = compare([[anna], [petra], [['Anna', 'Petra']]], [guardianRow('Petra Kock', '1')]);
    expect(preview.newGuardians).toEqual([]);
    expect(preview.possibleGuardians).toEqual([
      expect.objectContaining({
        suggestedId: 'Petra',
        candidates: [expect.objectContaining({ reason: 'spelling' })],
      }),
    ]);
  });

  it('is another person when only the name is the same', () => {
    const brandt = child('Tim Brandt', { importKey: '3' });
    const preview = compare(
      [[anna, brandt], [petra], [['Anna', 'Petra']]],
      [guardianRow('Petra Koch', '3', moor)],
    );
    expect(preview.newGuardians).toHaveLength(1);
    expect(preview.possibleGuardians).toEqual([]);
  });

  it('keeps the address when the file gives two', () => {
    const ties = [
      ['Anna', 'Petra'],
      ['Ole', 'Petra'],
    ] as const;
    const preview = compare(
      [[anna, ole], [petra], ties],
      [guardianRow('Petra Koch', '1', ring), guardianRow('Petra Koch', '2', moor)],
    );
    expect(preview.changedGuardians).toEqual([]);
    expect(preview.unreadable).toEqual([
      expect.objectContaining({
        code: 'guardianAddressDiffers',
        value: 'Petra Koch',
        params: { lines: '2, 3' },
      }),
    ]);
  });

  it('may be there twice, once for each child, and is left alone', () => {
    const twice = [guardian('Petra Koch', { ...ring }), guardian('Petra Koch', { id: 'Petra2', ...ring })];
    const ties = [
      ['Anna', 'Petra'],
      ['Ole', 'Petra2'],
    ] as const;
    expect(
      isNothingToDo(
        compare(
          [[anna, ole], twice, ties],
          [guardianRow('Petra Koch', '1', ring), guardianRow('Petra Koch', '2', ring)],
        ),
      ),
    ).toBe(true);
  });
});
