import { expect, test } from 'vitest';
import { settingsFrom } from '../../../src-shared/school/settings.ts';
import type { AwayPart } from '../../../src-shared/today/announcement.ts';
import { type Morning, morningOf } from '../../../src-shared/today/morning.ts';
import {
  type ChildDay,
  ordinaryDay,
  type PresenceState,
  presenceOf,
} from '../../../src-shared/today/presence.ts';
import { at, lessonTimes, MONDAY } from '../../support/builders/school.ts';

const lessons = lessonTimes();
const settings = settingsFrom(lessons.table === 'schoolSetting' ? [lessons.row] : []);

function morningAt(time: string): Morning {
  return morningOf(settings, [], MONDAY, Date.parse(at(time)));
}

function part(span: AwayPart['span'], fields: Partial<AwayPart> = {}): AwayPart {
  return { span, atTime: null, fromLesson: null, untilLesson: null, ...fields };
}

const missing: ChildDay['mark'] = { state: 'missing', at: at('08:05'), minutesLate: null };
const present: ChildDay['mark'] = { state: 'present', at: at('08:05'), minutesLate: null };
const late: ChildDay['mark'] = { state: 'late', at: at('08:12'), minutesLate: 12 };
const wholeDay = part('wholeDay');
const untilNine = part('arrivesLate', { atTime: '09:00' });
const call = (outcome: ChildDay['attempts'][number]['outcome'], time = '08:10') => [
  { outcome, at: at(time) },
];

interface Line {
  readonly says: string;
  readonly child: Partial<ChildDay>;
  readonly time?: string;
  readonly state: PresenceState;
  readonly atTime?: string;
  readonly toCheck?: boolean;
}

const table: readonly Line[] = [
  { says: 'nothing is known', child: {}, state: 'here' },
  { says: 'marked present', child: { mark: present }, state: 'here' },
  { says: 'marked late', child: { mark: late }, state: 'late', atTime: '08:12' },
  {
    says: 'marked late without minutes',
    child: { mark: { ...late, minutesLate: null } },
    state: 'late',
  },
  { says: 'reported ill, class silent', child: { away: [wholeDay] }, state: 'reported' },
  { says: 'reported ill and marked missing', child: { mark: missing, away: [wholeDay] }, state: 'reported' },
  { says: 'reported ill but came', child: { mark: present, away: [wholeDay] }, state: 'here' },
  {
    says: 'reported ill but came late',
    child: { mark: late, away: [wholeDay] },
    state: 'late',
    atTime: '08:12',
  },
  { says: 'missing and nobody knows', child: { mark: missing }, state: 'unexplained' },
  {
    says: 'comes later, time to come',
    child: { mark: missing, away: [untilNine] },
    state: 'comesLater',
    atTime: '09:00',
  },
  {
    says: 'comes later, time to come, not marked',
    child: { away: [untilNine] },
    state: 'comesLater',
    atTime: '09:00',
  },
  {
    says: 'comes later, the very minute',
    child: { mark: missing, away: [untilNine] },
    time: '09:00',
    state: 'unexplained',
    atTime: '09:00',
  },
  { says: 'comes later, passed, not marked', child: { away: [untilNine] }, time: '09:00', state: 'here' },
  {
    says: 'comes later without a time, 29 minutes',
    child: { mark: missing, away: [part('arrivesLate')] },
    time: '08:29',
    state: 'comesLater',
    atTime: '08:30',
  },
  {
    says: 'comes later without a time, 30 minutes',
    child: { mark: missing, away: [part('arrivesLate')] },
    time: '08:30',
    state: 'unexplained',
    atTime: '08:30',
  },
  {
    says: 'fetched at noon does not cover the first lesson',
    child: { mark: missing, away: [part('leavesEarly', { atTime: '12:00' })] },
    state: 'unexplained',
  },
  {
    says: 'fetched at noon, before noon',
    child: { away: [part('leavesEarly', { atTime: '12:00' })] },
    time: '11:59',
    state: 'here',
  },
  {
    says: 'fetched at noon, at noon',
    child: { away: [part('leavesEarly', { atTime: '12:00' })] },
    time: '12:00',
    state: 'pickedUp',
    atTime: '12:00',
  },
  {
    says: 'fetched every day at 11:30, today earlier',
    child: { away: [part('leavesEarly', { atTime: '10:00' })], earlyPickupAt: '11:30' },
    time: '11:45',
    state: 'pickedUp',
    atTime: '10:00',
  },
  {
    says: 'fetched every day',
    child: { earlyPickupAt: '11:30' },
    time: '13:00',
    state: 'pickedUp',
    atTime: '11:30',
  },
  {
    says: 'lessons 1 and 2, first one',
    child: { mark: missing, away: [part('lessons', { fromLesson: 1, untilLesson: 2 })] },
    state: 'comesLater',
    atTime: '09:55',
  },
  {
    says: 'lessons 1 and 2, third one has begun',
    child: { mark: missing, away: [part('lessons', { fromLesson: 1, untilLesson: 2 })] },
    time: '09:55',
    state: 'unexplained',
    atTime: '09:55',
  },
  {
    says: 'lessons 1 to 6, which has no lesson after it',
    child: { mark: missing, away: [part('lessons', { fromLesson: 1, untilLesson: 6 })] },
    time: '12:00',
    state: 'reported',
  },
  {
    says: 'lessons without numbers count from the first one on',
    child: { mark: missing, away: [part('lessons')] },
    time: '12:00',
    state: 'reported',
  },
  {
    says: 'lessons 3 and 4 do not cover the first',
    child: { mark: missing, away: [part('lessons', { fromLesson: 3, untilLesson: 4 })] },
    state: 'unexplained',
  },
  {
    says: 'lessons 2 and 3, during the second',
    child: { away: [part('lessons', { fromLesson: 2, untilLesson: 3 })] },
    time: '09:00',
    state: 'reported',
  },
  {
    says: 'lessons 2 and 3, back for the fourth',
    child: { away: [part('lessons', { fromLesson: 2, untilLesson: 3 })] },
    time: '10:45',
    state: 'here',
  },
  {
    says: 'a report waits, class silent',
    child: { waiting: [wholeDay] },
    state: 'reported',
    toCheck: true,
  },
  {
    says: 'a report waits, marked missing',
    child: { mark: missing, waiting: [wholeDay] },
    state: 'reported',
    toCheck: true,
  },
  {
    says: 'a waiting report of a late arrival has passed',
    child: { mark: missing, waiting: [untilNine] },
    time: '09:10',
    state: 'unexplained',
    atTime: '09:00',
  },
  { says: 'nobody reached', child: { mark: missing, attempts: call('notReached') }, state: 'unexplained' },
  { says: 'message left', child: { mark: missing, attempts: call('messageLeft') }, state: 'unexplained' },
  {
    says: '"ill" without the absence it made (taken back)',
    child: { mark: missing, attempts: call('reachedIll') },
    state: 'unexplained',
  },
  { says: 'otherwise cleared', child: { mark: missing, attempts: call('other') }, state: 'reported' },
  {
    says: 'on the way',
    child: { mark: missing, attempts: call('onTheWay') },
    time: '08:39',
    state: 'comesLater',
  },
  {
    says: 'on the way for half an hour',
    child: { mark: missing, attempts: call('onTheWay') },
    time: '08:40',
    state: 'unexplained',
  },
  {
    says: 'on the way, again on the way',
    child: { mark: missing, attempts: [...call('onTheWay'), ...call('onTheWay', '08:42')] },
    time: '09:00',
    state: 'comesLater',
  },
  { says: 'just arrived', child: { mark: missing, attempts: call('justArrived') }, state: 'late' },
  {
    says: 'just arrived, then missed by the teacher',
    child: { mark: { ...missing, at: at('08:20') }, attempts: call('justArrived') },
    time: '08:25',
    state: 'unexplained',
  },
];

test.each(table)('$says: $state', ({ child, time = '08:15', state, atTime = null, toCheck = false }) => {
  expect(presenceOf({ ...ordinaryDay, ...child }, morningAt(time))).toEqual({ state, atTime, toCheck });
});

test('without lesson times, lessons from the first on cover the day', () => {
  const bare = morningOf(settingsFrom([]), [], MONDAY, Date.parse(at('12:00')));
  const child = { ...ordinaryDay, mark: missing, away: [part('lessons', { fromLesson: 1, untilLesson: 1 })] };
  expect(presenceOf(child, bare).state).toBe('reported');
});
