import { describe, expect, it } from 'vitest';
import type { CommandArgs } from '../../src-shared/contract/commands.ts';
import type { Answer } from '../../src-shared/sync/protocol.ts';
import type { FoundedSchool } from '../support/founded-school.ts';
import { engines } from '../support/test-database.ts';
import { useServer } from '../support/test-server.ts';
import { ThinClient } from '../support/thin-client.ts';

const TODAY = '2026-11-24';

describe.each(engines)('what is taken back, on %s', (engine) => {
  const server = useServer(engine);

  /** A guardian's report in the inbox. */
  async function reported(school: FoundedSchool) {
    const ofReport = { reportId: school.newId(), studentId: school.students.b1 };
    const span = { span: 'wholeDay', atTime: null, remark: null } as const;
    const days = { fromDay: TODAY, untilDay: TODAY, reason: 'illness' } as const;
    expect(reasonOf(await school.act('mother', 'absences.report', { ...ofReport, ...days, ...span }))).toBe(
      'applied',
    );
    return ofReport;
  }

  it('reaches every desk, and is audited like anything else (I9)', async () => {
    const school = await server().newSchool();
    const other = await new ThinClient(server().parts, school.session('secondOffice')).firstPull();
    const report = await reported(school);
    const accept = { ...report, absenceId: school.newId(), corrections: { untilDay: '2026-11-26' } };
    await school.act('office', 'absences.acceptReport', accept);
    await other.pull();
    expect(other.row('absence', accept.absenceId)).toMatchObject({ untilDay: '2026-11-26', withdrawn: 0 });
    const reopen = school.entry('absences.reopenReport', report);
    expect((await school.send('office', reopen)).status).toBe('applied');
    await other.pull();
    expect(other.row('absenceReport', report.reportId)).toMatchObject({ state: 'waiting', untilDay: TODAY });
    expect(other.row('absence', accept.absenceId)).toMatchObject({ withdrawn: 1 });
    const audit = await server()
      .parts.db.selectFrom('auditEntry')
      .selectAll()
      .where('schoolId', '=', school.schoolId)
      .where('entryId', '=', reopen.id)
      .execute();
    expect(audit).toMatchObject([{ actorId: school.staff.office, operation: 'absences.reopenReport' }]);
  });

  it('leaves the decision of whoever was first', async () => {
    const school = await server().newSchool();
    const report = await reported(school);
    const accept = () => ({ ...report, absenceId: school.newId(), corrections: {} });
    await school.act('secondOffice', 'absences.acceptReport', accept());
    // Offline, the office has accepted it too, and has thought better of it.
    const late = school.entry('absences.acceptReport', accept());
    const undo = school.entry('absences.reopenReport', report, { dependsOn: [late.id] });
    const answers = await server().parts.sync.push(school.session('office'), [late, undo]);
    expect(answers.map(reasonOf)).toEqual(['applied', 'doneByOther']);
    expect(await school.all('absenceReport')).toContainEqual(
      expect.objectContaining({
        id: report.reportId,
        state: 'accepted',
        decidedBy: school.staff.secondOffice,
      }),
    );
  });

  it('leaves what a teacher has written into the absence meanwhile', async () => {
    const school = await server().newSchool();
    const args: CommandArgs<'absences.record'> = school.record(school.students.a1);
    await school.act('office', 'absences.record', args);
    const of = { absenceId: args.absenceId, studentId: args.studentId };
    await school.act('teacherA', 'absences.noteWrittenExcuse', { ...of, on: TODAY });
    const before = await school.all('absence');
    const undo = { reportId: args.reportId, studentId: args.studentId };
    expect(reasonOf(await school.act('office', 'absences.withdrawReport', undo))).toBe('workedOnSince');
    expect(await school.all('absence')).toEqual(before);
  });

  it('is a class’s own: another class’s teacher takes back nothing (S13)', async () => {
    const school = await server().newSchool();
    const rollCall = { rollCallId: school.newId(), classId: school.rows.classes.a };
    const mark = { markId: school.newId(), studentId: school.students.a1 };
    const attempt = { attemptId: school.newId(), studentId: school.students.a1 };
    const call = { guardianId: null, contactName: 'Mutter', outcome: 'justArrived', note: null } as const;
    await school.act('teacherA', 'rollCall.mark', {
      ...mark,
      day: TODAY,
      state: 'missing',
      minutesLate: null,
    });
    await school.act('teacherA', 'rollCall.report', { ...rollCall, day: TODAY });
    await school.act('teacherA', 'cases.recordAttempt', { ...attempt, day: TODAY, ...call });
    const takeBack = async (who: 'teacherA' | 'teacherB' | 'office') => [
      reasonOf(await school.act(who, 'rollCall.retract', rollCall)),
      reasonOf(await school.act(who, 'rollCall.retractMark', mark)),
      reasonOf(await school.act(who, 'cases.retractAttempt', attempt)),
    ];
    expect(await takeBack('teacherB')).toEqual(['forbidden', 'forbidden', 'forbidden']);
    expect(await takeBack('office')).toEqual(['doneByOther', 'doneByOther', 'doneByOther']);
    expect(await takeBack('teacherA')).toEqual(['applied', 'applied', 'applied']);
    for (const table of ['rollCall', 'rollCallMark', 'contactAttempt'] as const) {
      const own = (await school.all(table)).filter((row) => row.staffId === school.staff.teacherA);
      expect(own.map((row) => row.retractedAt === null)).not.toContain(true);
      expect(own).not.toEqual([]);
    }
  });

  it('is refused with the entry it takes back, once, when that was refused', async () => {
    const school = await server().newSchool();
    const studentId = school.newId();
    const attempt = { attemptId: school.newId(), studentId };
    const call = { guardianId: null, contactName: 'Mutter', outcome: 'notReached', note: null } as const;
    const first = school.entry('cases.recordAttempt', { ...attempt, day: TODAY, ...call });
    const undo = school.entry('cases.retractAttempt', attempt, { dependsOn: [first.id] });
    const answers = await server().parts.sync.push(school.session('office'), [first, undo]);
    expect(answers.map(reasonOf)).toEqual(['studentUnknown', 'dependencyRefused']);
  });
});

function reasonOf(answer: Answer | undefined): string | undefined {
  return answer?.status === 'refused' ? answer.reason : answer?.status;
}
