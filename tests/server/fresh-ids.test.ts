import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableName } from '../../src-shared/tables/registry.ts';
import { anyArgs, type MorningCommand } from '../support/builders/any-command.ts';
import { freshIds, isItsOwn } from '../support/builders/fresh-ids.ts';
import type { FoundedSchool } from '../support/founded-school.ts';
import { engines } from '../support/test-database.ts';
import { useServer } from '../support/test-server.ts';

/** Tries of each command; the ids are mostly those of rows that are there. */
const TRIES = 12;

describe.each(engines)('ids that come from a client, on %s (S13)', (engine) => {
  const server = useServer(engine);

  it('never overwrite what they already belong to, whatever the command', async () => {
    const school = await server().newSchool();
    const idsOf = (table: TableName) => (school.rows.rows[table] ?? []).map(({ id }) => id);
    const pool = Object.values(school.rows.rows).flatMap((rows) => rows.map(({ id }) => id));
    const argsOf = anyArgs(idsOf, pool);
    const names = Object.keys(argsOf).filter((name): name is MorningCommand => name in freshIds);
    for (const name of names.filter((one) => freshIds[one].length > 0)) {
      const arbitrary: fc.Arbitrary<Record<string, unknown>> = argsOf[name];
      for (const args of fc.sample(arbitrary, { numRuns: TRIES, seed: 23 })) {
        const stood = await standingUnder(school, name, args);
        // The arguments are of this very command, by its name.
        await school.act(name === 'absences.grantLeave' ? 'principal' : 'office', name, args as never);
        for (const { table, row } of stood) expect(await rowOf(school, table, row.id)).toEqual(row);
      }
    }
  });

  it('are refused with their reason where they are somebody else’s', async () => {
    const school = await server().newSchool();
    const { a1, b1 } = school.students;
    const call = school.record(a1);
    await school.act('office', 'absences.record', call);
    const taken = { status: 'refused', reason: 'idTaken' };
    const foreign = school.record(b1, { absenceId: call.absenceId });
    expect(await school.act('secondOffice', 'absences.record', foreign)).toMatchObject(taken);
    const later = school.record(a1, { absenceId: call.absenceId, fromDay: '2026-12-07', untilDay: null });
    expect(await school.act('office', 'absences.record', later)).toMatchObject(taken);
    const report = school.record(b1, { reportId: call.reportId });
    expect(await school.act('office', 'absences.record', report)).toMatchObject(taken);
    const [mark] = await school.all('rollCallMark');
    const tick = {
      markId: String(mark?.id),
      day: '2026-11-24',
      state: 'missing' as const,
      minutesLate: null,
    };
    const ticked = await school.act('teacherA', 'rollCall.mark', { ...tick, studentId: a1 });
    expect(ticked).toMatchObject(taken);
    expect(await school.all('rollCallMark')).toEqual([mark]);
  });

  it('are refused inside an import too, and nothing of it is done', async () => {
    const school = await server().newSchool();
    const students = await school.all('student');
    const child = { importKey: null, givenName: 'Neu', familyName: 'Dazu', birthDate: null, className: null };
    const steps = [school.newId(), school.students.a1].map((studentId) => ({
      kind: 'addStudent' as const,
      ...child,
      studentId,
    }));
    const args = { importId: school.newId(), part: 1, parts: 1, steps };
    expect(await school.act('office', 'roster.apply', args)).toMatchObject({ reason: 'idTaken' });
    expect(await school.all('student')).toEqual(students);
  });
});

/** The rows that a command's fresh ids belong to already, without those it may change as its own. */
async function standingUnder(school: FoundedSchool, name: MorningCommand, args: Record<string, unknown>) {
  const standing: { table: TableName; row: Record<string, unknown> }[] = [];
  for (const [argument, table] of freshIds[name]) {
    const row = await rowOf(school, table, args[argument]);
    if (row && !isItsOwn(table, row, args, school.staff.office)) standing.push({ table, row });
  }
  return standing;
}

async function rowOf(school: FoundedSchool, table: TableName, id: unknown) {
  return (await school.all(table)).find((row) => row.id === id);
}
