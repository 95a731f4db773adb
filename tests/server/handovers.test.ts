import { describe, expect, it } from 'vitest';
import { commands } from '../../src-shared/contract/commands.ts';
import type { Entry } from '../../src-shared/sync/protocol.ts';
import type { FoundedSchool, StaffName } from '../support/founded-school.ts';
import { plainRows, visibleRowsOf } from '../support/rights-oracle.ts';
import { engines } from '../support/test-database.ts';
import { useServer } from '../support/test-server.ts';
import { ThinClient } from '../support/thin-client.ts';

describe.each(engines)('what was typed about a child its author may not see, on %s', (engine) => {
  const server = useServer(engine);

  it('I7: goes to the office whole, with who wrote it and when, and is audited', async () => {
    const school = await movedChild();
    const entry = noteAbout(school);
    expect(await school.send('teacherA', entry)).toEqual({
      id: entry.id,
      status: 'refused',
      reason: 'forbidden',
      handedOver: true,
    });
    const [handover, ...others] = await handoversOf(school);
    expect(others).toEqual([]);
    expect(handover).toMatchObject({
      studentId: school.students.a1,
      authorId: school.staff.teacherA,
      authorName: 'Vera teacherA',
      operation: 'absences.record',
      occurredAt: entry.occurredAt,
      state: 'waiting',
    });
    expect(JSON.parse(String(handover?.args))).toEqual(entry.args);
    expect(await auditOf(school, entry)).toEqual(['handovers.keep']);
    expect(await school.all('absence')).not.toContainEqual(expect.objectContaining({ remark: 'XTYPEDX' }));
  });

  it('is kept once, however often and by whichever way it comes', async () => {
    const school = await movedChild();
    const entry = noteAbout(school);
    for (let count = 0; count < 3; count += 1)
      expect(await school.send('teacherA', entry)).toMatchObject({ handedOver: true });
    const { sync } = server().parts;
    await sync.push(school.session('teacherA'), [entry, entry]);
    expect(await handoversOf(school)).toHaveLength(1);
    expect(await auditOf(school, entry)).toEqual(['handovers.keep']);
  });

  it('takes along what depended on it', async () => {
    const school = await movedChild();
    const entry = noteAbout(school);
    const { a1: studentId } = school.students;
    const fields = { remark: 'and XTYPEDX again' };
    const dependent = school.entry(
      'absences.correct',
      { absenceId: school.newId(), studentId, fields },
      { dependsOn: [entry.id] },
    );
    const answers = await server().parts.sync.push(school.session('teacherA'), [entry, dependent]);
    expect(answers[1]).toMatchObject({ reason: 'dependencyRefused', handedOver: true });
    expect(await handoversOf(school)).toHaveLength(2);
  });

  it('I4: reaches office and head, and nobody else', async () => {
    const school = await movedChild();
    const names = ['office', 'principal', 'teacherA', 'teacherB', 'administrator'] as const;
    const clients = await Promise.all(names.map((name) => client(school, name)));
    for (const one of clients) await one.listen();
    await school.send('teacherA', noteAbout(school, { notifiable: 'measles' }));
    const [handover] = await handoversOf(school);
    for (const one of clients) {
      await one.readInbox();
      expect(plainRows(one.rows)).toEqual(plainRows(await visibleRowsOf(server().parts, one.session)));
    }
    const holding = clients.map((one) => one.holds('handover', String(handover?.id)));
    expect(holding).toEqual([true, true, false, false, false]);
  });

  it('stays with its author while they may see the child, and goes once they may not', async () => {
    const school = await server().newSchool();
    const { a1: studentId } = school.students;
    const args = { absenceId: school.newId(), studentId, fields: { remark: 'XTYPEDX' } };
    const entry = school.entry('absences.correct', args);
    const first = await school.send('teacherA', entry);
    expect(first).toEqual({ id: entry.id, status: 'refused', reason: 'absenceUnknown' });
    expect(await handoversOf(school)).toEqual([]);
    await move(school, studentId);
    expect(await school.send('teacherA', entry)).toEqual({ ...first, handedOver: true });
    expect(await handoversOf(school)).toHaveLength(1);
  });

  it('does not become the office’s business when it is only the author’s, or a guardian’s', async () => {
    const school = await server().newSchool();
    const foreignCall = (await school.all('parkedCall')).find((row) => row.staffId === school.staff.office);
    const park = { callId: String(foreignCall?.id), label: 'XTYPEDX', draft: {} };
    expect(await school.act('teacherA', 'calls.park', park)).toMatchObject({ reason: 'draftUnknown' });
    const { remark, fromDay, untilDay, reason, span, atTime } = school.record(school.students.a2);
    const report = { reportId: school.newId(), studentId: school.students.a2, fromDay, untilDay, reason };
    const asked = await school.act('mother', 'absences.report', { ...report, span, atTime, remark });
    expect(asked).toMatchObject({ reason: 'forbidden' });
    expect(await handoversOf(school)).toEqual([]);
  });

  it('is settled once; the first outcome stands', async () => {
    const school = await movedChild();
    await school.send('teacherA', noteAbout(school));
    const [handover] = await handoversOf(school);
    const handoverId = String(handover?.id);
    await school.act('office', 'handovers.settle', { handoverId, outcome: 'setAside' });
    await school.act('principal', 'handovers.settle', { handoverId, outcome: 'takenOver' });
    expect(await handoversOf(school)).toMatchObject([
      { state: 'setAside', settledBy: school.staff.office, args: handover?.args },
    ]);
    const unknown = await school.act('office', 'handovers.settle', {
      handoverId: school.newId(),
      outcome: 'setAside',
    });
    expect(unknown).toMatchObject({ reason: 'handoverUnknown' });
  });

  it('is not kept when no person could have typed as much', async () => {
    const school = await movedChild();
    const entry = { ...noteAbout(school), args: { ...noteArgs(school), remark: 'x'.repeat(100_001) } };
    const answer = await school.send('teacherA', entry);
    expect(answer).toEqual({ id: entry.id, status: 'refused', reason: 'invalidArguments' });
    expect(await handoversOf(school)).toEqual([]);
  });

  /** A school in which a1 has just left the class of teacherA. */
  async function movedChild(): Promise<FoundedSchool> {
    const school = await server().newSchool();
    await move(school, school.students.a1);
    return school;
  }

  async function client(school: FoundedSchool, who: StaffName): Promise<ThinClient> {
    return new ThinClient(server().parts, school.session(who)).firstPull();
  }

  /** Handovers of this test, without the one a small school begins with. */
  async function handoversOf(school: FoundedSchool) {
    const before = new Set(school.rows.rows.handover?.map((row) => row.id));
    return (await school.all('handover')).filter((row) => !before.has(String(row.id)));
  }

  async function auditOf(school: FoundedSchool, entry: Entry): Promise<string[]> {
    const rows = await server()
      .parts.db.selectFrom('auditEntry')
      .select('operation')
      .where('schoolId', '=', school.schoolId)
      .where('entryId', '=', entry.id)
      .execute();
    return rows.map((row) => row.operation);
  }
});

async function move(school: FoundedSchool, studentId: string): Promise<void> {
  const steps = [{ kind: 'moveStudent' as const, studentId, className: '2b' }];
  await school.act('office', 'roster.apply', { importId: school.newId(), part: 1, parts: 1, steps });
}

type RecordArgs = Parameters<FoundedSchool['record']>[1];

function noteArgs(school: FoundedSchool, more: RecordArgs = {}) {
  const args = school.record(school.students.a1, { remark: 'XTYPEDX', ...more });
  return commands['absences.record'].args.parse(args);
}

function noteAbout(school: FoundedSchool, more: RecordArgs = {}): Entry {
  return school.entry('absences.record', noteArgs(school, more));
}
