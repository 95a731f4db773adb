import { beforeEach, describe, expect, test } from 'vitest';
import { put } from '../../../../src-shared/contract/command.ts';
import { aCall } from '../../../support/builders/absences.ts';
import { anId } from '../../../support/builders/ids.ts';
import { aClass } from '../../../support/builders/school.ts';
import { aStudent } from '../../../support/builders/students.ts';
import { type Desk, openDesk } from '../../../support/desk/desk.ts';
import { FakeServer } from '../../../support/desk/fake-server.ts';
import { ModelSchool } from '../../../support/desk/model-school.ts';

const schoolClass = aClass();
const student = aStudent({ classId: schoolClass.id });
let server: FakeServer;
let desk: Desk;

beforeEach(async () => {
  server = new FakeServer(await ModelSchool.open({ schoolClass, student }));
  desk = await openDesk({ server });
});

const state = () => desk.get('sync.state', {});
const record = () => desk.get('absences.record', aCall({ studentId: student.id }));
const onServer = async () => (await server.school.db.rows('absence')).length;
const atDesk = async () => (await desk.get('desk.student', { studentId: student.id }))?.known.length;

/** Lets whatever is under way come to its end. */
async function settle(): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    await desk.core.idle();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('an entry', () => {
  test('goes to the server at once and settles', async () => {
    await desk.signIn();
    await record();
    await settle();
    expect(await onServer()).toBe(1);
    expect(await state()).toMatchObject({ state: 'synchronous', pending: 0, attention: 0 });
  });

  test('R01: whose answer got lost is pushed again and has one effect', async () => {
    await desk.signIn();
    server.loseAnswers(1);
    await record();
    await settle();
    expect(await state()).toMatchObject({ state: 'offline' });
    desk.clock.advance(61_000);
    await settle();
    expect(await onServer()).toBe(1);
    expect(await state()).toMatchObject({ state: 'synchronous', pending: 0 });
  });

  test('is settled by the next pull when no stream says so', async () => {
    server.streaming = false;
    await desk.signIn();
    await record();
    await settle();
    expect(await state()).toMatchObject({ pending: 0 });
    expect(await atDesk()).toBe(1);
  });

  test('R25: that the server can’t read is set aside; the others go on', async () => {
    await desk.signIn();
    server.fail('push', 'away');
    const sibling = aStudent();
    await server.school.change([put('student', sibling)]);
    await settle();
    await desk.get('absences.record', aCall({ studentId: sibling.id }));
    await record();
    await settle();
    // Both together, then the first alone: the server chokes on that one.
    server.fail('push', 'notTaken', 'notTaken');
    desk.clock.advance(61_000);
    await settle();
    expect(await state()).toMatchObject({ pending: 0, attention: 1 });
    const { attention } = await desk.get('sync.entries', {});
    expect(attention).toMatchObject([{ reason: 'invalidArguments', studentId: sibling.id, chain: 0 }]);
    expect(await onServer()).toBe(1);
  });

  test('that is refused is shown with its reason and can be put away', async () => {
    await desk.signIn();
    server.refuse.set('absences.record', 'changedMeanwhile');
    await record();
    await settle();
    const { attention } = await desk.get('sync.entries', {});
    expect(attention).toMatchObject([{ reason: 'changedMeanwhile', studentName: 'Emir Yılmaz' }]);
    expect(await atDesk()).toBe(0);
    await desk.get('sync.dismiss', { entryId: attention[0]?.entryId ?? '' });
    expect((await desk.get('sync.entries', {})).attention).toEqual([]);
  });
});

describe('what others do', () => {
  const another = aStudent({ familyName: 'Ahrens' });

  test('arrives over the stream and is found at once', async () => {
    await desk.signIn();
    await server.school.change([put('student', another)]);
    await settle();
    expect((await desk.get('desk.searchStudents', { query: 'ahrens' })).hits).toHaveLength(1);
    expect(server.calls.filter((call) => call === 'pull')).toHaveLength(1);
  });

  test('is pulled when a frame was lost', async () => {
    await desk.signIn();
    server.streaming = false;
    await server.school.change([put('student', another)]);
    server.streaming = true;
    await server.school.change([put('student', aStudent({ familyName: 'Behn' }))]);
    await settle();
    for (const query of ['ahrens', 'behn']) {
      expect((await desk.get('desk.searchStudents', { query })).hits).toHaveLength(1);
    }
  });

  test('is pulled when the server only pokes', async () => {
    await desk.signIn();
    server.streaming = false;
    await server.school.change([put('student', another)]);
    server.emit({ kind: 'poke' });
    await settle();
    expect((await desk.get('desk.searchStudents', { query: 'ahrens' })).hits).toHaveLength(1);
  });

  test('is pulled when the stream has broken', async () => {
    await desk.signIn();
    server.breakStreams();
    await server.school.change([put('student', another)]);
    desk.clock.advance(61_000);
    await settle();
    expect((await desk.get('desk.searchStudents', { query: 'ahrens' })).hits).toHaveLength(1);
    expect(server.streams.size).toBe(1);
  });
});

describe('the server away', () => {
  test('work goes on, and is pushed with growing pauses once it is back', async () => {
    await desk.signIn();
    server.breakStreams();
    server.fail('push', 'away', 'away', 'busy');
    server.fail('pull', 'away');
    await record();
    await settle();
    expect(await state()).toMatchObject({ state: 'offline', pending: 1 });
    expect((await state()).offlineSince).not.toBeNull();
    for (let minute = 0; minute < 6; minute += 1) {
      desk.clock.advance(61_000);
      await settle();
    }
    expect(await state()).toMatchObject({ state: 'synchronous', pending: 0, offlineSince: null });
    expect(await onServer()).toBe(1);
  });

  test('new entries do not shorten the pause; asking does', async () => {
    await desk.signIn();
    server.breakStreams();
    server.fail('push', 'away');
    await record();
    await settle();
    const before = server.calls.length;
    await desk.get('calls.park', { callId: anId(), label: 'x', draft: {} });
    await settle();
    expect(server.calls.length).toBe(before);
    await desk.get('sync.now', {});
    await settle();
    expect(await state()).toMatchObject({ state: 'synchronous', pending: 0 });
  });

  test('a token that is no longer good is replaced without a word', async () => {
    await desk.signIn();
    server.tokens.clear();
    await record();
    await settle();
    desk.clock.advance(61_000);
    await settle();
    expect(await onServer()).toBe(1);
    expect(server.calls.filter((call) => call === 'signIn')).toHaveLength(2);
  });
});

describe('R16: a server restored from a backup', () => {
  /** The backup is from before: rows and answers of today are gone. */
  async function restore(): Promise<void> {
    for (const table of ['absence', 'absenceReport', 'absenceMark', 'absenceEvent'] as const) {
      for (const { id } of await server.school.db.rows(table)) {
        await server.school.db.apply([{ kind: 'remove', table, id, rootId: student.id }]);
      }
    }
    server.school.restore(new Set());
  }

  test('gets back what it had confirmed, once, and the desk holds what it holds', async () => {
    await desk.signIn();
    await record();
    await settle();
    const [absence] = await server.school.db.rows('absence');
    await restore();
    server.emit({ kind: 'poke' });
    await settle();
    expect((await server.school.db.rows('absence')).map((row) => row.id)).toEqual([absence?.id]);
    expect(await atDesk()).toBe(1);
    expect(await state()).toMatchObject({ state: 'synchronous', pending: 0, attention: 0 });
  });

  test('and restored again before all was pulled anew, gets it back all the same', async () => {
    await desk.signIn();
    await record();
    await settle();
    const [absence] = await server.school.db.rows('absence');
    await restore();
    // What was confirmed is sent again; then the line breaks, and the same backup is put back once more.
    server.fail('firstPull', 'away');
    server.emit({ kind: 'poke' });
    await settle();
    expect(await server.school.db.rows('absence')).toHaveLength(1);
    await restore();
    desk.clock.advance(60_000);
    await settle();
    expect((await server.school.db.rows('absence')).map((row) => row.id)).toEqual([absence?.id]);
    expect(await atDesk()).toBe(1);
    expect(await state()).toMatchObject({ state: 'synchronous', pending: 0, attention: 0 });
  });

  test('rows it no longer knows go, without an empty screen in between', async () => {
    await desk.signIn();
    const lost = aStudent({ familyName: 'Verloren' });
    await server.school.change([put('student', lost)]);
    await settle();
    const seen: number[] = [];
    desk.core.onChange(async () => {
      const { students } = await desk.get('today.office', {});
      seen.push(students);
    });
    await server.school.db.apply([{ kind: 'remove', table: 'student', id: lost.id, rootId: lost.id }]);
    server.school.restore(new Set());
    server.emit({ kind: 'poke' });
    await settle();
    expect((await desk.get('desk.searchStudents', { query: 'verloren' })).hits).toEqual([]);
    expect((await desk.get('desk.searchStudents', { query: 'yilmaz' })).hits).toHaveLength(1);
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(1);
    expect((await desk.get('session.state', {})).phase).toBe('ready');
  });
});
