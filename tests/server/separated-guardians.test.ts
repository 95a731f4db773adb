import { describe, expect, it } from 'vitest';
import type { FoundedSchool } from '../support/founded-school.ts';
import { engines } from '../support/test-database.ts';
import { useServer } from '../support/test-server.ts';
import { ThinClient } from '../support/thin-client.ts';

describe.each(engines)('S16: a guardian who must be told nothing any more, on %s', (engine) => {
  const server = useServer(engine);

  it('is so at once on every desk that holds the child, and back again', async () => {
    const school = await server().newSchool();
    const staff = ['office', 'secondOffice', 'teacherA'] as const;
    const desks = await Promise.all(
      staff.map((who) => new ThinClient(server().parts, school.session(who)).firstPull()),
    );
    const guardianshipId = await tieOf(school, 'mother');
    for (const fields of [{ blocked: 1, hasCustody: 0 } as const, { blocked: 0, hasCustody: 1 } as const]) {
      await correct(school, guardianshipId, fields);
      for (const desk of desks) {
        await desk.pull();
        expect(desk.row('guardianship', guardianshipId)).toMatchObject(fields);
      }
    }
  });

  it('reports nothing, while what was reported before stays with the office', async () => {
    const school = await server().newSchool();
    const before = report(school);
    expect((await school.act('mother', 'absences.report', before)).status).toBe('applied');
    await correct(school, await tieOf(school, 'mother'), { blocked: 1 });
    expect((await school.act('mother', 'absences.report', report(school))).status).toBe('refused');
    const reports = (await school.all('absenceReport')).map((row) => row.id);
    expect(reports).toContain(before.reportId);
  });

  it('still reports about the other child, from which nobody keeps them', async () => {
    const school = await server().newSchool();
    await correct(school, await tieOf(school, 'mother'), { blocked: 1 });
    const other = { ...report(school), studentId: school.students.b1 };
    expect((await school.act('mother', 'absences.report', other)).status).toBe('applied');
  });
});

async function tieOf(school: FoundedSchool, who: 'mother'): Promise<string> {
  const { personId } = school.session(who);
  const ties = await school.all('guardianship');
  const tie = ties.find((row) => row.guardianId === personId && row.studentId === school.students.a1);
  return String(tie?.id);
}

async function correct(school: FoundedSchool, guardianshipId: string, fields: object): Promise<void> {
  const args = { guardianshipId, studentId: school.students.a1, fields };
  expect((await school.act('office', 'guardians.correctTie', args)).status).toBe('applied');
}

function report(school: FoundedSchool) {
  return {
    reportId: school.newId(),
    studentId: school.students.a1,
    fromDay: '2026-11-24',
    untilDay: '2026-11-24',
    reason: 'illness' as const,
    span: 'wholeDay' as const,
    atTime: null,
    remark: null,
  };
}
