import { describe, expect, it } from 'vitest';
import { compareRoster } from '../../../src-shared/roster/compare.ts';
import { planImport } from '../../../src-shared/roster/plan.ts';
import { isNothingToDo } from '../../../src-shared/roster/preview.ts';
import { iservParentRows, iservStudentRows } from '../../support/roster-files/export-school.ts';
import { largeSchool } from '../../support/roster-files/large-school.ts';
import { readBytes } from '../../support/roster-files/read-rows.ts';
import { writeTable } from '../../support/roster-files/write-table.ts';

const decisions = { declined: [], accepted: [], samePerson: {}, leftOn: '2026-07-31' };

describe('1,500 children with 3,000 guardians', () => {
  const school = largeSchool(1500);
  const students = writeTable(iservStudentRows(school), { encoding: 'utf-16le', bom: true, quotes: 'all' });
  const parents = writeTable(iservParentRows(school), { quotes: 'all' });

  it('are read, compared and planned for an empty school', () => {
    const empty = { classes: [], students: [], guardians: [], guardianships: [] };
    const preview = compareRoster([readBytes(students), readBytes(parents)], empty);
    let ids = 0;
    const steps = planImport(preview, decisions, () => `${++ids}`);
    expect(steps).toHaveLength(school.classes.length + 1500 + 3000 + 3000);
  });

  it('are found unchanged', () => {
    expect(isNothingToDo(compareRoster([readBytes(students), readBytes(parents)], school))).toBe(true);
  });

  it('are all asked about when every family name is spelled differently', () => {
    const file = readBytes(students);
    const bare = {
      ...file,
      students: file.students.map((row) => ({ ...row, importKey: null, birthDate: null })),
    };
    const misspelled = school.students.map((student) => ({
      ...student,
      importKey: null,
      birthDate: null,
      familyName: `${student.familyName}e`,
    }));
    const preview = compareRoster([bare], { ...school, students: misspelled });
    expect(preview.possibleStudents).toHaveLength(1500);
  });
});

describe('a hostile file', () => {
  it('of 20,000 open quotes is given up line by line, not by trying every join', () => {
    const bytes = Buffer.from(`Import-ID;Vorname;Nachname;Klasse\n${'1;"Anna;Koch\n'.repeat(20_000)}`);
    const read = readBytes(bytes);
    expect(read.unreadable).toHaveLength(20_000);
  });

  it('with a cell of a megabyte is listed with the beginning of the cell', () => {
    const bytes = Buffer.from(
      `Import-ID;Vorname;Nachname;Klasse\n1;Anna;Koch;3b\n2;"${'x'.repeat(1_000_000)};y;z\n`,
    );
    const read = readBytes(bytes);
    expect(read.students).toHaveLength(1);
    expect(read.unreadable[0]?.value?.length).toBeLessThan(200);
  });
});
