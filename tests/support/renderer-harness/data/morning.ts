import { addDays } from '../../../../src-shared/values/day.ts';
import { classmates, idOf } from '../people.ts';
import { messages, reports } from './inbox.ts';
import { at, type ClassDay, DAY, type PrincipalDay, type Today } from './moment.ts';
import { openCases } from './open-cases.ts';

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
    holidaysRunOut: null,
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
    leaves: [],
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
        forHead: false,
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
