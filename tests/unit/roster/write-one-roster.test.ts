import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readZip } from '../../../src-main/core/roster/containers/read-zip.ts';
import {
  type ExportedTeacher,
  writeOneRoster,
} from '../../../src-main/core/roster/one-roster/write-one-roster.ts';
import { compareRoster } from '../../../src-shared/roster/compare.ts';
import type { CurrentRoster } from '../../../src-shared/roster/current.ts';
import { isNothingToDo } from '../../../src-shared/roster/preview.ts';
import { arbitrarySchool } from '../../support/roster-files/arbitrary-school.ts';
import { readLists } from '../../support/roster-files/open-lists.ts';
import { TODAY } from '../../support/roster-files/read-rows.ts';
import { child, guardian, school as schoolOf } from '../../support/roster-files/small-school.ts';

const school = { id: 'school-1', name: 'Schule am Deich' };
const petersen: ExportedTeacher = {
  ...{ id: 't1', givenName: 'Jan', familyName: 'Petersen', isHead: false },
  classes: [{ classId: 'class-3b', isClassTeacher: true }],
};
const zipOf = (roster: CurrentRoster) =>
  writeOneRoster({ school, today: TODAY, roster, teachers: [petersen] });

async function tablesOf(roster: CurrentRoster): Promise<Record<string, string[]>> {
  const zip = await readZip(zipOf(roster), () => true);
  if (zip.kind === 'refused') throw new Error(zip.code);
  const entries = [...zip.parts].map(([name, bytes]) => [name, bytes.toString('utf8').trim().split('\r\n')]);
  return Object.fromEntries(entries);
}

describe('a school as OneRoster', () => {
  it('read again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySchool(), async (roster) => {
        fc.pre(roster.students.some(({ leftOn }) => leftOn === null));
        const preview = compareRoster(await readLists(zipOf(roster)), roster);
        expect(preview.unreadable).toEqual([]);
        expect(isNothingToDo(preview)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('has every table that it says it has, and each row points to one that is there', async () => {
    const roster = schoolOf(
      [
        child('Anna Koch', { birthDate: '2018-02-01' }),
        child('Ben Adler', { className: null, importKey: '7' }),
      ],
      [
        guardian('Eva Koch', { phones: phones('04222 1', '0171 2', '0172 3'), emails: ['eva@example.org'] }),
        guardian(' Jugendamt', { givenName: '', id: 'office' }),
        guardian('Nobody Here'),
      ],
      [
        ['Anna', 'Eva'],
        ['Anna', 'office'],
      ],
    );
    const tables = await tablesOf(roster);
    const bulk = (tables['manifest.csv'] ?? []).flatMap((line) => /^file\.(.*),bulk$/.exec(line)?.[1] ?? []);
    expect(bulk.map((name) => `${name}.csv`).sort()).toEqual(
      Object.keys(tables)
        .filter((name) => name !== 'manifest.csv')
        .sort(),
    );
    expect(tables['users.csv']?.slice(1)).toEqual([
      '7,,,true,7,,Ben,Adler,,,,,,,,,,,,,school-1,',
      'Anna,,,true,Anna,,Anna,Koch,,,,,,Eva,,,,,,,school-1,',
      'Eva,,,true,Eva,,Eva,Koch,,,eva@example.org,0171 2,04222 1,,,,,,,,school-1,',
      't1,,,true,t1,,Jan,Petersen,,,,,,,,,,,,,school-1,',
    ]);
    expect(tables['roles.csv']?.map((line) => line.split(',')[5])).toEqual([
      ...['role', 'student', 'student', 'guardian', 'teacher'],
    ]);
    expect(tables['enrollments.csv']?.slice(1)).toEqual([
      'class-3b-Anna,,,class-3b,school-1,Anna,student,,,',
      'class-3b-t1,,,class-3b,school-1,t1,teacher,true,,',
    ]);
    expect(tables['classes.csv']?.[1]).toBe('class-3b,,,3b,03,homeroom,3b,homeroom,,school-1,year-2026,,,');
    expect(tables['demographics.csv']?.[2]).toBe('Anna,,,2018-02-01,,,,,,,,,,,,');
    expect(tables['academicSessions.csv']?.[1]).toBe(
      'year-2026,,,2026/27,schoolYear,2026-08-01,2027-07-31,,2027',
    );
  });
});

function phones(...values: string[]) {
  return values.map((value) => ({ label: null, value }));
}
