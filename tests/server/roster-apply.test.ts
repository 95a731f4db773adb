import { describe, expect, it } from 'vitest';
import type { ImportStep } from '../../src-shared/roster/steps.ts';
import type { Answer, Entry } from '../../src-shared/sync/protocol.ts';
import type { FoundedSchool } from '../support/founded-school.ts';
import { plainRows, visibleRowsOf } from '../support/rights-oracle.ts';
import { engines } from '../support/test-database.ts';
import { useServer } from '../support/test-server.ts';
import { ThinClient } from '../support/thin-client.ts';

const nowhere = { street: null, postalCode: null, city: null, phones: [], emails: [] };

describe.each(engines)('an import on %s', (engine) => {
  const server = useServer(engine);
  const push = (school: FoundedSchool, entries: Entry[]): Promise<Answer[]> =>
    server().parts.sync.push(school.session('office'), entries);

  /** Parts of one import, each depending on the one before. */
  function parts(school: FoundedSchool, steps: ImportStep[][]): Entry[] {
    const importId = school.newId();
    const entries: Entry[] = [];
    for (const [index, part] of steps.entries()) {
      const before = entries.at(-1);
      entries.push(
        school.entry(
          'roster.apply',
          { importId, part: index + 1, parts: steps.length, steps: part },
          { dependsOn: before ? [before.id] : [] },
        ),
      );
    }
    return entries;
  }

  /** A new class with a child, its mother and their tie, each in a part of its own. */
  function newFamily(school: FoundedSchool) {
    const ids = { classId: school.newId(), studentId: school.newId(), guardianId: school.newId() };
    const tie = school.newId();
    const child = { importKey: '4711', givenName: 'Zoë', familyName: 'Neu', birthDate: '2019-02-28' };
    const steps: ImportStep[][] = [
      [{ kind: 'addClass', classId: ids.classId, name: '4d', gradeLevel: 4 }],
      [{ kind: 'addStudent', studentId: ids.studentId, className: '4d', ...child }],
      [
        {
          kind: 'addGuardian',
          guardianId: ids.guardianId,
          givenName: 'Lea',
          familyName: 'Neu',
          street: 'Am Bach 2',
          postalCode: '00000',
          city: 'Musterstadt',
          phones: [{ label: 'mobil', value: '0171 39200 11' }],
          emails: ['lea@example.org'],
        },
      ],
      [
        {
          kind: 'linkGuardian',
          guardianshipId: tie,
          studentId: ids.studentId,
          guardianId: ids.guardianId,
          relation: 'mother',
        },
      ],
    ];
    return { ...ids, tie, entries: parts(school, steps) };
  }

  it('makes classes, children, guardians and ties in order over several commands', async () => {
    const school = await server().newSchool();
    const family = newFamily(school);
    const answers = await push(school, family.entries);
    expect(answers.map((answer) => answer.status)).toEqual(Array(4).fill('applied'));
    const [child] = (await school.all('student')).filter((row) => row.id === family.studentId);
    expect(child).toMatchObject({ classId: family.classId, familyName: 'Neu', leftOn: null });
    expect((await school.all('schoolClass')).find((row) => row.id === family.classId)).toMatchObject({
      name: '4d',
      schoolYear: '2026/27',
    });
    const contacts = (await school.all('guardianContact')).filter(
      (row) => row.guardianId === family.guardianId,
    );
    expect(contacts.map(({ kind, value, position }) => [position, kind, value]).sort()).toEqual([
      [1, 'phone', '0171 39200 11'],
      [2, 'email', 'lea@example.org'],
    ]);
    expect((await school.all('guardianship')).find((row) => row.id === family.tie)).toMatchObject({
      relation: 'mother',
      hasCustody: 1,
      blocked: 0,
    });
    const office = await new ThinClient(server().parts, school.session('office')).firstPull();
    expect(office.holds('guardianship', family.tie)).toBe(true);
  });

  it('may arrive in any order: parts wait for the one before', async () => {
    const school = await server().newSchool();
    const { entries, studentId } = newFamily(school);
    const reversed = await push(school, [...entries].reverse());
    expect(reversed.map((answer) => answer.status)).toEqual(['later', 'later', 'later', 'applied']);
    const again = await push(school, entries);
    expect(again.map((answer) => answer.status)).toEqual(Array(4).fill('applied'));
    expect((await school.all('student')).filter((row) => row.id === studentId)).toHaveLength(1);
  });

  it('is harmless when it is repeated, also as a new import of the same steps', async () => {
    const school = await server().newSchool();
    const { entries } = newFamily(school);
    await push(school, entries);
    const tables = ['schoolClass', 'student', 'studentDetail', 'guardian', 'guardianAddress'] as const;
    const snapshot = async () => Promise.all(tables.map((table) => school.all(table)));
    const before = await snapshot();
    await push(school, entries);
    expect(await snapshot()).toEqual(before);
    await push(
      school,
      entries.slice(0, 2).map((entry) => ({ ...entry, id: school.newId(), dependsOn: [] })),
    );
    expect(await snapshot()).toEqual(before);
  });

  it('is refused whole when what it names is gone, and what follows with it', async () => {
    const school = await server().newSchool();
    const [lost, behind] = parts(school, [
      [
        { kind: 'addGuardian', guardianId: school.newId(), givenName: 'A', familyName: 'B', ...nowhere },
        { kind: 'moveStudent', studentId: school.newId(), className: '1a' },
      ],
      [{ kind: 'markLeft', studentId: school.students.a1, on: '2026-11-24' }],
    ]);
    const gone = parts(school, [[{ kind: 'moveStudent', studentId: school.students.a1, className: '9z' }]]);
    const before = await school.all('guardian');
    const answers = await push(
      school,
      [lost, behind, ...gone].filter((entry) => entry !== undefined),
    );
    expect(answers).toMatchObject([
      { status: 'refused', reason: 'importOutdated' },
      { status: 'refused', reason: 'dependencyRefused' },
      { status: 'refused', reason: 'importOutdated' },
    ]);
    expect(await school.all('guardian')).toEqual(before);
  });

  it('shows each desk what it may see of it, at once', async () => {
    const school = await server().newSchool();
    const desks = await Promise.all(
      (['office', 'teacherA', 'teacherB', 'administrator'] as const).map(async (who) => {
        const client = await new ThinClient(server().parts, school.session(who)).firstPull();
        await client.listen();
        return client;
      }),
    );
    const studentId = school.newId();
    const child = { importKey: null, givenName: 'Neu', familyName: 'Kind', birthDate: null };
    await push(
      school,
      parts(school, [
        [
          { kind: 'addStudent', studentId, className: '1a', ...child },
          { kind: 'correctStudent', studentId: school.students.a1, fields: { familyName: 'Anders' } },
          { kind: 'markLeft', studentId: school.students.b1, on: '2026-11-23' },
          { kind: 'moveStudent', studentId: school.students.c1, className: '1a' },
        ],
        [{ kind: 'readmitStudent', studentId: school.students.b1, className: '1a' }],
      ]),
    );
    for (const desk of desks) {
      await desk.readInbox();
      expect(plainRows(desk.rows)).toEqual(plainRows(await visibleRowsOf(server().parts, desk.session)));
    }
    expect(desks[1]?.holds('studentDetail', studentId)).toBe(true);
    expect(desks[2]?.holds('studentDetail', studentId)).toBe(false);
  });
});
