import { describe, expect, it } from 'vitest';
import { compareRoster } from '../../../src-shared/roster/compare.ts';
import { planImport } from '../../../src-shared/roster/plan.ts';
import type { ImportDecisions, ImportStep } from '../../../src-shared/roster/steps.ts';
import type { ParsedRoster } from '../../../src-shared/roster/types.ts';
import {
  child,
  guardian,
  guardianRow,
  parentsFile,
  row,
  school,
  studentsFile,
} from '../../support/roster-files/small-school.ts';

const untouched: ImportDecisions = { declined: [], accepted: [], samePerson: {}, leftOn: '2026-07-31' };

function plan(
  files: ParsedRoster[],
  current: ReturnType<typeof school>,
  decisions: Partial<ImportDecisions> = {},
): ImportStep[] {
  let next = 0;
  return planImport(compareRoster(files, current), { ...untouched, ...decisions }, () => `n${++next}`);
}

describe('the steps of an import', () => {
  it('add class, child, guardian and tie in an order in which they can be done', () => {
    const files = [
      studentsFile([row('Anna Koch', { importKey: '1' })]),
      parentsFile([guardianRow('Petra Koch', '1', { relation: 'mother' })]),
    ];
    expect(plan(files, school([]))).toEqual([
      { kind: 'addClass', classId: expect.any(String), name: '3b', gradeLevel: 3 },
      {
        kind: 'addStudent',
        studentId: 'n1',
        importKey: '1',
        givenName: 'Anna',
        familyName: 'Koch',
        birthDate: null,
        className: '3b',
      },
      {
        kind: 'addGuardian',
        guardianId: 'n2',
        givenName: 'Petra',
        familyName: 'Koch',
        street: null,
        postalCode: null,
        city: null,
        phones: [],
        emails: [],
      },
      { kind: 'linkGuardian', guardianshipId: 'n3', studentId: 'n1', guardianId: 'n2', relation: 'mother' },
    ]);
  });

  it('name classes as the school writes them', () => {
    expect(
      plan([studentsFile([row('Anna Koch', { className: 'Klasse 03B' })])], school([child('Ole Adler')])),
    ).toEqual([expect.objectContaining({ kind: 'addStudent', className: '3b' })]);
  });

  it('leave out what was declined, with what hangs on it', () => {
    const files = [
      studentsFile([row('Anna Koch', { importKey: '1' })]),
      parentsFile([guardianRow('Petra Koch', '1')]),
    ];
    expect(plan(files, school([]), { declined: ['student:0:2'] })).toEqual([]);
  });

  it('take single fields', () => {
    const current = school([child('Anna Koch', { importKey: '1', birthDate: '2018-02-01' })]);
    const files = [studentsFile([row('Anna Kochs', { importKey: '1', birthDate: '2018-02-02' })])];
    expect(plan(files, current, { declined: ['change:Anna:birthDate'] })).toEqual([
      { kind: 'correctStudent', studentId: 'Anna', fields: { familyName: 'Kochs' } },
    ]);
  });

  it('mark nobody as left unless somebody ticks', () => {
    const current = school([child('Anna Koch'), child('Ole Adler')]);
    const files = [studentsFile([row('Ole Adler')])];
    expect(plan(files, current)).toEqual([]);
    expect(plan(files, current, { accepted: ['left:Anna'] })).toEqual([
      { kind: 'markLeft', studentId: 'Anna', on: '2026-07-31' },
    ]);
  });

  it('take a child back into its new class', () => {
    const current = school([child('Anna Koch', { birthDate: '2018-02-01', leftOn: '2025-07-31' })]);
    const files = [studentsFile([row('Anna Koch', { birthDate: '2018-02-01', className: '4a' })])];
    expect(plan(files, current)).toEqual([]);
    expect(plan(files, current, { accepted: ['returned:Anna'] }).map(({ kind }) => kind)).toEqual([
      'addClass',
      'readmitStudent',
    ]);
  });
});

describe('answers to a question', () => {
  const current = school([child('Anna Meier'), child('Ole Adler')]);
  const files = [studentsFile([row('Anna Meyer', { importKey: '1' }), row('Ole Adler')])];

  it('none: the line waits', () => {
    expect(plan(files, current)).toEqual([]);
  });

  it('the same: the child is corrected', () => {
    expect(plan(files, current, { samePerson: { 'student:0:2': 'Anna' } })).toEqual([
      { kind: 'correctStudent', studentId: 'Anna', fields: { familyName: 'Meyer', importKey: '1' } },
    ]);
  });

  it('new: a child is added, and the other stays', () => {
    expect(plan(files, current, { samePerson: { 'student:0:2': 'new' } })).toEqual([
      expect.objectContaining({ kind: 'addStudent', familyName: 'Meyer' }),
    ]);
  });

  it('somebody who was not offered: nothing', () => {
    expect(plan(files, current, { samePerson: { 'student:0:2': 'Ole' } })).toEqual([]);
  });

  it('two lines for one child: only the first counts', () => {
    const twins = school([child('Anna Koch', { id: 'a' }), child('Anna Koch', { id: 'b' })]);
    const both = [studentsFile([row('Anna Koch', { importKey: '1' }), row('Anna Koch', { importKey: '2' })])];
    expect(plan(both, twins, { samePerson: { 'student:0:2': 'a', 'student:0:3': 'a' } })).toHaveLength(1);
  });

  it('a key that went to another child is taken from the first', () => {
    const known = school([child('Anna Koch', { importKey: '1' })]);
    expect(
      plan([studentsFile([row('Ole Brandt', { importKey: '1' })])], known, {
        samePerson: { 'student:0:2': 'new' },
      }),
    ).toEqual([
      { kind: 'correctStudent', studentId: 'Anna', fields: { importKey: null } },
      expect.objectContaining({ kind: 'addStudent', importKey: '1' }),
    ]);
  });

  it('the same guardian: tied, and not added', () => {
    const petra = guardian('Petra Koch', { emails: ['p@example.org'] });
    const known = school([child('Anna Koch', { importKey: '1' })], [petra]);
    const parents = [parentsFile([guardianRow('Petra Koch', '1')])];
    expect(plan(parents, known, { samePerson: { 'guardian:0:2': 'Petra' } })).toEqual([
      { kind: 'linkGuardian', guardianshipId: 'n1', studentId: 'Anna', guardianId: 'Petra', relation: null },
    ]);
  });

  it('the same guardian as an earlier line: one is added, both children are tied', () => {
    const known = school([child('Anna Koch', { importKey: '1' }), child('Ole Koch', { importKey: '2' })]);
    const phones = [{ label: null, value: '0171 1234567' }];
    const parents = [
      parentsFile([
        guardianRow('Petra Koch', '1', { phones, street: 'Am Ring 1' }),
        guardianRow('Petra Koch', '2', { phones, street: 'Moorweg 4', emails: ['p@example.org'] }),
      ]),
    ];
    const steps = plan(parents, known, { samePerson: { 'guardian:0:3': 'guardian:0:2' } });
    expect(steps.map(({ kind }) => kind)).toEqual([
      'addGuardian',
      'correctGuardian',
      'linkGuardian',
      'linkGuardian',
    ]);
    expect(steps[1]).toMatchObject({ guardianId: 'n1', fields: {}, addEmails: ['p@example.org'] });
  });
});
