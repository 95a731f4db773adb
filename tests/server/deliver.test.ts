import { describe, expect, it } from 'vitest';
import { seal } from '../../src-main/core/outbox/seal.ts';
import { type Entry, protocolVersion, type SealedBox } from '../../src-shared/sync/protocol.ts';
import type { FoundedSchool } from '../support/founded-school.ts';
import { DAY } from '../support/test-clock.ts';
import { engines } from '../support/test-database.ts';
import { useServer } from '../support/test-server.ts';

describe.each(engines)('sealed delivery on %s', (engine) => {
  const server = useServer(engine);
  const boxOf = (delegation: string, entry: Entry, lastCopy = false): SealedBox => ({
    id: entry.id,
    box: seal(server().parts.sync.sealingKey, { delegation, entry }),
    lastCopy,
  });
  const deliver = async (deviceId: string, sealed: SealedBox[]) =>
    (
      await server().http.inject({
        method: 'POST',
        url: '/sync/deliver',
        payload: { protocol: protocolVersion, deviceId, sealed },
      })
    ).json();
  const auditOf = async (school: FoundedSchool) =>
    server()
      .parts.db.selectFrom('auditEntry')
      .select(['actorId', 'operation'])
      .where('schoolId', '=', school.schoolId)
      .execute();

  it('carries out what somebody else typed, as that person, without a session', async () => {
    const school = await server().newSchool();
    const { delegation, deviceId } = await school.signedIn('office');
    const entry = school.entry('absences.record', school.record(school.students.a1));
    const outcome = await deliver(deviceId, [boxOf(delegation, entry)]);
    expect(outcome).toEqual({ outcomes: [{ id: entry.id, outcome: 'done' }] });
    expect(await auditOf(school)).toEqual([{ actorId: school.staff.office, operation: 'absences.record' }]);
    // Delivered again, or pushed by the author: one effect.
    await deliver(deviceId, [boxOf(delegation, entry), boxOf(delegation, entry)]);
    expect((await school.send('office', entry)).status).toBe('applied');
    expect(await auditOf(school)).toHaveLength(1);
  });

  it('says `later` for what waits for another entry, and `done` for what the office has been handed', async () => {
    const school = await server().newSchool();
    const { delegation, deviceId } = await school.signedIn('teacherA');
    const foreign = school.entry('absences.record', school.record(school.students.b1));
    const waiting = school.entry('absences.record', school.record(school.students.a1), {
      dependsOn: [school.newId()],
    });
    const { outcomes } = await deliver(deviceId, [boxOf(delegation, foreign), boxOf(delegation, waiting)]);
    expect(outcomes.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['done', 'later']);
    expect(await auditOf(school)).toEqual([{ actorId: school.staff.teacherA, operation: 'handovers.keep' }]);
  });

  it('I7: says `refused` while the author can be told, and hands the last copy to the office', async () => {
    const school = await server().newSchool();
    const { delegation, deviceId } = await school.signedIn('office');
    const entry = school.entry('absences.correct', {
      ...{ absenceId: school.newId(), studentId: school.students.a1, fields: { remark: 'XTYPEDX' } },
    });
    const outcomeOf = async (lastCopy: boolean) =>
      (await deliver(deviceId, [boxOf(delegation, entry, lastCopy)])).outcomes[0].outcome;
    expect(await outcomeOf(false)).toBe('refused');
    expect(await school.all('handover')).toHaveLength(school.rows.rows.handover?.length ?? 0);
    expect(await outcomeOf(true)).toBe('done');
    expect(await school.all('handover')).toContainEqual(
      expect.objectContaining({ authorId: school.staff.office, args: expect.stringContaining('XTYPEDX') }),
    );
  });

  it('opens nothing that is not of this device and this delegation', async () => {
    const school = await server().newSchool();
    const { delegation, deviceId, token } = await school.signedIn('office');
    const entry = () => school.entry('absences.record', school.record(school.students.a1));
    const other = entry();
    const unreadable = [
      await deliver(school.newId(), [boxOf(delegation, entry())]),
      await deliver(deviceId, [boxOf(token, entry())]),
      await deliver(deviceId, [{ ...boxOf(delegation, entry()), id: other.id }]),
      await deliver(deviceId, [{ ...boxOf(delegation, other), box: boxOf(delegation, other).box.slice(4) }]),
      await deliver(deviceId, [{ id: other.id, box: '', lastCopy: false }]),
    ];
    server().clock.advance(91 * DAY);
    unreadable.push(await deliver(deviceId, [boxOf(delegation, entry())]));
    server().clock.set('2026-11-24T07:30');
    for (const { outcomes } of unreadable) expect(outcomes[0].outcome).toBe('unreadable');
    expect(await auditOf(school)).toEqual([]);
  });

  it('lets what a locked account has typed wait for the day it is unlocked', async () => {
    const school = await server().newSchool();
    const { delegation, deviceId, accountId } = await school.signedIn('office');
    const entry = school.entry('absences.record', school.record(school.students.a1));
    const { db } = server().parts;
    const lock = (lockedAt: string | null) =>
      db.updateTable('account').set({ lockedAt }).where('id', '=', accountId).execute();
    const outcome = async () => (await deliver(deviceId, [boxOf(delegation, entry)])).outcomes[0].outcome;
    await lock('now');
    expect(await outcome()).toBe('later');
    expect(await auditOf(school)).toEqual([]);
    await lock(null);
    expect(await outcome()).toBe('done');
  });

  it('takes the good boxes of a delivery that has bad ones', async () => {
    const school = await server().newSchool();
    const { delegation, deviceId } = await school.signedIn('office');
    const entry = school.entry('absences.record', school.record(school.students.a1));
    const { outcomes } = await deliver(deviceId, [
      { id: school.newId(), box: 'AAAA', lastCopy: false },
      boxOf(delegation, entry),
    ]);
    expect(outcomes.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['unreadable', 'done']);
  });
});
