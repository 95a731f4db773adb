import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../src-main/core/export/csv.ts';
import { guardianTable, studentTable } from '../../../src-main/core/roster/export-tables.ts';
import { readRelation, relationWords } from '../../../src-main/core/roster/values/relation.ts';
import { compareRoster } from '../../../src-shared/roster/compare.ts';
import type { CurrentRoster } from '../../../src-shared/roster/current.ts';
import { isNothingToDo } from '../../../src-shared/roster/preview.ts';
import type { ParsedRoster } from '../../../src-shared/roster/types.ts';
import { guardianRelations } from '../../../src-shared/tables/students.ts';
import { arbitrarySchool } from '../../support/roster-files/arbitrary-school.ts';
import { readBytes } from '../../support/roster-files/read-rows.ts';
import { child, guardian, school } from '../../support/roster-files/small-school.ts';

/** The lists of a school, read again. */
function listsOf(roster: CurrentRoster): ParsedRoster[] {
  return [studentTable(roster), guardianTable(roster)]
    .filter((table) => table.rows.length > 0)
    .map((table, index) => readBytes(toCsv(table), { file: `${index}.csv` }));
}

describe('the lists of a school', () => {
  it('read again change nothing, whatever namesakes, missing keys, labels and short numbers it has', () => {
    fc.assert(
      fc.property(arbitrarySchool(), fc.array(arbitraryPhone(), { minLength: 1 }), (bare, phones) => {
        const roster = withPhones(bare, phones);
        const files = listsOf(roster);
        const preview = compareRoster(files, roster);
        expect(preview.unreadable).toEqual([]);
        expect(isNothingToDo(preview)).toBe(true);
        expect(files.map(({ format }) => format)).toEqual(
          ['iservStudents', 'iservParents'].slice(0, files.length),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('name a child without a key by its id, and so does a list of its guardians alone', () => {
    const roster = school([child('Anna Koch')], [guardian('Eva Koch')], [['Anna', 'Eva']]);
    const [students, guardians] = listsOf(roster);
    expect(students?.students[0]?.importKey).toBe('Anna');
    const alone = compareRoster(guardians ? [guardians] : [], roster);
    expect([alone.unreadable, isNothingToDo(alone)]).toEqual([[], true]);
  });

  it('bring an institution back by its one name', () => {
    const home = { ...guardian('x'), id: 'home', givenName: '', familyName: 'Kinderhaus am Ring' };
    const bare = school([child('Anna Koch')], [home]);
    const relations = ['institution', 'legalGuardian'] as const;
    for (const relation of relations) {
      const tie = { studentId: 'Anna', guardianId: 'home', relation };
      const roster = { ...bare, guardianships: [tie] };
      const preview = compareRoster(listsOf(roster), roster);
      expect([preview.unreadable, isNothingToDo(preview)]).toEqual([[], true]);
    }
  });

  it('change nothing about a child that has got a key of its own since', () => {
    const [list] = listsOf(school([child('Anna Koch')]));
    const now = school([child('Anna Koch', { importKey: '12', className: '4a' })]);
    const { changedStudents, movedStudents } = compareRoster(list ? [list] : [], now);
    expect([changedStudents, movedStudents.length]).toEqual([[], 1]);
  });

  it('name two children who share a key by their ids', () => {
    const key = { importKey: '007' };
    const roster = school([
      child('Anna Koch', key),
      child('Ben Adler', key),
      child('Lea Brandt', { importKey: '08' }),
    ]);
    expect(studentTable(roster).rows.map((row) => row.importKey)).toEqual(['Ben', '08', 'Anna']);
    expect(isNothingToDo(compareRoster(listsOf(roster), roster))).toBe(true);
  });

  it('put a key that stands beside another name before a person', () => {
    const roster = school([child('Anna Koch'), child('Ben Adler')]);
    const [list] = listsOf(roster);
    const [anna, ben] = list?.students ?? [];
    if (!list || !anna || !ben) throw new Error('two children are in the list');
    const sorted = [
      { ...anna, importKey: ben.importKey },
      { ...ben, importKey: anna.importKey },
    ];
    const preview = compareRoster([{ ...list, students: sorted }], roster);
    expect(preview.possibleStudents.map(({ candidates }) => candidates[0]?.reason)).toEqual([
      'importKeyOtherName',
      'importKeyOtherName',
    ]);
  });

  it('say of every tie what is read again as this tie', () => {
    for (const relation of guardianRelations) {
      expect(readRelation(relationWords[relation])).toBe(relation === 'other' ? null : relation);
    }
  });

  it('leave out who has left, and keep who leaves soon', () => {
    const left = child('Anna Koch', { leftOn: '2026-07-31' });
    const leaving = child('Ben Adler', { isLeaving: true });
    const roster = school([left, leaving], [guardian('Eva Koch')], [['Anna', 'Eva']]);
    expect(studentTable(roster).rows.map((row) => row.givenName)).toEqual(['Ben']);
    expect(guardianTable(roster).rows).toEqual([]);
  });
});

function arbitraryPhone() {
  return fc.record({
    label: fc.constantFrom(null, 'Mobil', 'Oma (abends)', 'Büro 2', 'oder so'),
    value: fc.constantFrom('112', '(04222) 9 31', '1701234567', '+49 160 1', '0171/1234567', '04222 1234567'),
  });
}

function withPhones(roster: CurrentRoster, phones: CurrentRoster['guardians'][number]['phones']) {
  const guardians = roster.guardians.map((known, index) => {
    const own = phones.slice(index % phones.length, (index % phones.length) + 4);
    return { ...known, phones: own };
  });
  return { ...roster, guardians };
}
