import { describe, expect, it } from 'vitest';
import { forgetOld } from '../../src-server/start/forget-old.ts';
import { beginDays } from '../../src-server/start/housekeeping.ts';
import type { ImportStep } from '../../src-shared/roster/steps.ts';
import type { Delta } from '../../src-shared/sync/protocol.ts';
import type { FoundedSchool, StaffName } from '../support/founded-school.ts';
import { plainRows, visibleRowsOf } from '../support/rights-oracle.ts';
import { DAY } from '../support/test-clock.ts';
import { engines } from '../support/test-database.ts';
import { useServer } from '../support/test-server.ts';
import { ThinClient } from '../support/thin-client.ts';

describe.each(engines)('a pull on %s', (engine) => {
  const server = useServer(engine);

  it('brings rows of lasting intervals, and whose entries are in it', async () => {
    const school = await server().newSchool();
    const [office, teacher] = [await client(school, 'office'), await client(school, 'teacherA')];
    const entry = school.entry('absences.record', school.record(school.students.a1));
    await school.send('office', entry);
    const ofOffice = await delta(office);
    expect(ofOffice.settles).toEqual([entry.id]);
    const ofTeacher = await delta(teacher);
    expect(ofTeacher.settles).toEqual([]);
    expect(Object.keys(ofTeacher.rows).sort()).toEqual([
      'absence',
      'absenceEvent',
      'absenceMark',
      'absenceReport',
    ]);
    await inStep(office);
    await inStep(teacher);
  });

  it('settles an entry that changed nothing for its author only', async () => {
    const school = await server().newSchool();
    const [office, second] = [await client(school, 'office'), await client(school, 'secondOffice')];
    const entry = school.entry('calls.discard', { callId: school.newId() });
    await school.send('office', entry);
    expect(await delta(office)).toMatchObject({ settles: [entry.id], rows: {} });
    expect(await office.ask()).toMatchObject({ settles: [] });
    expect(await delta(second)).toMatchObject({ settles: [], from: second.cursor, to: second.cursor });
  });

  it('I7: never settles a refused entry, not even for a desk that believes it agreed to', async () => {
    const school = await server().newSchool();
    const office = await client(school, 'office');
    const entry = refusedEntry(school);
    expect((await school.send('office', entry)).status).toBe('refused');
    const answer = await server().parts.sync.pull(office.session, office.cursor, [entry.id]);
    expect(answer).toMatchObject({ settles: [], missing: [entry.id] });
  });

  it('gives the same cursor while nothing visible changes, however much others do', async () => {
    const school = await server().newSchool();
    const [admin, teacher] = [await client(school, 'administrator'), await client(school, 'teacherA')];
    const cursors = [admin.cursor, teacher.cursor];
    for (let count = 0; count < 3; count += 1) {
      await school.act('office', 'calls.park', { callId: school.newId(), label: 'x', draft: {} });
      const [message] = await school.all('inboxMessage');
      const outcome = count === 0 ? ('recorded' as const) : ('dismissed' as const);
      await school.act('office', 'inbox.settleMessage', { messageId: String(message?.id), outcome });
    }
    await admin.pull();
    await teacher.pull();
    expect([admin.cursor, teacher.cursor]).toEqual(cursors);
  });

  it('takes a child away that moved to another class, and gives it to the other teacher whole', async () => {
    const school = await server().newSchool();
    const [from, to] = [await client(school, 'teacherA'), await client(school, 'teacherB')];
    const { a1 } = school.students;
    await apply(school, [{ kind: 'moveStudent', studentId: a1, className: '2b' }]);
    const lost = await delta(from);
    expect(lost.ended).toContainEqual({ facet: 'student.absence', rootId: a1 });
    // The mother still has b1, but that is not this teacher's either.
    expect(lost.ended.some(({ facet }) => facet === 'guardian.contact')).toBe(true);
    expect(from.holds('studentDetail', a1)).toBe(false);
    expect(from.row('student', a1)).toMatchObject({ classId: school.rows.classes.b });
    const won = await delta(to);
    expect(won.began).toContainEqual({ facet: 'student.absence', rootId: a1, untilDay: null });
    expect(to.holds('studentDetail', a1)).toBe(true);
    for (const one of [from, to]) await inStep(one);
  });

  it('is right for a child that left and came back between two pulls', async () => {
    const school = await server().newSchool();
    const teacher = await client(school, 'teacherA');
    const { a1 } = school.students;
    const [past] = (await school.all('absence')).filter((row) => row.studentId === a1);
    await apply(school, [{ kind: 'moveStudent', studentId: a1, className: '3c' }]);
    // What happens to the child meanwhile is removed again, or stays.
    const absenceId = String(past?.id);
    await school.act('office', 'absences.withdraw', { absenceId, studentId: a1 });
    await school.act('office', 'absences.record', school.record(a1, { reason: 'doctor' }));
    await apply(school, [{ kind: 'moveStudent', studentId: a1, className: '1a' }]);
    const missed = await delta(teacher);
    expect(missed.ended).toContainEqual({ facet: 'student.absence', rootId: a1 });
    expect(missed.began).toContainEqual({ facet: 'student.absence', rootId: a1, untilDay: null });
    expect(teacher.holds('absenceMark', absenceId)).toBe(false);
    await inStep(teacher);
  });

  it('ends a substitution at midnight, and says its last day beforehand', async () => {
    const school = await server().newSchool();
    server().clock.set('2026-11-24T07:30');
    const substitute = await client(school, 'substitute');
    const { b1 } = school.students;
    expect(substitute.grants).toContainEqual({ facet: 'student.core', rootId: b1, untilDay: '2026-11-24' });
    server().clock.set('2026-11-24T23:59');
    await beginDays(server().parts);
    expect((await delta(substitute)).ended).toEqual([]);
    server().clock.set('2026-11-25T00:00');
    await beginDays(server().parts);
    const over = await delta(substitute);
    expect(over.ended).toContainEqual({ facet: 'student.core', rootId: b1 });
    expect(substitute.holds('studentDetail', b1)).toBe(false);
    await inStep(substitute);
    server().clock.set('2026-11-24T07:30');
  });

  it('ends it with the first commit of the new day, should that come first', async () => {
    const school = await server().newSchool();
    const substitute = await client(school, 'substitute');
    server().clock.set('2026-11-25T00:00');
    await school.act('office', 'calls.park', { callId: school.newId(), label: 'x', draft: {} });
    const over = await delta(substitute);
    expect(over.ended).toContainEqual({ facet: 'student.core', rootId: school.students.b1 });
    await inStep(substitute);
    server().clock.set('2026-11-24T07:30');
  });

  it('sends a guardianship only while both its ends are visible', async () => {
    const school = await server().newSchool();
    const teacher = await client(school, 'teacherA');
    const { mother } = school.rows.guardians;
    const ties = (await school.all('guardianship')).filter((tie) => tie.guardianId === mother);
    const held = ties.filter((tie) => teacher.holds('guardianship', String(tie.id)));
    expect(teacher.holds('guardian', mother)).toBe(true);
    expect(held.map((tie) => tie.studentId)).toEqual([school.students.a1]);
    // The mother's other child comes to the class: the tie that was hidden becomes visible.
    await apply(school, [{ kind: 'moveStudent', studentId: school.students.b1, className: '1a' }]);
    await delta(teacher);
    expect(ties.every((tie) => teacher.holds('guardianship', String(tie.id)))).toBe(true);
    // A new guardian of a child: the guardian's name begins to be visible with the tie.
    const guardianId = school.newId();
    const nobody = { street: null, postalCode: null, city: null, phones: [], emails: [] };
    await apply(school, [
      { kind: 'addGuardian', guardianId, givenName: 'Neu', familyName: 'Muster', ...nobody },
      {
        kind: 'linkGuardian',
        guardianshipId: school.newId(),
        studentId: school.students.a2,
        guardianId,
        relation: 'mother',
      },
    ]);
    await delta(teacher);
    expect(teacher.holds('guardian', guardianId)).toBe(true);
    await inStep(teacher);
  });

  it('tells of removed rows only those who could hold them', async () => {
    const school = await server().newSchool();
    const names = ['office', 'secondOffice', 'teacherA', 'teacherB', 'administrator'] as const;
    const clients = await Promise.all(names.map((name) => client(school, name)));
    const [draft] = (await school.all('parkedCall')).filter((row) => row.staffId === school.staff.office);
    const [past] = (await school.all('absence')).filter((row) => row.studentId === school.students.a1);
    await school.act('office', 'calls.discard', { callId: String(draft?.id) });
    await school.act('office', 'absences.withdraw', {
      absenceId: String(past?.id),
      studentId: school.students.a1,
    });
    const removed = await Promise.all(clients.map(async (one) => (await delta(one)).removed));
    const mark = { absenceMark: [past?.id] };
    expect(removed).toEqual([{ ...mark, parkedCall: [draft?.id] }, mark, mark, mark, {}]);
  });

  it('begins anew with a cursor of somebody else, of another server, or nonsense', async () => {
    const school = await server().newSchool();
    const [office, second] = [await client(school, 'office'), await client(school, 'secondOffice')];
    expect(office.cursor).not.toBe(second.cursor);
    const elsewhere = await server().newSchool();
    const foreign = await client(elsewhere, 'office');
    for (const cursor of [second.cursor, foreign.cursor, 'nonsense', office.cursor.slice(1), '']) {
      const answer = await server().parts.sync.pull(office.session, cursor);
      expect(answer).toEqual({ kind: 'resync' });
    }
  });

  it('hides in its cursor what it stands for', async () => {
    const school = await server().newSchool();
    const office = await client(school, 'office');
    const bytes = Buffer.from(office.cursor, 'base64url').toString('latin1');
    expect(bytes).not.toMatch(/revision|epoch|hash/);
    const first = office.cursor;
    await school.act('office', 'absences.record', school.record(school.students.a1));
    await office.pull();
    expect(office.cursor).not.toBe(first);
    expect(office.cursor.length).toBe(first.length);
  });

  it('begins anew once the server has forgotten what the cursor stands on', async () => {
    const school = await server().newSchool();
    const [old, fresh] = [await client(school, 'office'), await client(school, 'secondOffice')];
    const [draft] = (await school.all('parkedCall')).filter((row) => row.staffId === school.staff.office);
    await school.act('office', 'calls.discard', { callId: String(draft?.id) });
    await school.act('office', 'absences.record', school.record(school.students.a1));
    await fresh.pull();
    server().clock.advance(91 * DAY);
    await school.act('office', 'absences.record', school.record(school.students.b1));
    await forgetOld(server().parts, school.schoolId);
    expect(await old.ask()).toEqual({ kind: 'resync' });
    expect((await fresh.ask()).kind).toBe('delta');
    expect(await old.pull()).toBe('resync');
    await fresh.pull();
    await inStep(old);
    await inStep(fresh);
    server().clock.set('2026-11-24T07:30');
  });

  async function client(school: FoundedSchool, who: StaffName): Promise<ThinClient> {
    return new ThinClient(server().parts, school.session(who)).firstPull();
  }

  async function inStep(one: ThinClient): Promise<void> {
    expect(plainRows(one.rows)).toEqual(plainRows(await visibleRowsOf(server().parts, one.session)));
  }

  /** Pulls and applies; returns what came. */
  async function delta(one: ThinClient): Promise<Delta> {
    const answer = await one.ask();
    if (answer.kind !== 'delta') throw new Error('a delta was expected');
    expect(one.apply(answer)).toBe(true);
    return answer;
  }
});

/** An absence that nobody knows is taken back. */
function refusedEntry(school: FoundedSchool) {
  return school.entry('absences.withdraw', { absenceId: school.newId(), studentId: school.students.a1 });
}

async function apply(school: FoundedSchool, steps: ImportStep[]): Promise<void> {
  const answer = await school.act('office', 'roster.apply', {
    importId: school.newId(),
    part: 1,
    parts: 1,
    steps,
  });
  expect(answer.status).toBe('applied');
}
