import { beforeEach, describe, expect, test } from 'vitest';
import { aCall } from '../../../support/builders/absences.ts';
import { aPrincipal } from '../../../support/builders/school.ts';
import { aStudent } from '../../../support/builders/students.ts';
import { openDesk } from '../../../support/desk/desk.ts';
import { deskOf } from '../../../support/desk/desk-cache.ts';
import { FakeServer } from '../../../support/desk/fake-server.ts';
import { ModelSchool } from '../../../support/desk/model-school.ts';
import { scratchFolder } from '../../../support/desk/scratch-folder.ts';

const student = aStudent();
let server: FakeServer;
let folder: string;

beforeEach(async () => {
  server = new FakeServer(await ModelSchool.open({ student }));
  folder = scratchFolder();
});

describe('several people at one PC', () => {
  const principal = deskOf({
    id: aPrincipal().id,
    role: 'principal',
    givenName: 'Petra',
    familyName: 'Brandt',
    userName: 'brandt',
  }).person;

  test('have a cache each; one takes over from the other', async () => {
    server.school.people.push(principal);
    const desk = await openDesk({ server, folder });
    await desk.signIn();
    await desk.get('desk.keepDraft', { callId: null, draft: { query: 'nur für mich' } });
    expect(await desk.signIn('Linde-1', 'brandt')).toBe('signedIn');
    expect(await desk.get('session.state', {})).toMatchObject({ person: { userName: 'brandt' } });
    expect(await desk.get('desk.workingDraft', {})).toEqual({ callId: null, draft: null });
    expect((await desk.get('session.state', {})).profiles).toHaveLength(2);
  });

  test('an entry of somebody who has left is delivered by the device, as theirs', async () => {
    server.school.people.push(principal);
    const desk = await openDesk({ server, folder });
    await desk.signIn();
    server.breakStreams();
    server.fail('push', 'away');
    await desk.get('absences.record', aCall({ studentId: student.id }));
    await desk.core.idle();
    expect(await server.school.db.rows('absence')).toEqual([]);
    await desk.get('session.lock', {});
    await desk.core.idle();
    expect(await server.school.db.rows('absence')).toHaveLength(1);

    // Their own push of the same entry, later, changes nothing more.
    await desk.signIn();
    expect(await desk.get('sync.state', {})).toMatchObject({ pending: 0, attention: 0 });
    expect(await server.school.db.rows('absence')).toHaveLength(1);
  });

  test('what waits for others is counted, not shown', async () => {
    server.school.people.push(principal);
    const desk = await openDesk({ server, folder });
    await desk.signIn();
    server.breakStreams();
    server.fail('push', 'away', 'away', 'away');
    server.fail('deliver', 'away', 'away', 'away', 'away', 'away');
    await desk.get('absences.record', aCall({ studentId: student.id }));
    await desk.signIn('Linde-1', 'brandt');
    expect(await desk.get('sync.state', {})).toMatchObject({ pending: 0, othersPending: 1 });
    expect((await desk.get('sync.entries', {})).pending).toEqual([]);
  });
});
