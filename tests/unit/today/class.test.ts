import { afterEach, beforeEach, expect, test } from 'vitest';
import { todayClass } from '../../../src-main/core/today/class.ts';
import { asContract, aViewpoint } from '../../support/answers.ts';
import { aLeaveRequest, anAbsence, aRollCallMark, aWaitingReport } from '../../support/builders/absences.ts';
import { type MorningSchool, openMorningSchool } from '../../support/builders/morning-school.ts';
import {
  aClass,
  anAssignment,
  anOffice,
  aRollCall,
  at,
  MONDAY,
  TUESDAY,
} from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';

let school: MorningSchool;
beforeEach(async () => {
  school = await openMorningSchool();
});
afterEach(() => school.cache.close());

async function classOf(fields: Parameters<typeof aViewpoint>[0], classId: string | null = null) {
  return asContract('today.class', await todayClass(school.cache.db, aViewpoint(fields), classId));
}

const petersen = () => ({ role: 'teacher' as const, staffId: school.petersen.id });

test('a teacher finds the own class, by name in German order', async () => {
  await school.addChild('Özlem Öztürk', '3b');
  await school.addChild('Zoë Zander', '3b');
  await school.addChild('Emir Oppermann', '3b');
  await school.addChild('Ida Grün', '1a');
  const answer = await classOf(petersen());
  expect(answer).toMatchObject({
    schoolClass: { name: '3b' },
    classes: [{ name: '3b', substitute: false }],
    mayReport: true,
    reported: { at: at('08:04'), staffName: 'Petersen' },
    overdue: false,
  });
  expect(answer.lines.map((line) => line.familyName)).toEqual(['Oppermann', 'Öztürk', 'Zander']);
});

test('own class first, then classes of a subject, then a substitution; ended ones are gone', async () => {
  const [music, substituted, past] = ['2a', '1c', '4a'].map((name) => aClass({ name }));
  const assign = (one: { id: string } | undefined, fields: object) =>
    anAssignment({ classId: one?.id ?? '', staffId: school.petersen.id, ...fields });
  await seed(school.cache, {
    schoolClass: [music, substituted, past].flatMap((one) => one ?? []),
    classAssignment: [
      assign(substituted, { kind: 'substitute', fromDay: MONDAY, untilDay: MONDAY }),
      assign(music, { kind: 'subjectTeacher' }),
      assign(past, { kind: 'substitute', fromDay: '2026-11-16', untilDay: '2026-11-22' }),
    ],
  });
  const answer = await classOf(petersen());
  expect(answer.classes.map(({ name, substitute }) => [name, substitute])).toEqual([
    ['3b', false],
    ['2a', false],
    ['1c', true],
  ]);
  expect((await classOf({ ...petersen(), day: TUESDAY })).classes.map((one) => one.name)).toEqual([
    '3b',
    '2a',
  ]);
});

test('lines carry the mark, the known absence and what is to be checked', async () => {
  const ill = await school.addChild('Anna Adler', '3b');
  const waiting = await school.addChild('Ben Berg', '3b');
  const missing = await school.addChild('Can Celik', '3b');
  const late = await school.addChild('Dana Dorn', '3b');
  await seed(school.cache, {
    absence: anAbsence({ studentId: ill.id, untilDay: TUESDAY, excuse: 'open' }),
    absenceReport: aWaitingReport({
      studentId: waiting.id,
      reason: 'doctor',
      span: 'arrivesLate',
      atTime: '09:00',
    }),
    rollCallMark: [
      aRollCallMark({ studentId: missing.id }),
      aRollCallMark({ studentId: late.id, state: 'late', minutesLate: 7 }),
    ],
  });
  const { lines } = await classOf(petersen());
  expect(lines.map(({ mark, minutesLate, unexplained }) => [mark, minutesLate, unexplained])).toEqual([
    [null, null, false],
    [null, null, false],
    ['missing', null, true],
    ['late', 7, false],
  ]);
  expect(lines.map((line) => line.absence)).toEqual([
    { span: 'wholeDay', atTime: null, untilDay: TUESDAY, reason: 'illness', excuse: 'open', toCheck: false },
    { span: 'arrivesLate', atTime: '09:00', untilDay: MONDAY, reason: 'doctor', excuse: null, toCheck: true },
    null,
    null,
  ]);
});

test('I4 of a class that is not one’s own one sees who is missing, not why', async () => {
  const foreign = await school.addChild('Ida Grün', '1a');
  const { id, studentId, fromDay, untilDay, span, atTime } = anAbsence({ studentId: foreign.id });
  await seed(school.cache, { absenceMark: { id, studentId, fromDay, untilDay, span, atTime } });
  const answer = await classOf(petersen(), school.classes['1a'].id);
  expect(answer).toMatchObject({ schoolClass: { name: '1a' }, mayReport: false });
  expect(answer.lines[0]?.absence).toEqual({
    span: 'wholeDay',
    atTime: null,
    untilDay: MONDAY,
    reason: null,
    excuse: null,
    toCheck: false,
  });
});

test('I4 even a reason that lies in the cache is not shown for a foreign class', async () => {
  const foreign = await school.addChild('Ida Grün', '1a');
  await seed(school.cache, { absence: anAbsence({ studentId: foreign.id }) });
  const { lines } = await classOf(petersen(), school.classes['1a'].id);
  expect(lines[0]?.absence).toMatchObject({ reason: null, excuse: null });
});

test('the office may report any class and begins with the first', async () => {
  await school.addChild('Ida Grün', '1a');
  const answer = await classOf({ staffId: anOffice().id, time: '08:25' });
  expect(answer).toMatchObject({
    schoolClass: { name: '1a' },
    mayReport: true,
    reported: null,
    overdue: true,
  });
  expect(answer.classes.map((one) => one.name)).toEqual(['1a', '3b']);
});

test('a report taken back: the class has not reported, and that is said until it reports again', async () => {
  await school.addChild('Emir Oppermann', '3b');
  const of = { classId: school.classes['3b'].id, staffId: school.petersen.id };
  const [standing] = await school.cache.rows('rollCall');
  if (standing) await seed(school.cache, { rollCall: { ...standing, retractedAt: at('08:06') } });
  expect(await classOf({ ...petersen(), time: '08:21' })).toMatchObject({
    reported: null,
    retracted: { at: at('08:06'), staffName: 'Petersen' },
    overdue: true,
  });
  await seed(school.cache, { rollCall: aRollCall({ ...of, reportedAt: at('08:22') }) });
  expect(await classOf({ ...petersen(), time: '08:23' })).toMatchObject({
    reported: { at: at('08:22') },
    retracted: null,
    overdue: false,
  });
});

test('a tick taken back leaves the one before it', async () => {
  const child = await school.addChild('Emir Oppermann', '3b');
  const tick = { studentId: child.id, state: 'late', minutesLate: 12 } as const;
  await seed(school.cache, {
    rollCallMark: [
      aRollCallMark({ studentId: child.id, at: at('08:05') }),
      aRollCallMark({ ...tick, at: at('08:12'), retractedAt: at('08:13') }),
    ],
  });
  expect((await classOf(petersen())).lines).toMatchObject([{ mark: 'missing', minutesLate: null }]);
});

test('somebody without a class, and an unknown class, get an empty list', async () => {
  const nobody = await classOf({ role: 'administrator', staffId: school.sommer.id });
  expect(nobody).toMatchObject({
    schoolClass: null,
    classes: [],
    lines: [],
    mayReport: false,
    overdue: false,
  });
  expect(await classOf(petersen(), school.petersen.id)).toMatchObject({ schoolClass: null, lines: [] });
});

test('leave that was asked for stands with the class it is about, and says what is the head’s to decide', async () => {
  const emir = await school.addChild('Emir Oppermann', '3b');
  const ida = await school.addChild('Ida Grün', '1a');
  const short = aLeaveRequest({ studentId: emir.id, fromDay: TUESDAY, untilDay: TUESDAY });
  const long = aLeaveRequest({ studentId: emir.id, fromDay: '2026-12-01', untilDay: '2026-12-04' });
  const elsewhere = aLeaveRequest({ studentId: ida.id, fromDay: TUESDAY, untilDay: TUESDAY });
  await seed(school.cache, { leaveRequest: [short, long, elsewhere] });
  const { leaves } = await classOf(petersen());
  expect(leaves.map(({ requestId, forHead }) => [requestId, forHead])).toEqual(
    expect.arrayContaining([
      [short.id, false],
      [long.id, true],
    ]),
  );
  expect(leaves).toHaveLength(2);
  const other = (await school.cache.rows('schoolClass')).find(({ name }) => name === '1a');
  expect(await classOf(petersen(), other?.id ?? '')).toMatchObject({
    schoolClass: { name: '1a' },
    leaves: [],
  });
});
