import { describe, expect, it } from 'vitest';
import { forgetOld } from '../../src-server/start/forget-old.ts';
import type { ImportStep } from '../../src-shared/roster/steps.ts';
import type { FoundedSchool, StaffName } from '../support/founded-school.ts';
import { plainRows, visibleRowsOf } from '../support/rights-oracle.ts';
import { DAY } from '../support/test-clock.ts';
import { engines } from '../support/test-database.ts';
import { useServer } from '../support/test-server.ts';
import { ThinClient } from '../support/thin-client.ts';

const nowhere = { street: null, postalCode: null, city: null, phones: [], emails: [] };
const registerTables = ['schoolClass', 'student', 'studentDetail', 'guardian', 'guardianship'] as const;

describe.each(engines)('the undo of an import on %s', (engine) => {
  const server = useServer(engine);

  async function register(school: FoundedSchool) {
    const rows = await Promise.all(registerTables.map((table) => school.all(table)));
    return rows.flat().map(({ revision: _, ...row }) => JSON.stringify(row));
  }

  /** A new class with a child and its mother; a child of 1a moves, one of 2b leaves. Two parts. */
  async function importFamily(school: FoundedSchool) {
    const ids = { classId: school.newId(), studentId: school.newId(), guardianId: school.newId() };
    const { classId, studentId, guardianId } = ids;
    const importId = school.newId();
    const child = { importKey: '4711', givenName: 'Zoë', familyName: 'Neu', birthDate: '2019-02-28' };
    const steps: ImportStep[][] = [
      [
        { kind: 'addClass', classId, name: '4d', gradeLevel: 4 },
        { kind: 'addStudent', studentId, className: '4d', ...child },
        { kind: 'moveStudent', studentId: school.students.a1, className: '2b' },
        { kind: 'markLeft', studentId: school.students.b1, on: '2026-11-23' },
      ],
      [
        { kind: 'addGuardian', guardianId, givenName: 'Lea', familyName: 'Neu', ...nowhere },
        {
          kind: 'linkGuardian',
          guardianshipId: school.newId(),
          studentId,
          guardianId,
          relation: 'mother',
        },
      ],
    ];
    for (const [index, part] of steps.entries()) {
      const args = { importId, part: index + 1, parts: steps.length, files: [], steps: part };
      expect((await school.act('office', 'roster.apply', args)).status).toBe('applied');
    }
    return { importId, ...ids };
  }

  const undo = (school: FoundedSchool, importId: string, part: number, who: StaffName = 'office') =>
    school.act(who, 'roster.undo', { importId, part });

  it('brings back what was before, and shows each desk what it may see of it, at once', async () => {
    const school = await server().newSchool();
    const before = await register(school);
    const people = ['office', 'principal', 'teacherA', 'teacherB', 'administrator'] as const;
    const desks = await Promise.all(
      people.map(async (who) => {
        const desk = await new ThinClient(server().parts, school.session(who)).firstPull();
        await desk.listen();
        return desk;
      }),
    );
    const inStep = async () => {
      for (const desk of desks) {
        await desk.readInbox();
        expect(plainRows(desk.rows)).toEqual(plainRows(await visibleRowsOf(server().parts, desk.session)));
      }
    };
    const { importId, studentId } = await importFamily(school);
    await inStep();
    const kept = (await school.all('studentBefore')).filter((row) => row.studentId === studentId);
    const holders = people.filter((_, at) =>
      kept.every(({ id }) => desks[at]?.holds('studentBefore', String(id))),
    );
    expect(kept).not.toEqual([]);
    expect(holders).toEqual(['office', 'principal']);

    for (const part of [2, 1])
      expect(await undo(school, importId, part, 'principal')).toMatchObject({ status: 'applied' });
    await inStep();
    expect(await register(school)).toEqual(before);
    expect((await school.all('studentBefore')).filter((row) => row.importId === importId)).toEqual([]);
  });

  it('is done once, however often it arrives, and is audited by record and field', async () => {
    const school = await server().newSchool();
    const { importId } = await importFamily(school);
    const entry = school.entry('roster.undo', { importId, part: 2 });
    const session = school.session('office');
    const first = await server().parts.sync.push(session, [entry]);
    expect(first).toMatchObject([{ status: 'applied', result: { rows: 2, staying: 0 } }]);
    const after = await register(school);
    expect(await server().parts.sync.push(session, [entry])).toEqual(first);
    expect(await register(school)).toEqual(after);
    const audits = await server()
      .parts.db.selectFrom('auditEntry')
      .selectAll()
      .where('entryId', '=', entry.id)
      .execute();
    expect(audits).toMatchObject([{ operation: 'roster.undo', actorId: school.staff.office }]);
    expect(audits[0]?.records).toContain('guardianship');
    expect(audits[0]?.records).not.toMatch(/Lea|Neu/);
  });

  it('leaves a new child that was reported ill meanwhile; a report from a desk that did not know comes to attention', async () => {
    const school = await server().newSchool();
    const { importId, studentId, guardianId } = await importFamily(school);
    await school.act('secondOffice', 'absences.record', school.record(studentId));
    expect(await undo(school, importId, 2)).toMatchObject({ result: { rows: 0, staying: 2 } });
    expect(await undo(school, importId, 1)).toMatchObject({ result: { rows: 2, staying: 2 } });
    const ids = (await school.all('student')).map((row) => row.id);
    expect(ids).toContain(studentId);
    expect((await school.all('guardian')).map((row) => row.id)).toContain(guardianId);

    const other = await importFamily(school);
    for (const part of [2, 1]) await undo(school, other.importId, part);
    const late = await school.act('secondOffice', 'absences.record', school.record(other.studentId));
    expect(late).toMatchObject({ status: 'refused', reason: 'studentUnknown' });
  });

  it('is forgotten with what it needs after 30 days, everywhere; the list goes back a year', async () => {
    const school = await server().newSchool();
    const desk = await new ThinClient(server().parts, school.session('office')).firstPull();
    const { importId } = await importFamily(school);
    const keptOf = async () => [
      ...(await school.all('studentBefore')),
      ...(await school.all('guardianBefore')),
    ];
    server().clock.advance(29 * DAY);
    await forgetOld(server().parts, school.schoolId);
    expect((await keptOf()).some((row) => row.importId === importId)).toBe(true);
    server().clock.advance(2 * DAY);
    await forgetOld(server().parts, school.schoolId);
    expect(await keptOf()).toEqual([]);
    await desk.pull();
    expect(desk.rows.get('studentBefore')?.size ?? 0).toBe(0);
    expect(desk.holds('rosterImport', importId)).toBe(true);
    expect(await undo(school, importId, 2)).toMatchObject({ reason: 'importTooOld' });
    const audits = server().parts.db.selectFrom('auditEntry').select('operation');
    expect(await audits.where('actorId', '=', '-').where('schoolId', '=', school.schoolId).execute()).toEqual(
      [{ operation: 'housekeeping.forget' }],
    );
    const revision = await school.revision();
    await forgetOld(server().parts, school.schoolId);
    expect(await school.revision()).toBe(revision);

    server().clock.advance(340 * DAY);
    await forgetOld(server().parts, school.schoolId);
    expect(await school.all('rosterImport')).toEqual([]);
    server().clock.set('2026-11-24T07:30');
  });
});
