import { describe, expect, it } from 'vitest';
import {
  addSibling,
  callerOf,
  certificateDay,
  chooseSpan,
  chooseStudent,
  type DeskStudent,
  emptyEntry,
  firstDay,
  isEmpty,
  lastDay,
  letStudentGo,
  nextCaller,
  nextChannel,
  nextExcuse,
  toggleSibling,
  untilSchoolDays,
} from '../../../../src-renderer/desk/entry.ts';
import { correctionsOf, recordingsOf } from '../../../../src-renderer/desk/recording.ts';
import { commands } from '../../../../src-shared/contract/commands.ts';
import { derivedId } from '../../../../src-shared/values/uuid.ts';

const someId = '018f0000-0000-7000-8000-000000000000';
let drawn = 0;
const newId = () => derivedId(someId, ++drawn);
const [emma, tim, ole, mother, father, blockedFather] = [
  newId(),
  newId(),
  newId(),
  newId(),
  newId(),
  newId(),
];

function guardian(guardianId: string, name: string, blocked = false): DeskStudent['guardians'][number] {
  return { guardianId, name, relation: 'mother', hasCustody: true, blocked, contactOrder: 1, phones: [] };
}

const student: DeskStudent = {
  student: {
    studentId: emma,
    givenName: 'Emma',
    familyName: 'Müller',
    classId: null,
    className: '3b',
    birthDate: null,
    allDayCare: true,
    lunch: true,
    earlyPickupAt: null,
  },
  guardians: [
    guardian(blockedFather, 'Kai Ohm', true),
    guardian(mother, 'Sabine Müller'),
    guardian(father, 'Jörg Behrens'),
  ],
  emergencyContacts: [],
  siblings: [
    { studentId: tim, givenName: 'Tim', familyName: 'Müller', className: '1a', alreadyAbsent: false },
    { studentId: ole, givenName: 'Ole', familyName: 'Müller', className: '2c', alreadyAbsent: true },
  ],
  known: [],
  dayBefore: null,
  certificateDuty: null,
  // A Thursday; Friday, then over the weekend.
  schoolDays: ['2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03'],
  certificateFromDay: 4,
};

const taken = chooseStudent(emptyEntry('mül'), { studentId: emma });

describe('a call on the phone desk', () => {
  it('says from which day a certificate is asked for, once the illness is said to last so long', () => {
    const days = (count: number) => certificateDay(untilSchoolDays(taken, student, count), student);
    expect([days(3), days(4)]).toEqual([null, '2026-12-01']);
    expect(certificateDay({ ...taken, openEnded: true }, student)).toBe('2026-12-01');
    const doctor = { ...taken, openEnded: true, reason: 'doctor' as const };
    expect(certificateDay(doctor, student)).toBeNull();
    const duty = { fromDay: '2026-11-01', untilDay: null };
    expect(certificateDay({ ...taken, openEnded: true }, { ...student, certificateDuty: duty })).toBeNull();
  });

  it('is ill, today, the whole day, by phone, from the first guardian who may be told', () => {
    const [recording] = recordingsOf(taken, student, new Map(), newId);
    expect(recording).toMatchObject({
      studentId: emma,
      reason: 'illness',
      fromDay: '2026-11-26',
      untilDay: '2026-11-26',
      span: 'wholeDay',
      channel: 'phone',
      guardianId: mother,
      reporterName: 'Sabine Müller',
      notifiable: null,
    });
  });

  it('makes arguments the contract accepts', () => {
    const entry = {
      ...untilSchoolDays(taken, student, 3),
      callbackNumber: ' 0171 3920012 ',
      siblingIds: [tim],
      notifiable: 'headLice' as const,
    };
    for (const recording of recordingsOf(entry, student, new Map(), newId)) {
      expect(commands['absences.record'].args.safeParse(recording).success).toBe(true);
    }
  });

  it('of some lessons, with paper that is asked for, says so for every child', () => {
    const lessons = { ...chooseSpan(taken, 'lessons'), fromLesson: 1, untilLesson: 3, siblingIds: [tim] };
    const entry = nextExcuse(lessons);
    const said = { span: 'lessons', fromLesson: 1, untilLesson: 3, atTime: null, excuseExpected: 'written' };
    for (const recording of recordingsOf(entry, student, new Map(), newId)) {
      expect(recording).toMatchObject({ ...said, offLunch: 0 });
      expect(commands['absences.record'].args.safeParse(recording).success).toBe(true);
    }
  });

  it('forgets the lessons when another part of the day is chosen', () => {
    const lessons = { ...chooseSpan(taken, 'lessons'), fromLesson: 1, untilLesson: 3 };
    expect(chooseSpan(lessons, 'lessons')).toMatchObject({ span: 'wholeDay', fromLesson: null });
    expect(chooseSpan(lessons, 'arrivesLate')).toMatchObject({ fromLesson: null, untilLesson: null });
  });

  it('asks for nothing, for writing, for a certificate, and for nothing again', () => {
    const asked = [taken, nextExcuse(taken), nextExcuse(nextExcuse(taken))];
    expect(asked.map(({ excuseExpected }) => excuseExpected)).toEqual(['none', 'written', 'certificate']);
    expect(nextExcuse(nextExcuse(nextExcuse(taken)))).toEqual(taken);
  });

  it('counts school days, not calendar days', () => {
    expect(lastDay(untilSchoolDays(taken, student, 3), student)).toBe('2026-11-30');
  });

  it('counts from another first day', () => {
    const later = { ...taken, fromDay: '2026-11-30' };
    expect(firstDay(later, student)).toBe('2026-11-30');
    expect(lastDay(untilSchoolDays(later, student, 2), student)).toBe('2026-12-01');
  });

  it('never ends before it begins', () => {
    expect(lastDay({ ...taken, fromDay: '2026-11-30', untilDay: '2026-11-27' }, student)).toBe('2026-11-30');
  });

  it('is open-ended until a number of days is chosen again', () => {
    const open = { ...taken, openEnded: true };
    expect(lastDay(open, student)).toBeNull();
    expect(lastDay(untilSchoolDays(open, student, 1), student)).toBe('2026-11-26');
  });

  it('takes the guardian by whose name the child was found as the caller', () => {
    const found = chooseStudent(emptyEntry('behrens'), { studentId: emma, guardianId: father });
    expect(callerOf(found, student)?.name).toBe('Jörg Behrens');
  });

  it('goes through the guardians and comes back to the first', () => {
    const second = nextCaller(taken, student);
    const third = nextCaller(second, student);
    expect([second, third, nextCaller(third, student)].map((entry) => entry.guardianId)).toEqual([
      father,
      blockedFather,
      mother,
    ]);
  });

  it('adds siblings one by one, but none who is absent already', () => {
    const once = addSibling(taken, student);
    expect(once.siblingIds).toEqual([tim]);
    expect(addSibling(once, student)).toBe(once);
    expect(toggleSibling(once, tim).siblingIds).toEqual([]);
  });

  it('notes a notifiable illness for the named child only', () => {
    const entry = { ...addSibling(taken, student), notifiable: 'measles' as const };
    expect(recordingsOf(entry, student, new Map(), newId).map((recording) => recording.notifiable)).toEqual([
      'measles',
      null,
    ]);
  });

  it('repeats the same reports when saving is tried again', () => {
    const ids = new Map();
    const entry = addSibling(taken, student);
    expect(recordingsOf(entry, student, ids, newId)).toEqual(recordingsOf(entry, student, ids, newId));
  });

  it('cancels care and lunch for whoever stays away or is fetched, not for a late-comer', () => {
    const off = (entry: typeof taken) =>
      recordingsOf(entry, student, new Map(), newId).map(
        ({ offAllDayCare, offLunch }) => offAllDayCare + offLunch,
      );
    expect([
      off(taken),
      off(chooseSpan(taken, 'leavesEarly')),
      off(chooseSpan(taken, 'arrivesLate')),
    ]).toEqual([[2], [2], [0]]);
  });

  it('takes a part of the day back when it is chosen twice', () => {
    expect(chooseSpan(chooseSpan(taken, 'arrivesLate'), 'arrivesLate').span).toBe('wholeDay');
  });

  it('sends no time with a whole day', () => {
    expect(correctionsOf({ ...taken, atTime: '09:30' }, student).atTime).toBeNull();
  });

  it('goes through the channels and comes back to the phone', () => {
    let entry = taken;
    const seen = new Set<string>();
    do {
      seen.add(entry.channel);
      entry = nextChannel(entry);
    } while (entry.channel !== 'phone');
    expect(seen.size).toBe(6);
  });

  it('is empty until something is typed, and keeps what was typed when the child is let go', () => {
    expect(isEmpty(emptyEntry())).toBe(true);
    expect(isEmpty(taken)).toBe(false);
    expect(letStudentGo(taken)).toMatchObject({ query: 'mül', studentId: null, siblingIds: [] });
  });
});
