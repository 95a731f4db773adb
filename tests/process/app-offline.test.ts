import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskLine } from '../support/processes/desk-line.ts';
import { auditedEffects, personIdOf } from '../support/processes/server-records.ts';
import { sickNote, unreportedChildren } from '../support/processes/sick-notes.ts';
import { Stage } from '../support/processes/stage.ts';

const CLASSES = ['1a', '1b', '2a'];

describe('The server is away', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = new Stage();
  });
  afterEach(() => stage.end());

  /** Takes down one call per child. @returns the reports' ids in the order of the calls */
  async function takeCalls(line: DeskLine, studentIds: readonly string[]): Promise<string[]> {
    const notes = studentIds.map((studentId) => sickNote(studentId));
    for (const note of notes) await line.get('absences.record', note);
    return notes.map(({ reportId }) => reportId);
  }

  it('20 sick notes logged offline survive SIGKILL and arrive once, in order, from the office (R03, R04)', async () => {
    const server = await stage.server();
    const office = await stage.desk(server, 'yildiz');
    const line = await office.openLine();
    await line.synchronous();
    const children = await unreportedChildren(line, CLASSES, 20);
    const nermin = personIdOf(server.data, 'yildiz');

    await server.kill();
    const reportIds = await takeCalls(
      line,
      children.map(({ studentId }) => studentId),
    );
    expect((await line.get('sync.state', {})).pending).toBe(20);
    await office.kill();
    await office.restart();
    const again = await office.openLine();
    const waiting = await again.until('sync.entries', {}, ({ pending }) => pending.length === 20);
    expect(waiting.pending.map(({ studentId }) => studentId)).toEqual(
      children.map((child) => child.studentId),
    );

    await server.restart();
    await again.synchronous();
    const effects = auditedEffects(server.data, 'absences.record');
    expect(effects.map((effect) => effect.reportIds)).toEqual(reportIds.map((id) => [id]));
    expect(new Set(effects.map((effect) => effect.actorId))).toEqual(new Set([nermin]));
  });

  it('an app that has synced once works from its first second on without a server', async () => {
    const server = await stage.server();
    const office = await stage.desk(server, 'yildiz');
    const first = await office.openLine();
    await first.synchronous();
    const before = await first.get('today.office', {});
    await office.stop();
    await server.kill();

    await office.restart();
    const line = await office.openLine();
    // The window is there before the core has opened its files; it waits for it as a window does.
    const state = await line.until('session.state', {}, ({ phase }) => phase === 'ready');
    expect(state).toMatchObject({ person: { userName: 'yildiz' } });
    const today = await line.get('today.office', {});
    expect(today.absentStudents).toEqual(before.absentStudents);
    const { hits } = await line.get('desk.searchStudents', { query: 'mueller 3b' });
    expect(hits[0]).toMatchObject({ familyName: 'Müller', givenName: 'Emma', className: '3b' });
    const sync = await line.until('sync.state', {}, ({ state: phase }) => phase === 'offline');
    expect(sync.offlineSince).not.toBeNull();
  });

  it('two offices log the same child offline: one absence, both reports kept, no error', async () => {
    const server = await stage.server();
    const [first, second] = [await stage.desk(server, 'yildiz'), await stage.desk(server, 'ostermann')];
    const [one, two] = [await first.openLine(), await second.openLine()];
    await Promise.all([one.synchronous(), two.synchronous()]);
    const [child] = await unreportedChildren(one, ['4a'], 1);
    const studentId = child?.studentId ?? '';
    await server.kill();
    await one.get('absences.record', sickNote(studentId, { reporterName: 'die Mutter' }));
    await two.get('absences.record', sickNote(studentId, { reporterName: 'der Vater', remark: 'Bus' }));

    await server.restart();
    await Promise.all([one.synchronous(), two.synchronous()]);
    for (const line of [one, two]) {
      const list = { fromDay: '2026-11-24', untilDay: '2026-11-24', studentId };
      const { lines } = await line.until('absences.list', list, (answer) => answer.lines[0]?.reports === 2);
      expect(lines).toHaveLength(1);
      const absenceId = lines[0]?.absenceId ?? '';
      const detail = await line.get('absences.detail', { absenceId });
      const reports = detail?.reports.map(({ reporterName, recordedByName }) => [
        reporterName,
        recordedByName,
      ]);
      expect(reports?.sort()).toEqual([
        ['der Vater', 'Ostermann'],
        ['die Mutter', 'Yıldız'],
      ]);
      expect((await line.get('sync.state', {})).attention).toBe(0);
    }
  });

  it("one person's offline entries are delivered while another is signed in, in the first one's name", async () => {
    const server = await stage.server();
    const desk = await stage.desk(server, 'yildiz');
    const line = await desk.openLine();
    await line.synchronous();
    const [child] = await unreportedChildren(line, ['4b'], 1);
    const nermin = personIdOf(server.data, 'yildiz');
    // The second person has worked here before: the PC knows both.
    await desk.restartAs('ostermann');
    const colleague = await desk.openLine();
    await colleague.synchronous();
    await desk.restartAs('yildiz');
    const offline = await desk.openLine();
    await offline.synchronous();
    await server.kill();
    const note = sickNote(child?.studentId ?? '');
    await offline.get('absences.record', note);

    await desk.restartAs('ostermann');
    const shared = await desk.openLine();
    expect((await shared.get('sync.state', {})).othersPending).toBe(1);
    await server.restart();
    await shared.get('sync.now', {});
    await shared.until('sync.state', {}, ({ othersPending }) => othersPending === 0);
    const effects = auditedEffects(server.data, 'absences.record');
    expect(effects).toEqual([expect.objectContaining({ actorId: nermin, reportIds: [note.reportId] })]);
    const list = { fromDay: note.fromDay, untilDay: note.fromDay, studentId: note.studentId };
    const { lines } = await shared.until('absences.list', list, (answer) => answer.lines.length === 1);
    const detail = await shared.get('absences.detail', { absenceId: lines[0]?.absenceId ?? '' });
    expect(detail?.reports[0]?.recordedByName).toBe('Yıldız');
  });

  it("a change at one app reaches another one within a second, also after the server's death", async () => {
    const server = await stage.server();
    const office = await stage.desk(server, 'yildiz');
    const head = await stage.desk(server, 'brandt');
    const [from, to] = [await office.openLine(), await head.openLine()];
    await Promise.all([from.synchronous(), to.synchronous()]);
    const [first, second] = await unreportedChildren(from, ['2a'], 2);
    for (const child of [first, second]) {
      const note = sickNote(child?.studentId ?? '');
      const list = { fromDay: note.fromDay, untilDay: note.fromDay, studentId: note.studentId };
      const began = performance.now();
      await from.get('absences.record', note);
      await to.until('absences.list', list, ({ lines }) => lines.length === 1);
      expect(performance.now() - began).toBeLessThan(1000);
      if (child === second) break;
      await server.kill();
      await server.restart();
      await Promise.all([from.get('sync.now', {}), to.get('sync.now', {})]);
      await Promise.all(
        [from, to].map((line) => line.until('sync.state', {}, (now) => now.state === 'synchronous')),
      );
    }
  });
});
