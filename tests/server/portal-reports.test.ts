import { beforeAll, describe, expect, it } from 'vitest';
import type { CommandArgs } from '../../src-shared/contract/commands.ts';
import { protocolVersion } from '../../src-shared/sync/protocol.ts';
import type { FoundedSchool, GuardianName, StaffName } from '../support/founded-school.ts';
import { engines } from '../support/test-database.ts';
import { useServer } from '../support/test-server.ts';
import { ThinClient } from '../support/thin-client.ts';

describe.each(engines)('a guardian’s report on %s', (engine) => {
  const server = useServer(engine);
  let school: FoundedSchool;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    school = await server().newSchool();
    for (const who of [
      'mother',
      'father',
      'other',
      'office',
      'principal',
      'teacherA',
      'administrator',
    ] as const)
      tokens.set(who, (await school.signedIn(who)).token);
  });

  const report = (
    studentId: string,
    more: Partial<CommandArgs<'absences.report'>> = {},
  ): CommandArgs<'absences.report'> => ({
    reportId: school.newId(),
    studentId,
    fromDay: '2026-11-24',
    untilDay: '2026-11-24',
    reason: 'illness',
    span: 'wholeDay',
    atTime: null,
    remark: null,
    ...more,
  });

  const send = async (who: GuardianName | StaffName, args: object, id = school.newId()) =>
    server().http.inject({
      method: 'POST',
      url: '/operations/absences.report',
      headers: { authorization: `Bearer ${tokens.get(who)}` },
      payload: { id, args, occurredAt: '2026-11-24T06:30:00.000Z', dependsOn: [] },
    });

  it('waits in the inbox of the office, and becomes an absence when it is accepted', async () => {
    const office = await new ThinClient(server().parts, school.session('office')).firstPull();
    const args = report(school.students.b1, { remark: 'kommt morgen wieder' });
    expect((await send('mother', args)).json()).toMatchObject({
      status: 'applied',
      result: { reportId: args.reportId },
    });
    await office.pull();
    expect(office.row('absenceReport', args.reportId)).toMatchObject({
      state: 'waiting',
      channel: 'portal',
      guardianId: school.rows.guardians.mother,
      absenceId: null,
    });
    const absenceId = school.newId();
    const accept = { reportId: args.reportId, studentId: args.studentId, absenceId, corrections: {} };
    await school.act('office', 'absences.acceptReport', accept);
    await office.pull();
    expect(office.row('absence', absenceId)).toMatchObject({ remark: 'kommt morgen wieder' });
    expect(office.row('absenceReport', args.reportId)).toMatchObject({ state: 'accepted', absenceId });
  });

  it('comes once, however often the telephone sends it', async () => {
    const args = report(school.students.a2);
    const id = school.newId();
    const answers = await Promise.all(Array.from({ length: 5 }, () => send('other', args, id)));
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    const again = await send('other', args);
    expect(again.json().status).toBe('applied');
    const waiting = (await school.all('absenceReport')).filter((row) => row.studentId === school.students.a2);
    expect(waiting).toHaveLength(1);
  });

  it('is refused for a child that is not theirs, or that they are barred from (S13, S16)', async () => {
    const before = await school.all('absenceReport');
    const refused = [
      await send('other', report(school.students.b1)),
      await send('father', report(school.students.a1)),
      await send('mother', report(school.newId())),
    ];
    // A foreign child and one that does not exist get the same answer.
    expect(refused.map((answer) => answer.json().reason)).toEqual(['forbidden', 'forbidden', 'forbidden']);
    expect((await send('father', report(school.students.b1))).json().status).toBe('applied');
    expect(await school.all('absenceReport')).toHaveLength(before.length + 1);
  });

  it('is nothing the staff can send', async () => {
    for (const who of ['office', 'principal', 'teacherA', 'administrator'] as const)
      expect((await send(who, report(school.students.a1))).json().reason).toBe('forbidden');
  });

  it('is all a guardian can do: no other operation, no sync', async () => {
    const headers = { authorization: `Bearer ${tokens.get('mother')}` };
    const entry = school.entry('absences.withdraw', {
      absenceId: school.newId(),
      studentId: school.students.a1,
    });
    const { name: _name, ...payload } = entry;
    const withdraw = await server().http.inject({
      method: 'POST',
      url: '/operations/absences.withdraw',
      payload,
      headers,
    });
    expect(withdraw.json().reason).toBe('forbidden');
    for (const [url, body] of [
      ['/sync/push', { protocol: protocolVersion, entries: [entry] }],
      ['/sync/pull', { protocol: protocolVersion, cursor: 'x' }],
      ['/sync/first', { protocol: protocolVersion, resume: null }],
    ] as const)
      expect((await server().http.inject({ method: 'POST', url, payload: body, headers })).statusCode).toBe(
        403,
      );
  });
});
