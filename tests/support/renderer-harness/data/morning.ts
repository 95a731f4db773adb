import type { OperationResult } from '../../../../src-shared/contract/staff-contract.ts';
import { addDays } from '../../../../src-shared/values/day.ts';
import { classmates, idOf } from '../people.ts';

export type Today = OperationResult<'today.office'>;
export type ClassDay = OperationResult<'today.class'>;
export type PrincipalDay = OperationResult<'today.principal'>;
type Case = Today['openCases'][number];

export const DAY = '2025-11-24';
/** 08:14 in Berlin. */
export const NOW = '2025-11-24T07:14:20.000Z';
const at = (time: string) => `${DAY}T${time}:00.000Z`;

const mother = (name: string, number: string, guardian: number): Case['ladder'][number] => ({
  guardianId: idOf(guardian),
  name,
  relation: 'mother',
  emergency: false,
  phones: [{ label: 'mobil', number }],
  lastOutcome: null,
});

function openCases(): Case[] {
  const shared = {
    day: DAY,
    waitingReport: false,
    announcedFor: null,
    absentOnSchoolDayBefore: false,
    attempts: [],
    concerns: [],
  };
  return [
    {
      ...shared,
      studentId: idOf(201),
      givenName: 'Mia-Sophie',
      familyName: 'Wiśniewska',
      className: '2b',
      age: 8,
      kind: 'unexplained',
      since: at('07:00'),
      markedBy: 'Sommer',
      ladder: [
        { ...mother('Agnieszka Wiśniewska', '015144702290', 301), lastOutcome: 'notReached' },
        {
          ...mother('Piotr Wiśniewski', '015144702291', 302),
          relation: 'father',
          phones: [
            { label: 'mobil', number: '015144702291' },
            { label: 'Arbeit', number: '04206 7700-12' },
          ],
        },
        {
          guardianId: null,
          name: 'Halina Nowak',
          relation: 'Oma',
          emergency: true,
          phones: [{ label: null, number: '04206 5518' }],
          lastOutcome: null,
        },
      ],
      attempts: [
        {
          attemptId: idOf(401),
          contactName: 'Agnieszka Wiśniewska',
          guardianId: idOf(301),
          outcome: 'notReached',
          note: null,
          at: at('07:09'),
          staffName: 'Yıldız',
          retractedAt: null,
        },
      ],
    },
    {
      ...shared,
      studentId: idOf(105),
      givenName: 'Emir',
      familyName: 'Yılmaz',
      className: '3b',
      age: 9,
      kind: 'unexplained',
      since: at('07:05'),
      markedBy: 'Petersen',
      absentOnSchoolDayBefore: true,
      ladder: [
        mother('Elif Yılmaz', '04206 91 44 8', 303),
        { ...mother('Kemal Yılmaz', '+4915755501234', 304), relation: 'father' },
      ],
    },
    {
      ...shared,
      studentId: idOf(203),
      givenName: 'Jonas',
      familyName: 'Müller-Behrens',
      className: '1a',
      age: 6,
      kind: 'announcedLate',
      since: at('07:12'),
      markedBy: 'Lange',
      announcedFor: '08:12',
      ladder: [mother('Sandra Behrens', '01765520118', 305)],
    },
    {
      ...shared,
      studentId: idOf(205),
      givenName: 'Lina',
      familyName: 'Hofmann',
      className: '4a',
      age: 10,
      kind: 'unexplained',
      since: at('07:00'),
      markedBy: 'Thoben',
      waitingReport: true,
      ladder: [mother('Karin Hofmann', '01714400987', 306)],
    },
  ];
}

/** Classes `1a` … of a school; every third has not reported yet. */
export function classTiles(perGrade: number, overdue: boolean): Today['classes'] {
  const letters = [...'abcdefghijklmnop'].slice(0, perGrade);
  const teachers = ['Lange', 'Sommer', 'Thoben', 'Petersen', 'von Bargen', 'Ahlers'];
  const names = [1, 2, 3, 4].flatMap((grade) =>
    letters.map((letter) => ({ grade, name: `${grade}${letter}` })),
  );
  return names.map(({ grade, name }, index) => ({
    classId: idOf(500 + index),
    name,
    gradeLevel: grade,
    students: 19 + (index % 3),
    absent: [2, 1, 3, 0, 2, 1, 2, 3, 1, 1, 0, 2][index % 12] ?? 0,
    unexplained: ['1a', '2b', '3b'].includes(name) ? 1 : 0,
    reported:
      index % 6 === 5
        ? null
        : { at: at(`07:0${index % 7}`), staffName: teachers[index % teachers.length] ?? '' },
    retracted: null,
    overdue: overdue && index % 12 === 5,
  }));
}

function reports(): Today['reports'] {
  const shared = {
    channel: 'portal',
    span: 'wholeDay' as const,
    atTime: null,
    remark: null,
    alreadyAbsent: false,
    reopened: null,
  };
  return [
    {
      ...shared,
      reportId: idOf(601),
      studentId: idOf(205),
      givenName: 'Lina',
      familyName: 'Hofmann',
      className: '4a',
      takenAt: at('06:12'),
      reporterName: 'Karin Hofmann',
      reporterRelation: 'mother',
      fromDay: DAY,
      untilDay: addDays(DAY, 1),
      reason: 'illness',
    },
    {
      ...shared,
      reportId: idOf(602),
      studentId: idOf(123),
      givenName: 'Tim',
      familyName: 'Harms',
      className: '3b',
      takenAt: at('06:26'),
      reporterName: 'Jens Harms',
      reporterRelation: 'father',
      fromDay: DAY,
      untilDay: DAY,
      reason: 'illness',
      remark: 'Bitte die Hausaufgaben dem Bruder mitgeben.',
    },
    {
      ...shared,
      reportId: idOf(603),
      studentId: idOf(206),
      givenName: 'Leonard',
      familyName: 'Graf von der Hohenlinden-Ostermann',
      className: '1c',
      takenAt: at('06:48'),
      reporterName: 'Friederike Gräfin von der Hohenlinden-Ostermann',
      reporterRelation: 'mother',
      fromDay: DAY,
      untilDay: DAY,
      span: 'arrivesLate',
      atTime: '09:30',
      reason: 'doctor',
      alreadyAbsent: true,
    },
  ];
}

function messages(): Today['messages'] {
  const tim = { studentId: idOf(207), givenName: 'Ole', familyName: 'Harms', className: '1c' };
  return [
    {
      messageId: idOf(611),
      receivedAt: at('05:52'),
      durationSeconds: 70,
      callerNumber: '01765520119',
      callers: [{ guardianName: 'Jens Harms', students: [tim] }],
      reopened: null,
    },
  ];
}

function absentStudents(): Today['absentStudents'] {
  return Array.from({ length: 18 }, (_, index) => {
    const [givenName, familyName] = classmates[index] ?? ['Kim', 'Meyer'];
    return {
      studentId: idOf(101 + index),
      givenName,
      familyName,
      className: `${1 + (index % 4)}${'abc'[index % 3]}`,
      state:
        index < 3 ? ('unexplained' as const) : index === 5 ? ('comesLater' as const) : ('reported' as const),
      span: index < 3 ? null : index === 5 ? ('arrivesLate' as const) : ('wholeDay' as const),
      atTime: index === 5 ? '09:30' : null,
      untilDay: index < 3 ? null : addDays(DAY, index % 3),
      reason: index < 3 ? null : ('illness' as const),
      toCheck: index === 7,
    };
  });
}

/** The office's morning at 08:14. */
export function officeMorning(): Today {
  const classes = classTiles(3, true);
  return {
    day: DAY,
    isSchoolDay: true,
    freePeriod: null,
    lessonsStart: '08:00',
    rollCallLimit: '08:10',
    students: 240,
    absent: 18,
    absentStudents: absentStudents(),
    unexplained: 3,
    openCases: openCases(),
    classes,
    reports: reports(),
    messages: messages(),
    birthdays: [{ studentId: idOf(110), givenName: 'Ida', familyName: 'Freese', className: '3b', age: 9 }],
    earlyPickups: [
      {
        studentId: idOf(111),
        givenName: 'Jakub',
        familyName: 'Wiśniewski',
        className: '3b',
        at: '11:40',
        regular: false,
      },
      {
        studentId: idOf(116),
        givenName: 'Mads',
        familyName: 'Jørgensen',
        className: '2a',
        at: '12:30',
        regular: true,
      },
    ],
  };
}

/** Herr Petersen's class before he has ticked anybody. */
export function classMorning(): ClassDay {
  return {
    day: DAY,
    isSchoolDay: true,
    freePeriod: null,
    lessonsStart: '08:00',
    rollCallLimit: '08:20',
    schoolClass: { classId: idOf(507), name: '3b' },
    classes: [
      { classId: idOf(507), name: '3b', substitute: false },
      { classId: idOf(503), name: '2a', substitute: true },
    ],
    mayReport: true,
    reported: null,
    retracted: null,
    overdue: false,
    lines: classmates.map(([givenName, familyName], index) => ({
      studentId: idOf(101 + index),
      givenName,
      familyName,
      mark: null,
      minutesLate: null,
      absence:
        index === 22
          ? {
              span: 'wholeDay',
              atTime: null,
              untilDay: addDays(DAY, 2),
              reason: 'illness',
              excuse: 'open',
              toCheck: true,
            }
          : index === 11
            ? {
                span: 'arrivesLate',
                atTime: '09:30',
                untilDay: DAY,
                reason: 'doctor',
                excuse: 'open',
                toCheck: false,
              }
            : null,
      unexplained: false,
    })),
  };
}

/** What waits for the head, and six weeks of figures. */
export function principalMorning(): PrincipalDay {
  const rates = [0.052, 0.061, null, 0.068, 0.075, 0.071];
  const before = [0.048, 0.05, null, 0.055, 0.061, 0.064];
  return {
    weeks: rates.map((rate, index) => ({
      monday: addDays('2025-10-13', 7 * index),
      rate,
      rateLastYear: before[index] ?? null,
    })),
    concerns: [
      {
        concernId: idOf(701),
        studentId: idOf(201),
        givenName: 'Mia-Sophie',
        familyName: 'Wiśniewska',
        className: '2b',
        factor: 'custodyConflict',
        note: 'Der Vater darf laut Beschluss nur samstags abholen.',
        at: at('07:11'),
        staffName: 'Yıldız',
      },
    ],
    leaves: [
      {
        requestId: idOf(711),
        studentId: idOf(113),
        givenName: 'Lena',
        familyName: 'Nguyễn',
        className: '3b',
        fromDay: '2025-12-18',
        untilDay: '2025-12-19',
        purpose: 'Hochzeit der Tante in Hải Phòng',
        requestedAt: '2025-11-21T10:00:00.000Z',
      },
    ],
    notifiable: [
      {
        absenceId: idOf(721),
        studentId: idOf(107),
        givenName: 'Finn',
        familyName: 'Cordes',
        className: '3b',
        illness: 'scarletFever',
        notedAt: at('06:40'),
      },
    ],
    classRates: classTiles(3, false).map((tile, index) => ({
      classId: tile.classId,
      name: tile.name,
      rate: 0.04 + ((index * 7) % 11) / 200,
    })),
  };
}
