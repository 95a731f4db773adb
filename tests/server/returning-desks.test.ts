import { describe, expect, it } from 'vitest';
import { RETURN_DAYS } from '../../src-server/sync/returning-desks.ts';
import type { FoundedSchool } from '../support/founded-school.ts';
import { DAY, MINUTE } from '../support/test-clock.ts';
import { engines } from '../support/test-database.ts';
import { useServer } from '../support/test-server.ts';
import { ThinClient } from '../support/thin-client.ts';

describe.each(engines)('what comes back to a restored server on %s (R16)', (engine) => {
  const server = useServer(engine);

  it('waits for what it builds on, and for seven days at most', async () => {
    const { school, note } = await restoredSchool();
    const [late, lost] = [correction(school, note), correction(school, school.record(note.studentId))];
    server().clock.advance(MINUTE);
    await noticed(school);
    for (const entry of [late, lost]) expect((await school.send('secondOffice', entry)).status).toBe('later');
    await school.act('office', 'absences.record', note);
    expect((await school.send('secondOffice', late)).status).toBe('applied');
    server().clock.advance(RETURN_DAYS * DAY);
    for (let count = 0; count < 2; count += 1)
      expect(await school.send('secondOffice', lost)).toMatchObject({
        status: 'refused',
        reason: 'absenceUnknown',
      });
  });

  it('is refused at once when no desk can change that: typed since, or not its author’s to do', async () => {
    const { school, note } = await restoredSchool();
    const foreign = school.entry('absences.record', school.record(school.students.b1));
    await noticed(school);
    server().clock.advance(MINUTE);
    expect(await school.send('teacherA', foreign)).toMatchObject({ status: 'refused', reason: 'forbidden' });
    expect((await school.send('office', correction(school, note))).status).toBe('refused');
  });

  it('concerns one school of the server only', async () => {
    const { school } = await restoredSchool();
    const other = await server().newSchool();
    await noticed(school);
    const entry = correction(other, other.record(other.students.a1));
    expect((await other.send('office', entry)).status).toBe('refused');
  });

  /** A school whose books lack an absence that desks know of; none of them has asked it yet. */
  async function restoredSchool() {
    const school = await server().newSchool();
    return { school, note: school.record(school.students.a1) };
  }

  function correction(school: FoundedSchool, note: { absenceId: string; studentId: string }) {
    const { absenceId, studentId } = note;
    return school.entry('absences.correct', { absenceId, studentId, fields: { remark: 'put right' } });
  }

  /** A desk asks with a cursor from a history that the restored books do not have. */
  async function noticed(school: FoundedSchool): Promise<void> {
    const desk = await new ThinClient(server().parts, school.session('office')).firstPull();
    await server()
      .parts.db.updateTable('school')
      .set({ feedHash: 'of the backup' })
      .where('id', '=', school.schoolId)
      .execute();
    expect(await desk.ask()).toEqual({ kind: 'resync' });
  }
});
