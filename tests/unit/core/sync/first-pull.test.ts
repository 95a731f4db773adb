import { beforeEach, describe, expect, test } from 'vitest';
import { put, remove } from '../../../../src-shared/contract/command.ts';
import { columnNames, tableNames } from '../../../../src-shared/tables/registry.ts';
import { aCall, anAbsence } from '../../../support/builders/absences.ts';
import { aClass } from '../../../support/builders/school.ts';
import { aStudent } from '../../../support/builders/students.ts';
import { contentOf } from '../../../support/cache.ts';
import { type Desk, openDesk } from '../../../support/desk/desk.ts';
import { FakeServer } from '../../../support/desk/fake-server.ts';
import { ModelSchool } from '../../../support/desk/model-school.ts';

const schoolClass = aClass();
const names = [
  'Ahrens',
  'Behn',
  'Claasen',
  'Dohrmann',
  'Evers',
  'Focke',
  'Gieseke',
  'Harms',
  'Idema',
  'Jürgens',
];
const students = names.map((familyName) => aStudent({ classId: schoolClass.id, familyName }));
const absences = students.map(({ id }) => anAbsence({ studentId: id }));
/** Nobody asks about it in the morning. */
const longAgo = anAbsence({
  studentId: students[0]?.id ?? '',
  fromDay: '2026-09-07',
  untilDay: '2026-09-08',
});
/** The first line, a class, four of children, four of absences, and the word that the morning is there. */
const MORNING_LINES = 11;
let server: FakeServer;

beforeEach(async () => {
  server = new FakeServer(
    await ModelSchool.open({ schoolClass, student: students, absence: [...absences, longAgo] }),
  );
});

/** What the desk's screens would read, over its own connection. */
async function deskContent(desk: Desk): Promise<Record<string, unknown[]>> {
  const { lines } = await desk.get('absences.list', {
    fromDay: '2026-11-23',
    untilDay: '2026-11-23',
    withWithdrawn: true,
  });
  const { students: count } = await desk.get('today.office', {});
  return { absences: lines.map((line) => line.absenceId).sort(), students: [count] };
}

const everything = { absences: absences.map((row) => row.id).sort(), students: [10] };

async function settle(desk: Desk): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    await desk.core.idle();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('the first pull', () => {
  test('brings everything, and says how far it is', async () => {
    const desk = await openDesk({ server });
    await desk.signIn();
    expect(await deskContent(desk)).toEqual(everything);
    expect(await desk.get('session.state', {})).toMatchObject({ phase: 'ready', firstSync: null });
  });

  test('R27: that broke off goes on where it was, without anything twice', async () => {
    server.cutFirstPullAfter(6);
    const desk = await openDesk({ server });
    await desk.signIn();
    const { phase, firstSync } = await desk.get('session.state', {});
    expect(phase).toBe('firstSync');
    expect(firstSync?.total).toBe(22);
    desk.clock.advance(61_000);
    await settle(desk);
    expect(server.calls.filter((call) => call.startsWith('firstPull'))).toHaveLength(2);
    expect(await deskContent(desk)).toEqual(everything);
  });

  test('that can’t go on begins anew; what had come and is gone meanwhile goes too', async () => {
    server.cutFirstPullAfter(5);
    const desk = await openDesk({ server });
    await desk.signIn();
    const [gone] = students;
    if (!gone) throw new Error('There are students.');
    await server.school.change([remove('student', gone.id, gone.id)]);
    server.school.mayResume = false;
    desk.clock.advance(61_000);
    await settle(desk);
    expect((await deskContent(desk)).students).toEqual([9]);
    expect((await desk.get('desk.searchStudents', { query: 'ahrens' })).hits).toEqual([]);
    expect((await desk.get('session.state', {})).phase).toBe('ready');
  });

  test('lets people work as soon as the morning is there', async () => {
    server.cutFirstPullAfter(MORNING_LINES);
    const desk = await openDesk({ server });
    await desk.signIn();
    expect((await desk.get('session.state', {})).firstSync).toMatchObject({ done: 21, morningReady: true });
    expect(await desk.get('today.office', {})).toMatchObject({ students: 10, absent: 10 });
    expect((await desk.get('desk.searchStudents', { query: 'dohrmann' })).hits).toHaveLength(1);
    const [child] = students;
    await desk.get('absences.record', aCall({ studentId: child?.id ?? '' }));
    desk.clock.advance(61_000);
    await settle(desk);
    expect(await desk.get('sync.state', {})).toMatchObject({ pending: 0, attention: 0 });
    const reports = (await contentOf(server.school.db)).absenceReport;
    expect(reports).toHaveLength(1);
  });

  test('does not call the morning there while absences of today are missing', async () => {
    server.cutFirstPullAfter(MORNING_LINES - 2);
    const desk = await openDesk({ server });
    await desk.signIn();
    const { phase, firstSync } = await desk.get('session.state', {});
    expect({ phase, ...firstSync }).toMatchObject({ phase: 'firstSync', morningReady: false });
  });

  test('that begins anew behind the morning is a first sync until its morning has come again', async () => {
    server.cutFirstPullAfter(MORNING_LINES);
    const desk = await openDesk({ server });
    await desk.signIn();
    server.school.mayResume = false;
    server.cutFirstPullAfter(3);
    desk.clock.advance(61_000);
    await settle(desk);
    const { phase, firstSync } = await desk.get('session.state', {});
    expect({ phase, ...firstSync }).toMatchObject({ phase: 'firstSync', morningReady: false });
    desk.clock.advance(181_000);
    await settle(desk);
    expect((await desk.get('session.state', {})).phase).toBe('ready');
    expect(await deskContent(desk)).toEqual(everything);
  });

  test('an entry made while the rest arrives is not overwritten by it', async () => {
    const [child] = students;
    const [absence] = absences;
    if (!child || !absence) throw new Error('There are students.');
    // All children, and no absence yet.
    server.cutFirstPullAfter(6);
    const desk = await openDesk({ server });
    await desk.signIn();
    server.fail('push', 'away', 'away');
    await desk.get('absences.record', aCall({ studentId: child.id, remark: 'dazu' }));
    await settle(desk);
    desk.clock.advance(61_000);
    await settle(desk);
    desk.clock.advance(61_000);
    await settle(desk);
    desk.clock.advance(61_000);
    await settle(desk);
    const detail = await desk.get('absences.detail', { absenceId: absence.id });
    expect(detail?.line).toMatchObject({ remark: 'dazu', reports: 1 });
    expect(await server.school.db.rows('absence')).toHaveLength(11);
  });
});

test('deltas that follow begin where the pull ended', async () => {
  const desk = await openDesk({ server });
  await desk.signIn();
  await server.school.change([put('student', aStudent({ familyName: 'Neumann', classId: schoolClass.id }))]);
  await settle(desk);
  expect((await deskContent(desk)).students).toEqual([11]);
});

test('every row’s id comes first on the wire', () => {
  for (const table of tableNames) expect(columnNames(table)[0]).toBe('id');
});
