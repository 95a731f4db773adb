import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskLine } from '../support/processes/desk-line.ts';
import { auditedEffects, revokeDevices } from '../support/processes/server-records.ts';
import { sickNote, unreportedChildren } from '../support/processes/sick-notes.ts';
import { Stage } from '../support/processes/stage.ts';
import { Wire } from '../support/processes/wire.ts';

describe('The wire between desk and server', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = new Stage();
  });
  afterEach(() => stage.end());

  /** Waits until the desk shows an absence of the child. */
  async function arrives(line: DeskLine, studentId: string): Promise<void> {
    const { fromDay } = sickNote(studentId);
    await line.until(
      'absences.list',
      { fromDay, untilDay: fromDay, studentId },
      ({ lines }) => lines.length === 1,
    );
  }

  it('an answer that gets lost after the commit: the desk repeats, one effect (R01, R04)', async () => {
    const server = await stage.server();
    const wire = stage.keep(await Wire.lay(server.port));
    const office = await stage.desk(wire, 'yildiz');
    const line = await office.openLine();
    await line.synchronous();
    const [child] = await unreportedChildren(line, ['1a'], 1);
    wire.swallowNextAnswer();
    const note = sickNote(child?.studentId ?? '');
    await line.get('absences.record', note);
    await line.synchronous();
    const effects = auditedEffects(server.data, 'absences.record');
    expect(effects.map(({ reportIds }) => reportIds)).toEqual([[note.reportId]]);
  });

  it('a stream that breaks comes back by itself, with what happened meanwhile', async () => {
    const server = await stage.server();
    const wire = stage.keep(await Wire.lay(server.port));
    const near = await stage.desk(server, 'ostermann');
    const far = await stage.desk(wire, 'brandt');
    const [from, to] = [await near.openLine(), await far.openLine()];
    await Promise.all([from.synchronous(), to.synchronous()]);
    const children = await unreportedChildren(from, ['2a', '4a'], 3);
    for (const { studentId } of children) {
      wire.cut();
      await from.get('absences.record', sickNote(studentId));
      await arrives(to, studentId);
    }
  });

  it('a desk the school has locked: signed out at once, nothing more to read there (S11)', async () => {
    const server = await stage.server();
    const office = await stage.desk(server, 'yildiz');
    const line = await office.openLine();
    await line.synchronous();
    await server.stop();
    revokeDevices(server.data);
    await server.restart();
    await line.get('sync.now', {});
    await line.until(
      'session.state',
      {},
      ({ phase, profiles }) => phase !== 'ready' && profiles.length === 0,
    );
    expect(await line.ask('today.office', {})).toMatchObject({ ok: false, kind: 'unavailable' });
    await server.kill();
    await office.stop();
    await office.restart();
    const offline = await office.openLine();
    expect(await offline.get('session.state', {})).toMatchObject({ phase: 'signedOut', profiles: [] });
  });
});
