import { describe, expect, it } from 'vitest';
import type { Answer, Entry } from '../../src-shared/sync/protocol.ts';
import { DAY, MINUTE } from '../support/test-clock.ts';
import { engines } from '../support/test-database.ts';
import { useServer } from '../support/test-server.ts';

describe.each(engines)('entries on %s', (engine) => {
  const server = useServer(engine);
  const effectsOf = async (schoolId: number, entry: Entry) =>
    server()
      .parts.db.selectFrom('auditEntry')
      .select('revision')
      .where('schoolId', '=', schoolId)
      .where('entryId', '=', entry.id)
      .execute();

  it('have their effect once, however often they come (R28)', async () => {
    const school = await server().newSchool();
    const entry = school.entry('absences.record', school.record(school.students.a1));
    const { sync } = server().parts;
    const pushes = Array.from({ length: 50 }, () => sync.push(school.session('office'), [entry]));
    const answers = (await Promise.all(pushes)).flat();
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.status).toBe('applied');
    expect(await effectsOf(school.schoolId, entry)).toHaveLength(1);
    expect(await school.all('absence')).toHaveLength(3);
  });

  it('are refused again with the first reason, though the reason is gone', async () => {
    const school = await server().newSchool();
    const absenceId = school.newId();
    const withdraw = school.entry('absences.withdraw', { absenceId, studentId: school.students.a1 });
    const first = await school.send('office', withdraw);
    expect(first).toMatchObject({ status: 'refused', reason: 'absenceUnknown' });
    await school.act('office', 'absences.record', school.record(school.students.a1, { absenceId }));
    expect(await school.send('office', withdraw)).toEqual(first);
  });

  it('belong to their author and their arguments', async () => {
    const school = await server().newSchool();
    const entry = school.entry('absences.record', school.record(school.students.a1));
    await school.send('office', entry);
    const mismatch = { id: entry.id, status: 'refused', reason: 'entryMismatch' };
    expect(await school.send('secondOffice', entry)).toEqual(mismatch);
    const other = { ...entry, args: school.record(school.students.b1) };
    expect(await school.send('office', other)).toEqual(mismatch);
    expect(await school.send('office', { ...entry, name: 'absences.withdraw' })).toEqual(mismatch);
    expect(await effectsOf(school.schoolId, entry)).toHaveLength(1);
    // Somebody else's entry of another school may have the same id; schools don't know each other.
    const elsewhere = await server().newSchool();
    const same = {
      ...elsewhere.entry('absences.record', elsewhere.record(elsewhere.students.a1)),
      id: entry.id,
    };
    expect((await elsewhere.send('office', same)).status).toBe('applied');
  });

  it('wait for what they depend on, and are refused with it', async () => {
    const school = await server().newSchool();
    const { a1 } = school.students;
    const record = school.entry('absences.record', school.record(a1));
    const absenceId = (record.args as { absenceId: string }).absenceId;
    const correct = school.entry(
      'absences.correct',
      { absenceId, studentId: a1, fields: { reason: 'doctor' } },
      { dependsOn: [record.id] },
    );
    expect(await school.send('office', correct)).toEqual({ id: correct.id, status: 'later' });
    await school.send('office', record);
    expect((await school.send('office', correct)).status).toBe('applied');

    const refused = school.entry('absences.withdraw', { absenceId: school.newId(), studentId: a1 });
    const behind = school.entry(
      'absences.excuse',
      { absenceId, studentId: a1, excuse: 'unexcused' },
      { dependsOn: [record.id, refused.id] },
    );
    const unrelated = school.entry('absences.record', school.record(school.students.b1));
    const answers = await server().parts.sync.push(school.session('office'), [refused, behind, unrelated]);
    expect(answers.map(reasonOf)).toEqual(['absenceUnknown', 'dependencyRefused', 'applied']);
  });

  it('keep the desk’s time for display, unless its clock is plainly wrong', async () => {
    const school = await server().newSchool();
    const now = server().clock.nowMs();
    const at = (ms: number) => new Date(ms).toISOString();
    const hours = now - 5 * 60 * MINUTE;
    const shown = async (occurredAt: string) => {
      const args = school.record(school.students.a1, { reason: 'doctor' });
      await school.send('office', school.entry('absences.record', args, { occurredAt }));
      const reports = await school.all('absenceReport');
      return reports.find((report) => report.id === args.reportId)?.takenAt;
    };
    expect(await shown(at(hours))).toBe(at(hours));
    expect(await shown(at(now + 400 * DAY))).toBe(at(now));
    expect(await shown(at(now - 3 * 365 * DAY))).toBe(at(now));
    expect(await shown('2026-11-24T05:00:00Z')).toBe('2026-11-24T05:00:00.000Z');
  });

  it('of two desks about one child make one absence, with both reports and an alias', async () => {
    const school = await server().newSchool();
    const { c2 } = school.students;
    const first = school.record(c2);
    const second = school.record(c2, { remark: 'ruft zurück', untilDay: '2026-11-25' });
    const [one] = await server().parts.sync.push(school.session('office'), [
      school.entry('absences.record', first),
    ]);
    const [two] = await server().parts.sync.push(school.session('secondOffice'), [
      school.entry('absences.record', second),
    ]);
    expect(one).toMatchObject({ status: 'applied', result: { joinedExisting: false } });
    expect(two).toMatchObject({
      status: 'applied',
      result: { joinedExisting: true, absenceId: first.absenceId },
    });
    const absences = (await school.all('absence')).filter((row) => row.studentId === c2);
    expect(absences).toMatchObject([{ id: first.absenceId, untilDay: '2026-11-25', remark: 'ruft zurück' }]);
    const reports = (await school.all('absenceReport')).filter((row) => row.studentId === c2);
    expect(reports.map((row) => row.absenceId)).toEqual([first.absenceId, first.absenceId]);
    // The second desk goes on with the id it knows.
    const excuse = { absenceId: second.absenceId, studentId: c2, excuse: 'unexcused' as const };
    expect((await school.act('secondOffice', 'absences.excuse', excuse)).status).toBe('applied');
    expect((await school.all('absence')).find((row) => row.studentId === c2)?.excuse).toBe('unexcused');
  });

  it('cannot take a row away from another child by naming its id (S13)', async () => {
    const school = await server().newSchool();
    const [foreign] = (await school.all('absence')).filter((row) => row.studentId === school.students.b1);
    const absenceId = String(foreign?.id);
    // A teacher knows the id from the mark "fehlt" of the other class.
    const answer = await school.act(
      'teacherA',
      'absences.record',
      school.record(school.students.a2, { absenceId }),
    );
    expect(answer).toMatchObject({ status: 'refused', reason: 'idTaken' });
    expect((await school.all('absence')).find((row) => row.id === absenceId)).toEqual(foreign);
  });

  it('cannot make a row that stands for all children', async () => {
    const school = await server().newSchool();
    const child = { importKey: null, givenName: 'Alle', familyName: 'Kinder', birthDate: null };
    for (const studentId of ['*', '-', 'student.name|x']) {
      const step = { kind: 'addStudent' as const, ...child, studentId, className: '1a' };
      const args = { importId: school.newId(), part: 1, parts: 1, steps: [step] };
      const answer = await school.act('office', 'roster.apply', args);
      expect(reasonOf(answer)).not.toBe('applied');
    }
    expect(await school.all('student')).toHaveLength(6);
  });
});

function reasonOf(answer: Answer): string {
  return answer.status === 'refused' ? answer.reason : answer.status;
}
