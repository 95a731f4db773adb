import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { absenceSpans, attemptOutcomes } from '../../../src-shared/absences/words.ts';
import { caseOf, countUnexplained, openCases } from '../../../src-shared/cases/open-cases.ts';
import { settingsFrom } from '../../../src-shared/school/settings.ts';
import { isRollCallOverdue, type Morning, morningOf } from '../../../src-shared/today/morning.ts';
import { type ChildDay, isAway, ordinaryDay, presenceOf } from '../../../src-shared/today/presence.ts';
import { timeOfMinute } from '../../../src-shared/values/school-clock.ts';
import { aFreePeriod, at, lessonTimes, MONDAY } from '../../support/builders/school.ts';

const lessons = lessonTimes();
const settings = settingsFrom(lessons.table === 'schoolSetting' ? [lessons.row] : []);

function morningAt(time: string, day = MONDAY): Morning {
  return morningOf(settings, [aFreePeriod()], day, Date.parse(at(time, day)));
}

function child(fields: Partial<ChildDay>): ChildDay {
  return { ...ordinaryDay, mark: { state: 'missing', at: at('08:05'), minutesLate: null }, ...fields };
}

const late = { span: 'arrivesLate', atTime: '09:00', fromLesson: null, untilLesson: null } as const;
const wholeDay = { span: 'wholeDay', atTime: null, fromLesson: null, untilLesson: null } as const;

describe('a case', () => {
  test('runs from the start of lessons', () => {
    expect(caseOf(child({}), morningAt('08:14'))).toEqual({
      kind: 'unexplained',
      since: at('08:00'),
      waitingReport: false,
      announcedFor: null,
    });
  });

  test('of an announced arrival runs from the announced time', () => {
    expect(caseOf(child({ away: [late] }), morningAt('09:05'))).toEqual({
      kind: 'announcedLate',
      since: at('09:00'),
      waitingReport: false,
      announcedFor: '09:00',
    });
  });

  test('stays open to be checked while a report waits', () => {
    expect(caseOf(child({ waiting: [wholeDay] }), morningAt('08:14'))).toMatchObject({ waitingReport: true });
    expect(caseOf(child({ waiting: [late] }), morningAt('08:14'))).toMatchObject({
      kind: 'unexplained',
      waitingReport: true,
      announcedFor: '09:00',
    });
    expect(caseOf(child({ waiting: [late] }), morningAt('09:01'))).toMatchObject({
      kind: 'announcedLate',
      waitingReport: false,
    });
  });

  test.each([
    ['not marked', { mark: null }],
    ['marked present', { mark: { state: 'present', at: at('08:20'), minutesLate: null } }],
    ['marked late', { mark: { state: 'late', at: at('08:20'), minutesLate: 20 } }],
    ['covered by an absence', { away: [wholeDay] }],
    ['announced for later', { away: [late] }],
    ['found on the way', { attempts: [{ outcome: 'onTheWay', at: at('08:10') }] }],
    ['cleared otherwise', { attempts: [{ outcome: 'other', at: at('08:10') }] }],
  ] satisfies [string, Partial<ChildDay>][])('is none for a child %s', (_says, fields) => {
    expect(caseOf(child(fields), morningAt('08:25'))).toBeNull();
  });

  test('"just arrived" holds although the teacher’s earlier tick comes in afterwards', () => {
    const attempts = [{ outcome: 'justArrived' as const, at: at('08:20') }];
    expect(caseOf(child({ attempts }), morningAt('08:30'))).toBeNull();
  });
});

test('real cases come before those to be checked, the longest open first', () => {
  const children = new Map([
    ['waiting', child({ waiting: [wholeDay] })],
    ['lateComer', child({ away: [late] })],
    ['missing', child({})],
    ['here', ordinaryDay],
  ]);
  const cases = openCases(children, morningAt('09:05'));
  expect(cases.map((one) => one.studentId)).toEqual(['missing', 'lateComer', 'waiting']);
  expect(countUnexplained(cases)).toBe(2);
});

describe('a class that has not reported', () => {
  test.each([
    ['before the limit', '08:19', MONDAY, false],
    ['at the limit', '08:20', MONDAY, true],
    ['on a Sunday', '09:00', '2026-11-22', false],
    ['in the holidays', '09:00', '2026-12-23', false],
  ])('%s', (_says, time, day, overdue) => {
    expect(isRollCallOverdue(morningAt(time, day), false)).toBe(overdue);
    expect(isRollCallOverdue(morningAt(time, day), true)).toBe(false);
  });
});

const minute = fc.integer({ min: 420, max: 900 });
const someTime = fc.option(minute.map(timeOfMinute));
const lesson = fc.option(fc.integer({ min: 1, max: 6 }));
const part = fc.record({
  span: fc.constantFrom(...absenceSpans),
  atTime: someTime,
  fromLesson: lesson,
  untilLesson: lesson,
});
const instant = minute.map((one) => at(timeOfMinute(one)));
const anyChild: fc.Arbitrary<ChildDay> = fc.record({
  mark: fc.option(
    fc.record({
      state: fc.constantFrom('missing' as const, 'late' as const, 'present' as const),
      at: instant,
      minutesLate: fc.option(fc.integer({ min: 1, max: 90 })),
    }),
  ),
  away: fc.array(part, { maxLength: 2 }),
  waiting: fc.array(part, { maxLength: 2 }),
  attempts: fc.array(fc.record({ outcome: fc.constantFrom(...attemptOutcomes), at: instant }), {
    maxLength: 3,
  }),
  earlyPickupAt: someTime,
});
const anyMorning = minute.map((one) => morningAt(timeOfMinute(one)));

describe('whatever is known', () => {
  const holds = (property: (one: ChildDay, morning: Morning) => void) =>
    fc.assert(fc.property(anyChild, anyMorning, property), { numRuns: 500 });

  test('the number of unexplained children is the number of their cases', () => {
    holds((one, morning) => {
      const unexplained = presenceOf(one, morning).state === 'unexplained';
      expect(countUnexplained(openCases(new Map([['it', one]]), morning))).toBe(unexplained ? 1 : 0);
    });
  });

  test('silence never looks like safety: a missed child is away, found by a call, or a case', () => {
    holds((one, morning) => {
      if (one.mark?.state !== 'missing') return;
      const presence = presenceOf(one, morning);
      const arrived = one.attempts.some(({ outcome }) => outcome === 'justArrived');
      expect(isAway(presence) || (arrived && presence.state === 'late')).toBe(true);
      const nobodyKnows = one.away.length === 0 && one.waiting.length === 0 && one.attempts.length === 0;
      if (nobodyKnows) expect(caseOf(one, morning)).not.toBeNull();
    });
  });

  test('a child the teacher has seen is no case and is not away, but for a later part of the day', () => {
    holds((one, morning) => {
      if (one.mark === null || one.mark.state === 'missing') return;
      expect(caseOf(one, morning)).toBeNull();
      const partLater = one.away.some(({ span, fromLesson }) => span === 'lessons' && (fromLesson ?? 1) > 1);
      if (!partLater) expect(isAway(presenceOf(one, morning))).toBe(false);
    });
  });

  test('an absence of the whole day closes the case of a missed child', () => {
    holds((one, morning) => {
      if (one.mark?.state !== 'missing') return;
      expect(caseOf({ ...one, away: [...one.away, wholeDay] }, morning)).toBeNull();
    });
  });

  test('only what rests on a waiting report is to be checked', () => {
    holds((one, morning) => {
      expect(presenceOf({ ...one, waiting: [] }, morning).toCheck).toBe(false);
    });
  });

  test('a case never begins after now', () => {
    holds((one, morning) => {
      const fact = caseOf(one, morning);
      if (fact && morning.minute >= morning.startMinute)
        expect(Date.parse(fact.since)).toBeLessThanOrEqual(morning.nowMs);
    });
  });
});
