import type { AbsenceLine } from '../../../src-shared/absences/contract.ts';
import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import { addDays, mondayOf, weekday } from '../../../src-shared/values/day.ts';
import { DAY, NOW } from './data/moment.ts';
import { classmates, idOf } from './people.ts';

export type AbsenceDetail = NonNullable<OperationResult<'absences.detail'>>;

const school = ['1a', '1b', '1c', '2a', '2b', '2c', '3a', '3b', '3c', '4a', '4b', '4c'];

/** The classes of the invented school, with the ids that the class tiles have. */
export const schoolClasses = school.map((name, index) => ({ classId: idOf(500 + index), name }));

const plain: Omit<AbsenceLine, 'absenceId' | 'studentId' | 'givenName' | 'familyName' | 'className'> = {
  fromDay: DAY,
  untilDay: DAY,
  schoolDays: 1,
  reason: 'illness',
  span: 'wholeDay',
  atTime: null,
  fromLesson: null,
  untilLesson: null,
  excuse: 'excused',
  excuseExpected: 'none',
  writtenExcuseOn: null,
  certificateSeenOn: null,
  excuseOverdue: false,
  certificateFrom: null,
  reportedLate: false,
  remark: null,
  withdrawn: false,
  notifiable: false,
  reports: 1,
  recordedAt: NOW,
};

/** What makes the lines differ, in turn. */
const turns: readonly Partial<AbsenceLine>[] = [
  {},
  { untilDay: addDays(DAY, 2), schoolDays: 3, remark: 'Bringt den Zettel am Donnerstag mit.' },
  { reason: 'doctor', span: 'arrivesLate', atTime: '09:30', recordedAt: '2025-11-24T06:12:00.000Z' },
  { excuse: 'open', excuseExpected: 'written' },
  { untilDay: null, schoolDays: null, notifiable: true, excuse: 'open', excuseExpected: 'certificate' },
  { reason: 'leave', untilDay: addDays(DAY, 1), schoolDays: 2, recordedAt: '2025-11-11T09:20:00.000Z' },
  { reason: 'other', span: 'lessons', fromLesson: 5, untilLesson: 6 },
  { fromDay: addDays(DAY, -4), schoolDays: 3, excuse: 'unexcused' },
  { span: 'leavesEarly', atTime: '11:25', reason: 'doctor', reports: 2 },
  { withdrawn: true, excuse: 'open' },
];

/** Absences of this week: on Monday the morning's, before and after it a school's usual ones. */
export function absenceLines(): AbsenceLine[] {
  const monday = mondayOf(DAY);
  return Array.from({ length: 180 }, (_, index) => {
    const [givenName, familyName] = classmates[index % classmates.length] ?? ['Ayla', 'Aksoy'];
    const day = index < 22 ? DAY : addDays(monday, (index % 5) - (index % 3 === 0 ? 7 : 0));
    const line = { ...plain, ...turns[index % turns.length] };
    const away = line.untilDay === null ? null : day < line.untilDay ? line.untilDay : day;
    const overdue = day < DAY && line.excuse === 'open' && line.excuseExpected !== 'none';
    return {
      ...line,
      absenceId: idOf(7000 + index),
      studentId: idOf(100 + (index % classmates.length)),
      givenName,
      familyName,
      className: school[(index * 5) % school.length] ?? '3b',
      fromDay: line.fromDay < day ? line.fromDay : day,
      untilDay: away,
      excuseOverdue: overdue && !line.withdrawn,
    };
  });
}

/** One absence with the reports and the history that could have led to it. */
export function absenceDetail(line: AbsenceLine): AbsenceDetail {
  const report: AbsenceDetail['reports'][number] = {
    reportId: line.absenceId,
    state: 'accepted',
    channel: 'phone',
    takenAt: line.recordedAt,
    reporterName: 'Karin Hofmann',
    reporterRelation: 'mother',
    callbackNumber: '015144702291',
    recordedByName: 'Nermin Yıldız',
    remark: line.remark,
    fromDay: line.fromDay,
    untilDay: line.fromDay,
    asReported: null,
  };
  const second: AbsenceDetail['reports'][number] = {
    ...report,
    reportId: idOf(7900),
    channel: 'portal',
    reporterRelation: 'father',
    recordedByName: null,
    asReported: { untilDay: null, reason: 'other', remark: 'Weiß noch nicht, wie lange.' },
  };
  return {
    line,
    notifiable: line.notifiable
      ? { illness: 'scarletFever', notedAt: line.recordedAt, healthOfficeNotifiedAt: null }
      : null,
    reports: line.reports > 1 ? [report, second] : [report],
    events: eventsOf(line),
  };
}

/** What may have happened to it, the oldest first. */
function eventsOf(line: AbsenceLine): AbsenceDetail['events'] {
  return [
    {
      at: '2025-11-24T06:10:00.000Z',
      actorName: 'Nermin Yıldız',
      kind: 'reportRejected',
      words: 'Bitte rufen Sie im Sekretariat an.',
      changes: [],
    },
    {
      at: '2025-11-24T06:12:00.000Z',
      actorName: 'Nermin Yıldız',
      kind: 'recorded',
      words: null,
      changes: [],
    },
    {
      at: line.recordedAt,
      actorName: 'Nermin Yıldız',
      kind: 'corrected',
      words: null,
      changes: [
        { field: 'untilDay', from: line.fromDay, to: line.untilDay },
        { field: 'excuseExpected', from: 'none', to: line.excuseExpected },
      ],
    },
  ];
}

/** Saturdays and Sundays, and one holiday to see how it is named. */
export function freeDays(fromDay: string, untilDay: string): { day: string; name: string | null }[] {
  const days: { day: string; name: string | null }[] = [];
  for (let day = fromDay; day <= untilDay; day = addDays(day, 1)) {
    if (day === '2025-10-31') days.push({ day, name: 'Reformationstag' });
    else if (weekday(day) > 5) days.push({ day, name: null });
  }
  return days;
}

/** What a child's page shows beside the absences. */
export const studentExtras: Pick<
  NonNullable<OperationResult<'absences.ofStudent'>>,
  'tardiness' | 'leaveRequests' | 'certificateDuties'
> = {
  tardiness: [
    { tardinessId: idOf(8001), day: addDays(DAY, -3), minutes: 15, excuse: 'open' },
    { tardinessId: idOf(8002), day: addDays(DAY, -18), minutes: 5, excuse: 'excused' },
  ],
  leaveRequests: [
    {
      requestId: idOf(8101),
      fromDay: addDays(DAY, 17),
      untilDay: addDays(DAY, 18),
      purpose: 'Hochzeit der Tante in Gdańsk',
      state: 'requested',
    },
  ],
  certificateDuties: [],
};
