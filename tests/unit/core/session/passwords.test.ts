import { beforeEach, describe, expect, test } from 'vitest';
import { aCall } from '../../../support/builders/absences.ts';
import { aStudent } from '../../../support/builders/students.ts';
import { type Desk, openDesk } from '../../../support/desk/desk.ts';
import { FakeServer } from '../../../support/desk/fake-server.ts';
import { ModelSchool } from '../../../support/desk/model-school.ts';
import { scratchFolder } from '../../../support/desk/scratch-folder.ts';

const student = aStudent();
const own = 'vier eigene kurze Worte';
let server: FakeServer;
let folder: string;

beforeEach(async () => {
  server = new FakeServer(await ModelSchool.open({ student }));
  folder = scratchFolder();
});

const enter = (desk: Desk, password: string, newPassword?: string) =>
  desk.get('session.signIn', { userName: 'yildiz', password, newPassword });

describe('S04: a password somebody else has made', () => {
  test('lets nobody in before it is replaced, and the own one opens the cache without the server', async () => {
    server.oneTime = true;
    const desk = await openDesk({ server, folder });
    expect(await enter(desk, 'Linde-1')).toEqual({ status: 'refused', reason: 'ownPasswordNeeded' });
    expect((await desk.get('session.state', {})).phase).toBe('signedOut');
    expect(await enter(desk, 'Linde-1', own)).toEqual({ status: 'signedIn' });
    await desk.core.idle();
    await desk.get('session.lock', {});
    server.down = true;
    expect(await enter(desk, 'Linde-1')).toMatchObject({ reason: 'wrongPassword' });
    expect(await enter(desk, own)).toEqual({ status: 'signedIn' });
  });

  test('costs nothing that was typed before the old one was forgotten', async () => {
    const desk = await openDesk({ server, folder });
    await desk.signIn();
    server.breakStreams();
    server.fail('push', 'away');
    await desk.get('absences.record', aCall({ studentId: student.id }));
    await desk.get('session.lock', {});
    server.password = 'k7mt-4xwq-h2pd';
    server.oneTime = true;
    expect(await enter(desk, 'k7mt-4xwq-h2pd', own)).toEqual({ status: 'signedIn' });
    await desk.core.idle();
    expect(await server.school.db.rows('absence')).toHaveLength(1);
  });
});

describe('another password of one’s own', () => {
  test('keeps cache and unsent entries, and is the only one from then on', async () => {
    const desk = await openDesk({ server, folder });
    await desk.signIn();
    server.fail('push', 'away');
    server.breakStreams();
    await desk.get('absences.record', aCall({ studentId: student.id }));
    const change = { password: 'Linde-1', newPassword: own };
    expect(await desk.get('session.changePassword', change)).toEqual({ status: 'changed' });
    await desk.core.idle();
    expect(await desk.get('sync.state', {})).toMatchObject({ pending: 0, attention: 0 });
    expect(await server.school.db.rows('absence')).toHaveLength(1);
    await desk.close();
    server.down = true;
    const again = await openDesk({ server, folder });
    expect(await enter(again, 'Linde-1')).toMatchObject({ status: 'refused' });
    expect(await enter(again, own)).toEqual({ status: 'signedIn' });
    expect((await again.get('today.office', {})).students).toBe(1);
  });

  test.each([
    ['wrongPassword', () => undefined, 'Linde-2'],
    ['serverAway', () => Object.assign(server, { down: true }), 'Linde-1'],
    ['throttled', () => Object.assign(server, { throttled: 30 }), 'Linde-1'],
  ])('is refused with %s and changes nothing', async (reason, prepare, password) => {
    const desk = await openDesk({ server, folder });
    await desk.signIn();
    prepare();
    expect(await desk.get('session.changePassword', { password, newPassword: own })).toMatchObject({
      status: 'refused',
      reason,
    });
    expect(server.password).toBe('Linde-1');
    expect((await desk.get('session.state', {})).phase).toBe('ready');
  });
});

describe('looking after accounts', () => {
  test('is for head and administrator, and says when the server is needed', async () => {
    const desk = await openDesk({ server, folder });
    await desk.signIn();
    expect(await desk.ask('accounts.list', {})).toBe('forbidden forbidden');
    server.school.people[0] = { ...server.school.personNamed('yildiz'), role: 'principal' };
    await desk.get('session.lock', {});
    await desk.signIn();
    expect(await desk.get('accounts.list', {})).toEqual({ accounts: [] });
    server.accountAnswer = { status: 'refused', reason: 'userNameTaken' };
    const staffId = student.id;
    expect(await desk.get('accounts.open', { staffId, userName: 'Vogt' })).toEqual(server.accountAnswer);
    expect(server.accountsAsked.at(-1)).toEqual({
      name: 'accounts.open',
      args: { staffId, userName: 'vogt' },
    });
    server.down = true;
    expect(await desk.ask('accounts.list', {})).toBe('unavailable serverNeeded');
  });
});
