import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRoster } from '../../../src-shared/roster/compare.ts';
import type { CurrentRoster } from '../../../src-shared/roster/current.ts';
import { arbitrarySchool } from '../../support/roster-files/arbitrary-school.ts';
import {
  oneRosterZip,
  schildFiles,
  svwsFiles,
  untisFiles,
} from '../../support/roster-files/export-systems.ts';
import { westernNames, worldNames } from '../../support/roster-files/invented-people.ts';
import { readLists } from '../../support/roster-files/open-lists.ts';
import { readBytes } from '../../support/roster-files/read-rows.ts';

const systems: [string, typeof worldNames | typeof westernNames, (school: CurrentRoster) => Buffer[]][] = [
  ['SchILD in Windows-1252', westernNames, (school) => schildFiles(school, 'windows-1252')],
  ['SchILD in UTF-8', worldNames, (school) => schildFiles(school, 'utf-8')],
  ['SVWS', worldNames, svwsFiles],
  ['Untis', worldNames, untisFiles],
];

/** What the file leaves open because two people of the school may be meant; a person answers it. */
const questions: readonly string[] = ['childNameUndecided', 'identicalRows'];

describe('a school compared with what another program says about it', () => {
  it.each(systems)('%s: nobody is new, and nothing changes', (_, names, filesOf) => {
    fc.assert(
      fc.property(arbitrarySchool(names), (school) => {
        const files = filesOf(school).map((bytes, index) => readBytes(bytes, { file: `${index}.txt` }));
        fc.pre(files.length > 0);
        const preview = compareRoster(files, school);
        expect(preview.unreadable.filter(({ code }) => !questions.includes(code))).toEqual([]);
        expect(preview).toMatchObject({
          newStudents: [],
          changedStudents: [],
          movedStudents: [],
          newGuardians: [],
          changedGuardians: [],
        });
      }),
      { numRuns: 150 },
    );
  });

  it('OneRoster: nobody with a key is new, and nothing changes', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySchool(), async (whole) => {
        const school = { ...whole, students: whole.students.filter(({ importKey }) => importKey !== null) };
        fc.pre(school.students.some(({ leftOn }) => leftOn === null));
        const preview = compareRoster(await readLists(oneRosterZip(school)), school);
        expect(preview.unreadable.filter(({ code }) => code !== 'studentKeyMissing')).toEqual([]);
        expect(preview).toMatchObject({
          newStudents: [],
          changedStudents: [],
          movedStudents: [],
          leftStudents: [],
          newGuardians: [],
          changedGuardians: [],
        });
      }),
      { numRuns: 100 },
    );
  });
});
