import { describe, expect, it } from 'vitest';
import type { ImportStep } from '../../src-shared/roster/steps.ts';
import type { FoundedSchool, StaffName } from '../support/founded-school.ts';
import { plainRows, visibleRowsOf } from '../support/rights-oracle.ts';
import { engines } from '../support/test-database.ts';
import { useServer } from '../support/test-server.ts';
import { ThinClient } from '../support/thin-client.ts';

describe.each(engines)('the stream on %s', (engine) => {
  const server = useServer(engine);

  it('brings each commit at once, and every frame joins the one before', async () => {
    const school = await server().newSchool();
    const [office, teacher] = [await listener(school, 'office'), await listener(school, 'teacherA')];
    for (const student of [school.students.a1, school.students.b1, school.students.a2])
      await school.act('office', 'absences.record', school.record(student));
    expect(kinds(office)).toEqual(['delta', 'delta', 'delta']);
    expect(kinds(teacher)).toEqual(['delta', 'delta', 'delta']);
    for (const one of [office, teacher]) {
      for (const frame of one.inbox) expect(frame.kind === 'delta' && one.apply(frame)).toBe(true);
      await inStep(one);
    }
  });

  it('says nothing of what a person may not see, and goes on without a gap', async () => {
    const school = await server().newSchool();
    const [admin, teacher] = [await listener(school, 'administrator'), await listener(school, 'teacherA')];
    for (let count = 0; count < 3; count += 1)
      await school.act('office', 'calls.park', { callId: school.newId(), label: 'x', draft: {} });
    expect([...admin.inbox, ...teacher.inbox]).toEqual([]);
    await school.act('office', 'absences.record', school.record(school.students.a1));
    const [frame] = teacher.inbox;
    expect(frame?.kind === 'delta' && teacher.apply(frame)).toBe(true);
    await inStep(teacher);
  });

  it('settles entries for their author only, also those that changed nothing', async () => {
    const school = await server().newSchool();
    const [office, second] = [await listener(school, 'office'), await listener(school, 'secondOffice')];
    const entry = school.entry('calls.discard', { callId: school.newId() });
    await school.send('office', entry);
    expect(office.inbox).toMatchObject([{ kind: 'delta', settles: [entry.id], rows: {} }]);
    expect(second.inbox).toEqual([]);
  });

  it('I7: does not settle what was refused', async () => {
    const school = await server().newSchool();
    const office = await listener(school, 'office');
    const { a1 } = school.students;
    const refused = school.entry('absences.withdraw', { absenceId: school.newId(), studentId: a1 });
    const good = school.entry('absences.record', school.record(a1));
    await server().parts.sync.push(office.session, [refused, good]);
    expect(office.inbox).toMatchObject([{ kind: 'delta', settles: [good.id] }]);
  });

  it('leaves a gap behind a pull, which the next pull closes', async () => {
    const school = await server().newSchool();
    const office = await listener(school, 'office');
    await school.act('secondOffice', 'absences.record', school.record(school.students.a1));
    await office.pull();
    const [frame] = office.inbox.splice(0);
    expect(frame?.kind === 'delta' && office.apply(frame)).toBe(false);
    await school.act('secondOffice', 'absences.record', school.record(school.students.b1));
    await office.readInbox();
    await school.act('secondOffice', 'absences.record', school.record(school.students.c1));
    const [next] = office.inbox;
    expect(next?.kind === 'delta' && office.apply(next)).toBe(true);
    await inStep(office);
  });

  it('pokes when the view changes, and no later frame joins before the pull', async () => {
    const school = await server().newSchool();
    const teacher = await listener(school, 'teacherA');
    await move(school, school.students.b1, '1a');
    await until(() => teacher.inbox.length > 0);
    await school.act('office', 'absences.record', school.record(school.students.a2));
    expect(kinds(teacher)[0]).toBe('poke');
    // A client that overlooks the poke must not be able to apply what follows: it would miss the new child.
    for (const frame of teacher.inbox) expect(frame.kind === 'delta' && teacher.apply(frame)).toBe(false);
    await teacher.readInbox();
    expect(teacher.holds('studentDetail', school.students.b1)).toBe(true);
    await inStep(teacher);
    await school.act('office', 'absences.record', school.record(school.students.b1));
    const [frame] = teacher.inbox;
    expect(frame?.kind === 'delta' && teacher.apply(frame)).toBe(true);
    await inStep(teacher);
  });

  it('sends nothing of a child in the very moment it has left the class (I4)', async () => {
    const school = await server().newSchool();
    const teacher = await listener(school, 'teacherA');
    const { a1 } = school.students;
    const moved = move(school, a1, '3c');
    const recorded = moved.then(() => school.act('office', 'absences.record', school.record(a1)));
    await recorded;
    await school.act('office', 'absences.record', school.record(a1, { reason: 'doctor' }));
    const absences = teacher.inbox.flatMap((frame) =>
      frame.kind === 'delta' ? Object.keys(frame.rows) : [],
    );
    expect(absences).not.toContain('absence');
    await teacher.readInbox();
    await inStep(teacher);
  });

  it('tells a desk that comes back behind to pull, and stays silent when it missed nothing', async () => {
    const school = await server().newSchool();
    const [office, admin] = [await client(school, 'office'), await client(school, 'administrator')];
    await school.act('secondOffice', 'absences.record', school.record(school.students.a1));
    await office.listen();
    await admin.listen();
    expect([kinds(office), kinds(admin)]).toEqual([['poke'], []]);
    await school.act('secondOffice', 'absences.record', school.record(school.students.b1));
    // The frame joins what the pull will bring, not the old cursor: nothing between is left out.
    const [, frame] = office.inbox;
    expect(frame?.kind === 'delta' && office.apply(frame)).toBe(false);
    await office.readInbox();
    await inStep(office);
  });

  it('tells a desk of another history to begin anew, even at the same revision (R17)', async () => {
    const school = await server().newSchool();
    const office = await client(school, 'office');
    await server()
      .parts.db.updateTable('school')
      .set({ feedHash: 'of another history' })
      .where('id', '=', school.schoolId)
      .execute();
    await office.listen();
    expect(office.inbox).toEqual([{ kind: 'resync' }]);
    await school.act('secondOffice', 'absences.record', school.record(school.students.a1));
    expect(kinds(office)).toEqual(['resync']);
    await office.readInbox();
    await inStep(office);
  });

  it('says once what was written and removed in the same group', async () => {
    const school = await server().newSchool();
    const office = await listener(school, 'office');
    const callId = school.newId();
    const park = school.entry('calls.park', { callId, label: 'x', draft: {} });
    const discard = school.entry('calls.discard', { callId });
    await server().parts.sync.push(school.session('office'), [park, discard]);
    expect(office.inbox).toMatchObject([{ kind: 'delta', removed: { parkedCall: [callId] }, rows: {} }]);
    await office.readInbox();
    await inStep(office);
  });

  it('has a desk pull what is too large for a frame', async () => {
    const school = await server().newSchool();
    const office = await listener(school, 'office');
    const parts = Array.from({ length: 3 }, () =>
      school.entry('roster.apply', {
        importId: school.newId(),
        part: 1,
        parts: 1,
        steps: Array.from({ length: 400 }, () => newChild(school)),
      }),
    );
    await server().parts.sync.push(school.session('secondOffice'), parts);
    expect(kinds(office)).toEqual(['poke']);
    await office.readInbox();
    expect(office.rows.get('student')?.size).toBe(1206);
    await school.act('secondOffice', 'absences.record', school.record(school.students.a1));
    await office.readInbox();
    await inStep(office);
  });

  it('tells a signed-out desk so, and nothing after it', async () => {
    const school = await server().newSchool();
    const office = await listener(school, 'office');
    server().parts.sync.streams.signOut((session) => session.personId === school.staff.office);
    await school.act('secondOffice', 'absences.record', school.record(school.students.a1));
    expect(office.inbox).toEqual([{ kind: 'signedOut' }]);
  });

  async function client(school: FoundedSchool, who: StaffName): Promise<ThinClient> {
    return new ThinClient(server().parts, school.session(who)).firstPull();
  }

  async function listener(school: FoundedSchool, who: StaffName): Promise<ThinClient> {
    const one = await client(school, who);
    await one.listen();
    return one;
  }

  async function inStep(one: ThinClient): Promise<void> {
    expect(plainRows(one.rows)).toEqual(plainRows(await visibleRowsOf(server().parts, one.session)));
  }
});

function kinds(one: ThinClient): string[] {
  return one.inbox.map((frame) => frame.kind);
}

function newChild(school: FoundedSchool): ImportStep {
  const child = { importKey: null, givenName: 'Kim', familyName: 'Muster', birthDate: null };
  return { kind: 'addStudent', studentId: school.newId(), className: '1a', ...child };
}

async function move(school: FoundedSchool, studentId: string, className: string): Promise<void> {
  const steps: ImportStep[] = [{ kind: 'moveStudent', studentId, className }];
  const args = { importId: school.newId(), part: 1, parts: 1, steps };
  expect((await school.act('office', 'roster.apply', args)).status).toBe('applied');
}

async function until(condition: () => boolean): Promise<void> {
  await expect.poll(condition, { timeout: 5_000, interval: 5 }).toBe(true);
}
