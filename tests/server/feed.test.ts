import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src-shared/sync/protocol.ts';
import { breakInserts } from '../support/break-table.ts';
import { engines } from '../support/test-database.ts';
import { useServer } from '../support/test-server.ts';

describe.each(engines)('the feed on %s', (engine) => {
  const server = useServer(engine);
  const feedOf = (schoolId: number) =>
    server()
      .parts.db.selectFrom('feed')
      .selectAll()
      .where('schoolId', '=', schoolId)
      .orderBy('revision')
      .execute();

  it('rises by one per commit group, each chained to the one before', async () => {
    const school = await server().newSchool();
    const before = await school.revision();
    for (const student of [school.students.a1, school.students.b1, school.students.c1])
      await school.act('office', 'absences.record', school.record(student));
    expect(await school.revision()).toBe(before + 3);
    const feed = await feedOf(school.schoolId);
    expect(feed.map((row) => Number(row.revision))).toEqual(feed.map((_, index) => index + 1));
    expect(new Set(feed.map((row) => row.hash)).size).toBe(feed.length);
    const head = await server()
      .parts.db.selectFrom('school')
      .select('feedHash')
      .where('id', '=', school.schoolId)
      .executeTakeFirstOrThrow();
    expect(feed.at(-1)?.hash).toBe(head.feedHash);
  });

  it('takes what arrives within one turn as one group, in the order of arrival', async () => {
    const school = await server().newSchool();
    const before = await school.revision();
    const entries = Object.values(school.students).map((student) =>
      school.entry('absences.record', school.record(student)),
    );
    const office = server().parts.sync.push(school.session('office'), entries.slice(0, 3));
    const second = server().parts.sync.push(school.session('secondOffice'), entries.slice(3));
    const answers = [...(await office), ...(await second)];
    expect(answers.map((answer) => answer.status)).toEqual(Array(6).fill('applied'));
    expect(answers.map((answer) => answer.id)).toEqual(entries.map((entry) => entry.id));
    expect(await school.revision()).toBe(before + 1);
  });

  it("leaves the others of a group alone when one entry's rule or write fails", async () => {
    const school = await server().newSchool();
    const good = school.entry('absences.record', school.record(school.students.a1));
    const nul = school.entry('absences.record', school.record(school.students.b1, { remark: 'a\0b' }));
    // Ids of an import are any text: PostgreSQL can't even be asked for this one.
    const step = { kind: 'markLeft' as const, studentId: 'no\0id', on: '2026-11-24' };
    const args = { importId: school.newId(), part: 1, parts: 1, steps: [step] };
    const poisoned = [
      nul,
      school.entry('roster.apply', args),
      { ...school.entry('roster.apply', args), name: 'no\0operation', args: {} },
    ];
    const deep = { ...school.entry('roster.apply', args), args: nested(20_000) };
    const last = school.entry('absences.record', school.record(school.students.c1));
    const answers = await server().parts.sync.push(school.session('office'), [good, ...poisoned, deep, last]);
    expect(answers.map(summary)).toEqual([
      'applied',
      'refused invalidArguments',
      'refused invalidArguments',
      'refused unknownOperation',
      'refused invalidArguments',
      'applied',
    ]);
    expect(await school.all('absence')).toHaveLength(4);
  });

  it('undoes an effect whose audit entry fails, and only that one (P07)', async () => {
    const school = await server().newSchool();
    const mend = await breakInserts(server().database, 'audit_entry', "new.operation = 'absences.record'");
    try {
      const record = school.entry('absences.record', school.record(school.students.a1));
      const mark = school.entry('rollCall.report', {
        rollCallId: school.newId(),
        classId: school.rows.classes.a,
        day: '2026-11-24',
      });
      const answers = await server().parts.sync.push(school.session('office'), [record, mark]);
      expect(answers.map(summary)).toEqual(['refused internal', 'applied']);
      expect(await school.all('absence')).toHaveLength(2);
      expect(await school.all('rollCall')).toHaveLength(2);
    } finally {
      await mend();
    }
  });

  it('answers nobody when the commit fails, and takes the same entries afterwards', async () => {
    const school = await server().newSchool();
    const before = await school.revision();
    const entries = [school.students.a1, school.students.b1].map((student) =>
      school.entry('absences.record', school.record(student)),
    );
    const mend = await breakInserts(server().database, 'feed');
    const failed = await Promise.allSettled(
      entries.map((entry) =>
        server().parts.sync.groups.submit({ session: school.session('office'), entry, lastCopy: false }),
      ),
    );
    await mend();
    expect(failed.map((one) => one.status)).toEqual(['rejected', 'rejected']);
    expect(await school.revision()).toBe(before);
    expect(await school.all('absence')).toHaveLength(2);
    const answers = await server().parts.sync.push(school.session('office'), entries);
    expect(answers.map((answer) => answer.status)).toEqual(['applied', 'applied']);
  });

  it('stays where it is for repeats and for entries whose turn has not come', async () => {
    const school = await server().newSchool();
    const entry = school.entry('absences.record', school.record(school.students.a1));
    const first = await school.send('office', entry);
    const after = await school.revision();
    expect(await school.send('office', entry)).toEqual(first);
    const waiting = school.entry('absences.withdraw', {
      absenceId: school.newId(),
      studentId: school.students.a1,
    });
    const answer = await school.send('office', { ...waiting, dependsOn: [school.newId()] });
    expect(answer.status).toBe('later');
    expect(await school.revision()).toBe(after);
  });
});

function summary(answer: Answer): string {
  return answer.status === 'refused' ? `refused ${answer.reason}` : answer.status;
}

function nested(depth: number): unknown {
  let value: unknown = 'core';
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}
