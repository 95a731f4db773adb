import { describe, expect, test } from 'vitest';
import type { Cache } from '../../../../src-main/core/database/cache.ts';
import type { SignedIn } from '../../../../src-main/core/dispatch/context.ts';
import { OperationFailure } from '../../../../src-main/core/dispatch/operation-failure.ts';
import { pendingEntries, waitingEntries } from '../../../../src-main/core/outbox/outbox-store.ts';
import { submit } from '../../../../src-main/core/outbox/submit.ts';
import { aCall, anAbsenceMark } from '../../../support/builders/absences.ts';
import { anId } from '../../../support/builders/ids.ts';
import { aClass, anAssignment, aTeacher, at, FRIDAY, MONDAY } from '../../../support/builders/school.ts';
import { aStudent, aStudentDetail } from '../../../support/builders/students.ts';
import {
  contentOfCache,
  deskOf,
  MORNING_MS,
  office,
  openDeskCache,
  rowsOf,
  seedCache,
} from '../../../support/desk/desk-cache.ts';

let drawn = 0;
function someBytes(length: number): Uint8Array {
  drawn += 1;
  return Uint8Array.from({ length }, (_, at) => (drawn * 7 + at) % 256);
}

function desk(cache: Cache, session: SignedIn = office) {
  const clock = { nowMs: () => MORNING_MS, after: () => () => undefined };
  return (name: string, args: unknown) =>
    submit({ cache, session: () => session, clock, randomBytes: someBytes }, name, args);
}

async function failureOf(submitted: Promise<unknown>): Promise<string> {
  const error = await submitted.catch((caught: unknown) => caught);
  if (!(error instanceof OperationFailure)) throw new Error('should have failed with a reason');
  return `${error.kind} ${error.reason}`;
}

async function schoolWithChild() {
  const cache = await openDeskCache();
  const schoolClass = aClass();
  const student = aStudent({ classId: schoolClass.id });
  await seedCache(cache, { schoolClass, student, studentDetail: aStudentDetail({ id: student.id }) });
  return { cache, student, schoolClass };
}

describe('a command at the desk', () => {
  test('R03: rows, before-images and the entry are there at once', async () => {
    const { cache, student } = await schoolWithChild();
    const call = aCall({ studentId: student.id });
    const { entry, result } = await desk(cache)('absences.record', call);

    expect(result).toEqual({ absenceId: call.absenceId, reportId: call.reportId, joinedExisting: false });
    expect(await rowsOf(cache, 'absence')).toMatchObject([{ id: call.absenceId, studentId: student.id }]);
    expect(await pendingEntries(cache.reader, 10)).toEqual([
      { id: entry.id, name: 'absences.record', args: call, occurredAt: at('07:40'), dependsOn: [] },
    ]);
    const images = await cache.reader.selectFrom('beforeImage').selectAll().execute();
    expect(images.map(({ tableName, row }) => [tableName, row])).toEqual([
      ['absence', null],
      ['absenceMark', null],
      ['absenceEvent', null],
      ['absenceReport', null],
    ]);
  });

  test('its id is a UUIDv7 of the desk’s clock', async () => {
    const { cache, student } = await schoolWithChild();
    const { entry } = await desk(cache)('absences.record', aCall({ studentId: student.id }));
    expect(entry.id[14]).toBe('7');
    expect(Number.parseInt(entry.id.replaceAll('-', '').slice(0, 12), 16)).toBe(MORNING_MS);
  });

  test('it depends on unsettled entries that changed the same rows, and on no others', async () => {
    const { cache, student } = await schoolWithChild();
    const sibling = aStudent();
    await seedCache(cache, { student: sibling });
    const act = desk(cache);
    const call = aCall({ studentId: student.id });
    const first = await act('absences.record', call);
    const other = await act('absences.record', aCall({ studentId: sibling.id }));
    const ofAbsence = { absenceId: call.absenceId, studentId: student.id };
    const second = await act('absences.excuse', { ...ofAbsence, excuse: 'unexcused' });
    const third = await act('absences.withdraw', ofAbsence);

    expect(other.entry.dependsOn).toEqual([]);
    expect(second.entry.dependsOn).toEqual([first.entry.id]);
    expect(third.entry.dependsOn).toEqual([first.entry.id, second.entry.id]);
  });

  test('it notes the roots it reads or changes', async () => {
    const { cache, student } = await schoolWithChild();
    await desk(cache)('absences.record', aCall({ studentId: student.id }));
    expect((await waitingEntries(cache.reader)).map((entry) => entry.roots)).toEqual([[student.id]]);
  });
});

test('an absence of another child keeps its id: the call is refused, and nothing is stored', async () => {
  const { cache, student } = await schoolWithChild();
  const sibling = aStudent();
  await seedCache(cache, { student: sibling });
  const act = desk(cache);
  const call = aCall({ studentId: student.id });
  await act('absences.record', call);
  const before = await contentOfCache(cache);
  const other = aCall({ studentId: sibling.id, absenceId: call.absenceId });
  expect(await failureOf(act('absences.record', other))).toBe('refused idTaken');
  // A foreign class's mark "fehlt" is all a teacher's desk may hold of an absence.
  const mark = anAbsenceMark({ studentId: sibling.id });
  await seedCache(cache, { absenceMark: mark });
  const third = aCall({ studentId: student.id, absenceId: mark.id, fromDay: FRIDAY, untilDay: FRIDAY });
  expect(await failureOf(act('absences.record', third))).toBe('refused idTaken');
  expect(await contentOfCache(cache)).toEqual({
    ...before,
    absenceMark: [...(before.absenceMark ?? []), mark],
  });
});

describe('nothing is stored when', () => {
  test.each([
    ['the command is unknown', 'absences.update', {}, 'unknownOperation unknownOperation'],
    ['its name is a trap', 'constructor', {}, 'unknownOperation unknownOperation'],
    ['arguments do not fit', 'absences.record', { studentId: 'x' }, 'invalidArguments invalidArguments'],
    ['the child is unknown', 'absences.record', aCall({ studentId: anId() }), 'refused studentUnknown'],
    [
      'the days are reversed',
      'absences.record',
      aCall({ studentId: anId(), fromDay: MONDAY, untilDay: '2026-11-20' }),
      'refused rangeReversed',
    ],
    [
      'the person may not do it',
      'absences.requireCertificate',
      { dutyId: anId(), studentId: anId(), fromDay: MONDAY, untilDay: null },
      'forbidden forbidden',
    ],
  ])('%s', async (_, name, args, failure) => {
    const cache = await openDeskCache();
    const before = await contentOfCache(cache);
    expect(await failureOf(desk(cache)(name, args))).toBe(failure);
    expect(await contentOfCache(cache)).toEqual(before);
    expect(await waitingEntries(cache.reader)).toEqual([]);
  });
});

describe('S14: a teacher', () => {
  const teacher = aTeacher();
  const petersen = deskOf({ id: teacher.id, role: 'teacher' });

  test('records absences of own children, not of others', async () => {
    const { cache, student } = await schoolWithChild();
    const foreign = aStudent();
    await seedCache(cache, { student: foreign });
    const act = desk(cache, petersen);
    await act('absences.record', aCall({ studentId: student.id }));
    expect(await failureOf(act('absences.record', aCall({ studentId: foreign.id })))).toBe(
      'forbidden forbidden',
    );
  });

  test('reports a class only while responsible for it', async () => {
    const { cache, schoolClass } = await schoolWithChild();
    const act = desk(cache, petersen);
    const report = () => act('rollCall.report', { rollCallId: anId(), classId: schoolClass.id, day: MONDAY });
    expect(await failureOf(report())).toBe('forbidden forbidden');

    const substitution = anAssignment({ classId: schoolClass.id, staffId: teacher.id, kind: 'substitute' });
    await seedCache(cache, { classAssignment: { ...substitution, untilDay: '2026-11-20' } });
    expect(await failureOf(report())).toBe('forbidden forbidden');

    await seedCache(cache, { classAssignment: { ...substitution, untilDay: MONDAY } });
    await report();
    expect(await rowsOf(cache, 'rollCall')).toHaveLength(1);
  });

  test('parks and discards own calls', async () => {
    const cache = await openDeskCache();
    const act = desk(cache, petersen);
    const callId = anId();
    await act('calls.park', { callId, label: 'Yılmaz', draft: { query: 'yil' } });
    expect(await rowsOf(cache, 'parkedCall')).toMatchObject([{ staffId: teacher.id }]);
    await act('calls.discard', { callId });
    expect(await rowsOf(cache, 'parkedCall')).toEqual([]);
  });
});
