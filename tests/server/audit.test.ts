import { describe, expect, it } from 'vitest';
import { protocolVersion } from '../../src-shared/sync/protocol.ts';
import { isTableName, tables } from '../../src-shared/tables/registry.ts';
import { breakInserts } from '../support/break-table.ts';
import { canary, entriesWithCanary } from '../support/fixtures/canary-entries.ts';
import { setUpBody } from '../support/fixtures/http-requests.ts';
import type { FoundedSchool } from '../support/founded-school.ts';
import { engines } from '../support/test-database.ts';
import { useServer } from '../support/test-server.ts';

describe.each(engines)('the audit on %s', (engine) => {
  const server = useServer(engine);
  const auditOf = (school: FoundedSchool) =>
    server()
      .parts.db.selectFrom('auditEntry')
      .selectAll()
      .where('schoolId', '=', school.schoolId)
      .orderBy('revision')
      .execute();

  it('has one entry per effect, with who, what, which records and which fields (I9)', async () => {
    const school = await server().newSchool();
    const args = school.record(school.students.a1);
    const entry = school.entry('absences.record', args);
    await school.send('office', entry);
    await school.send('office', entry);
    const fields = { reason: 'doctor' as const };
    const correction = { absenceId: args.absenceId, studentId: args.studentId, fields };
    await school.act('teacherA', 'absences.correct', correction);
    await school.act('teacherA', 'absences.correct', correction);
    await school.act('teacherB', 'absences.correct', correction);
    const audit = await auditOf(school);
    expect(audit).toMatchObject([
      {
        actorId: school.staff.office,
        actorRole: 'schoolOffice',
        operation: 'absences.record',
        entryId: entry.id,
      },
      { actorId: school.staff.teacherA, actorRole: 'teacher', operation: 'absences.correct' },
      // Refused, but what was typed is kept for the office: that is an effect too.
      { actorId: school.staff.teacherB, actorRole: 'teacher', operation: 'handovers.keep' },
    ]);
    expect(audit).toHaveLength(3);
    expect(Number(audit[1]?.revision)).toBeGreaterThan(Number(audit[0]?.revision));
    const records: { table: string; id: string; fields: string[] }[] = JSON.parse(audit[1]?.records ?? '[]');
    expect(records.find((record) => record.table === 'absence')).toEqual({
      table: 'absence',
      id: args.absenceId,
      fields: ['reason'],
    });
    for (const { table, fields: touched } of records) {
      expect(isTableName(table)).toBe(true);
      if (isTableName(table))
        expect(touched.filter((field) => !(field in tables[table].columns))).toEqual([]);
    }
  });

  it('agrees with the effects: as many entries as answers that changed something (P07)', async () => {
    const school = await server().newSchool();
    const { a1, b1 } = school.students;
    const entries = [
      school.entry('absences.record', school.record(a1)),
      school.entry('absences.record', school.record(b1)),
      school.entry('absences.withdraw', { absenceId: school.newId(), studentId: a1 }),
      school.entry('calls.discard', { callId: school.newId() }),
    ];
    await server().parts.sync.push(school.session('office'), [...entries, ...entries]);
    const withEffect = entries.slice(0, 2).map((entry) => entry.id);
    expect((await auditOf(school)).map((row) => row.entryId).sort()).toEqual(withEffect.sort());
  });

  it('and the log, errors and metrics never hold what was written (S30)', async () => {
    const school = await server().newSchool();
    const entries = entriesWithCanary(school);
    const answers = await server().parts.sync.push(school.session('principal'), entries);
    expect(answers.map((answer) => answer.status)).toEqual(entries.map(() => 'applied'));
    const texts = [JSON.stringify(await auditOf(school))];

    const { token } = await school.signedIn('principal');
    const send = async (url: string, payload: object) =>
      server().http.inject({ method: 'POST', url, payload, headers: { authorization: `Bearer ${token}` } });
    const broken = await breakInserts(server().database, 'audit_entry');
    const failing = await send('/sync/push', {
      protocol: protocolVersion,
      entries: entriesWithCanary(school),
    });
    await broken();
    expect(failing.json().answers[0]).toMatchObject({ reason: 'internal' });
    const brokenFeed = await breakInserts(server().database, 'feed');
    const away = await send('/sync/push', { protocol: protocolVersion, entries: entriesWithCanary(school) });
    await brokenFeed();
    expect(away.statusCode).toBe(500);
    texts.push(failing.body, away.body, ...(await refusedBodies(school, send)));
    texts.push(server().log());
    for (const text of texts) expect(text).not.toContain(canary);
    expect(server().log()).toContain('a rule failed');
    expect(server().log()).toContain('request failed');
  });

  it('is shown by no route and sent to no desk', async () => {
    const school = await server().newSchool();
    await school.act('office', 'absences.record', school.record(school.students.a1));
    const [entry] = await auditOf(school);
    let sent = '';
    for await (const line of server().parts.sync.firstPull(school.session('principal'), null))
      sent += JSON.stringify(line);
    expect(sent).not.toContain(String(entry?.id));
  });

  /** What is answered to requests that can't be carried out, each with the canary somewhere in it. */
  async function refusedBodies(
    school: FoundedSchool,
    send: (url: string, payload: object) => Promise<{ body: string }>,
  ): Promise<string[]> {
    const signIn = {
      schoolKey: canary,
      userName: canary,
      password: canary,
      deviceId: canary,
      deviceName: canary,
    };
    const [entry] = entriesWithCanary(school);
    const answers = [
      await send(`/operations/${canary}`, { ...entry }),
      await send(`/${canary}`, {}),
      await send('/sync/push', { protocol: protocolVersion, entries: [{ remark: canary, ...entry }] }),
      await send('/sync/pull', { protocol: protocolVersion, cursor: canary }),
      await send('/session', { protocol: protocolVersion, ...signIn }),
      await send('/session', { protocol: protocolVersion, ...signIn, deviceId: school.newId() }),
      await send('/set-up', { ...setUpBody(canary), [canary]: canary }),
      await server().http.inject({
        method: 'POST',
        url: '/sync/push',
        payload: `{"${canary}": ${canary}`,
        headers: { 'content-type': 'application/json' },
      }),
      await server().http.inject(`/health?child=${canary}`),
      await server().http.inject('/metrics'),
      await server().http.inject('/openapi.json'),
    ];
    return answers.map((answer) => answer.body);
  }
});
