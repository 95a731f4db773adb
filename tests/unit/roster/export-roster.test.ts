import readXlsx from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readZip } from '../../../src-main/core/roster/containers/read-zip.ts';
import { createRosterHandlers } from '../../../src-main/core/roster/handlers.ts';
import { readCurrentRoster } from '../../../src-main/core/roster/read-current.ts';
import type { StaffRole } from '../../../src-shared/rights/roles.ts';
import { compareRoster } from '../../../src-shared/roster/compare.ts';
import type { RosterExport } from '../../../src-shared/roster/contract.ts';
import { isNothingToDo } from '../../../src-shared/roster/preview.ts';
import type { ParsedRoster } from '../../../src-shared/roster/types.ts';
import { asContract } from '../../support/answers.ts';
import { type MorningSchool, openMorningSchool } from '../../support/builders/morning-school.ts';
import { anOffice, MONDAY } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { aGuardian, aGuardianship, aPhone } from '../../support/builders/students.ts';
import { aContext } from '../../support/core-context.ts';
import { readLists } from '../../support/roster-files/open-lists.ts';

const father = aGuardian({ givenName: 'Kemal', familyName: 'Sperling' });
let school: MorningSchool;

beforeEach(async () => {
  school = await openMorningSchool();
  const emir = await school.addChild('Emir Yılmaz', '3b');
  const tim = await school.addChild('Tim Yılmaz', '1a', { importKey: '0047' });
  await seed(school.cache, {
    guardian: father,
    guardianContact: aPhone({ guardianId: father.id, label: 'Büro', value: '(04222) 9 31' }),
    guardianship: [
      aGuardianship({ studentId: emir.id, guardianId: father.id, relation: 'father', blocked: 1 }),
      aGuardianship({ studentId: tim.id, guardianId: father.id, relation: 'father', contactOrder: 2 }),
    ],
  });
});
afterEach(() => school.cache.close());

async function exported(list: RosterExport, role: StaffRole = 'schoolOffice') {
  const context = aContext(school.cache, { actor: { ...anOffice(), role } });
  const tools = { newId: () => '', enter: () => Promise.reject(new Error('nothing is entered')) };
  const answer = await createRosterHandlers(context, tools)['roster.export']({ list });
  const { data, ...file } = asContract('roster.export', answer);
  return { ...file, bytes: Buffer.from(data, 'base64') };
}

describe('the whole school as lists', () => {
  test.each([
    ['two CSV lists', ['studentsCsv', 'guardiansCsv'] as const],
    ['a workbook', ['workbook'] as const],
    ['OneRoster', ['oneRoster'] as const],
  ])('is read in again without a change: %s', async (_, lists) => {
    const files: ParsedRoster[] = [];
    for (const list of lists) {
      const { bytes, fileName } = await exported(list);
      files.push(...(await readLists(bytes, fileName)));
    }
    const preview = compareRoster(files, await readCurrentRoster(school.cache.db, MONDAY));
    expect([preview.unreadable, isNothingToDo(preview)]).toEqual([[], true]);
    expect(preview.unchanged).toEqual({ students: 2, guardians: 3 });
  });

  test('has nobody in it for a child for whom they are blocked', async () => {
    const { bytes, rows } = await exported('guardiansCsv');
    const lines = bytes.toString('utf8').split('\r\n');
    expect(lines.filter((line) => line.includes('Sperling'))).toEqual([
      "'0047;Kemal;Sperling;Vater;;;;Büro: (04222) 9 31;",
    ]);
    expect(rows).toBe(3);
  });

  test('has the teachers in it who are responsible for a class today, as OneRoster', async () => {
    const { fileName, bytes } = await exported('oneRoster');
    const zip = await readZip(bytes, (path) => path === 'enrollments.csv' || path === 'users.csv');
    if (zip.kind === 'refused') throw new Error(zip.code);
    expect(fileName).toBe('OneRoster.zip');
    expect(
      zip.parts
        .get('enrollments.csv')
        ?.toString()
        .match(/,teacher,true/g),
    ).toHaveLength(2);
    const users = zip.parts.get('users.csv')?.toString().split('\r\n') ?? [];
    expect(users.find((line) => line.includes('Emir,'))).not.toContain(father.id);
    expect(users.find((line) => line.includes('Tim,'))).toContain(father.id);
  });

  test('is a workbook with a tab for children and one for guardians', async () => {
    const { fileName, bytes } = await exported('workbook');
    expect(fileName).toBe('Kinder und Erziehungsberechtigte.xlsx');
    const sheets = await readXlsx(bytes);
    expect(sheets.map(({ sheet, data }) => [sheet, data.length])).toEqual([
      ['Kinder', 3],
      ['Erziehungsberechtigte', 4],
    ]);
    expect(sheets[0]?.data[1]).toEqual(['0047', 'Tim', 'Yılmaz', '1a', new Date('2018-03-05T00:00:00Z')]);
  });

  test.each(['teacher', 'administrator'] as const)('is not for the role %s', async (role) => {
    await expect(exported('studentsCsv', role)).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
