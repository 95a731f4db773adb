import { beforeEach, describe, expect, test } from 'vitest';
import { aCall } from '../../../support/builders/absences.ts';
import { aStudent } from '../../../support/builders/students.ts';
import { type Desk, FakeKeyRing, openDesk } from '../../../support/desk/desk.ts';
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

const phase = async (desk: Desk) => (await desk.get('session.state', {})).phase;
const away = () => {
  server.down = true;
};

/** A desk at which somebody has worked already, started anew. */
async function knownDesk(secrets = new FakeKeyRing()): Promise<Desk> {
  const first = await openDesk({ server, folder, secrets });
  await first.signIn();
  await first.close();
  server.calls.length = 0;
  return openDesk({ server, folder, secrets });
}

describe('signing in for the first time', () => {
  test('needs the server, and leaves a profile behind', async () => {
    const desk = await openDesk({ server, folder });
    expect(await phase(desk)).toBe('signedOut');
    expect(await desk.signIn()).toBe('signedIn');
    const state = await desk.get('session.state', {});
    expect(state).toMatchObject({ phase: 'ready', person: { userName: 'yildiz', role: 'schoolOffice' } });
    expect(state.profiles.map((profile) => profile.userName)).toEqual(['yildiz']);
    expect(state.server.reachable).toBe(true);
  });

  test.each([
    ['the server is away', () => away(), 'serverAway'],
    ['its certificate is not trusted', () => server.fail('signIn', 'untrusted'), 'untrusted'],
    ['it has no school yet', () => (server.setUp = false), 'notSetUp'],
    ['it speaks another version', () => (server.protocols = [99]), 'updateNeeded'],
    ['the password is wrong', () => (server.password = 'another'), 'wrongPassword'],
    ['somebody tries too often', () => (server.throttled = 30), 'throttled'],
    ['the device is no longer trusted', () => (server.revoked = true), 'deviceRevoked'],
    ['the server’s disk is full', () => server.fail('signIn', 'noSpace'), 'noSpace'],
  ])('is refused when %s', async (_, happen, reason) => {
    happen();
    const desk = await openDesk({ server, folder });
    expect(await desk.signIn()).toBe(reason);
    expect(await phase(desk)).toBe('signedOut');
  });

  test('says how long to wait', async () => {
    server.throttled = 30;
    const desk = await openDesk({ server, folder });
    const result = await desk.get('session.signIn', { userName: 'yildiz', password: 'x' });
    expect(result).toEqual({ status: 'refused', reason: 'throttled', retryInSeconds: 30 });
  });
});

describe('S03: a server that is not the school’s own', () => {
  test('is not told a password', async () => {
    const desk = await knownDesk();
    server.serverId = '0198c0de-0000-7000-8000-00000000bbbb';
    expect(await desk.signIn()).toBe('otherSchool');
    expect(server.calls).not.toContain('signIn');
  });

  test('is not told anything when it takes over while somebody works', async () => {
    const desk = await knownDesk();
    await desk.signIn();
    server.serverId = '0198c0de-0000-7000-8000-00000000bbbb';
    server.breakStreams();
    server.fail('pull', 'away');
    desk.clock.advance(61_000);
    await desk.core.idle();
    server.calls.length = 0;
    await desk.get('absences.record', aCall({ studentId: student.id }));
    for (let minute = 0; minute < 3; minute += 1) {
      desk.clock.advance(61_000);
      await desk.core.idle();
    }
    expect(new Set(server.calls)).toEqual(new Set(['identity']));
  });
});

describe('with the server away', () => {
  test('who has worked here unlocks with the password, in any spelling of the name', async () => {
    const desk = await knownDesk();
    away();
    expect(await desk.signIn('Linde-1', ' Yildiz ')).toBe('signedIn');
    expect((await desk.get('desk.searchStudents', { query: 'yilmaz' })).hits).toHaveLength(1);
  });

  test('a wrong password is called so, and a stranger is told that the server is away', async () => {
    const desk = await knownDesk();
    away();
    expect(await desk.signIn('Linde-2')).toBe('wrongPassword');
    expect(await desk.signIn('Linde-1', 'ostermann')).toBe('serverAway');
    expect(await phase(desk)).toBe('signedOut');
  });

  test('a server that says nothing is not waited for', async () => {
    const desk = await knownDesk();
    let wasAsked = () => {};
    const asked = new Promise<void>((resolve) => {
      wasAsked = resolve;
    });
    server.identity = () => {
      wasAsked();
      return new Promise<never>(() => {});
    };
    const signingIn = desk.get('session.signIn', { userName: 'yildiz', password: 'Linde-1' });
    await asked;
    desk.clock.advance(4000);
    expect(await signingIn).toEqual({ status: 'signedIn' });
  });

  test('what was done is sent when it is back, without signing in again by hand', async () => {
    const desk = await knownDesk();
    server.tokens.clear();
    away();
    await desk.signIn();
    await desk.get('absences.record', aCall({ studentId: student.id }));
    await desk.core.idle();
    server.down = false;
    for (let minute = 0; minute < 3; minute += 1) {
      desk.clock.advance(61_000);
      await desk.core.idle();
    }
    expect(await desk.get('sync.state', {})).toMatchObject({ state: 'synchronous', pending: 0 });
    expect(await server.school.db.rows('absence')).toHaveLength(1);
  });

  test('too many tries elsewhere keep nobody from unlocking what is here', async () => {
    const desk = await knownDesk();
    server.throttled = 600;
    expect(await desk.signIn()).toBe('signedIn');
  });
});

describe('locking', () => {
  test('closes everything but the door', async () => {
    const desk = await openDesk({ server, folder });
    await desk.signIn();
    await desk.get('session.lock', {});
    expect(await desk.get('session.state', {})).toMatchObject({
      phase: 'locked',
      person: { userName: 'yildiz' },
    });
    for (const ask of [
      desk.ask('today.office', {}),
      desk.ask('desk.searchStudents', { query: 'yilmaz' }),
      desk.ask('absences.record', aCall({ studentId: student.id })),
      desk.ask('sync.entries', {}),
    ]) {
      expect(await ask).toBe('unavailable locked');
    }
    expect(await desk.signIn()).toBe('signedIn');
    expect((await desk.get('desk.searchStudents', { query: 'yilmaz' })).hits).toHaveLength(1);
  });

  test('is harmless when it is locked already', async () => {
    const desk = await openDesk({ server, folder });
    await desk.get('session.lock', {});
    expect(await phase(desk)).toBe('signedOut');
  });

  test('keeps the unfinished entry of the phone desk', async () => {
    const desk = await openDesk({ server, folder });
    await desk.signIn();
    await desk.get('desk.keepDraft', { callId: null, draft: { query: 'yilm', remark: 'Bauch' } });
    await desk.get('session.lock', {});
    await desk.signIn();
    expect((await desk.get('desk.workingDraft', {})).draft).toMatchObject({ query: 'yilm', remark: 'Bauch' });
  });
});

describe('S11: a device that is no longer trusted', () => {
  test('loses the key of the cache, also for offline use', async () => {
    const desk = await knownDesk();
    server.revoked = true;
    expect(await desk.signIn()).toBe('deviceRevoked');
    away();
    expect(await desk.signIn()).toBe('serverAway');
    expect((await desk.get('session.state', {})).profiles).toEqual([]);
  });

  test('is locked at once when it was in use', async () => {
    const desk = await knownDesk();
    await desk.signIn();
    server.revoked = true;
    server.tokens.clear();
    server.breakStreams();
    for (let minute = 0; minute < 4; minute += 1) {
      desk.clock.advance(61_000);
      await desk.core.idle();
    }
    expect(await desk.ask('today.office', {})).toBe('unavailable locked');
  });

  test('a password changed elsewhere locks the desk', async () => {
    const desk = await knownDesk();
    await desk.signIn();
    server.password = 'Linde-2';
    server.tokens.clear();
    server.breakStreams();
    for (let minute = 0; minute < 4; minute += 1) {
      desk.clock.advance(61_000);
      await desk.core.idle();
    }
    expect(await phase(desk)).toBe('locked');
    expect(await desk.signIn('Linde-2')).toBe('signedIn');
  });
});

describe('R29: when the key can’t be had any more', () => {
  test.each([
    ['the key ring was lost', (ring: FakeKeyRing) => ring.lose(), 'Linde-1'],
    ['the password was changed', () => (server.password = 'Linde-2'), 'Linde-2'],
  ])(
    '%s: one sign-in at the server brings everything back, unsent entries too',
    async (_, happen, password) => {
      const ring = new FakeKeyRing();
      const first = await openDesk({ server, folder, secrets: ring });
      await first.signIn();
      server.down = true;
      server.breakStreams();
      await first.get('absences.record', aCall({ studentId: student.id }));
      await first.core.idle();
      await first.close();

      happen(ring);
      server.down = false;
      server.fail('deliver', 'busy', 'busy'); // or the device would deliver it before anybody has signed in
      const desk = await openDesk({ server, folder, secrets: ring });
      await desk.core.idle();
      expect(await desk.signIn(password)).toBe('signedIn');
      for (let minute = 0; minute < 3; minute += 1) {
        desk.clock.advance(61_000);
        await desk.core.idle();
      }
      expect(await server.school.db.rows('absence')).toHaveLength(1);
      expect((await desk.get('session.state', {})).rescue).toEqual({ rescued: 1, listed: [] });
      expect(
        (await desk.get('desk.searchStudents', { query: 'yilmaz' })).hits[0]?.alreadyReported,
      ).not.toBeNull();
    },
  );
});
