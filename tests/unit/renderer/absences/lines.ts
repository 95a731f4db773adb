import type { AbsenceLine } from '../../../../src-shared/absences/contract.ts';

/** An absence of a Monday, as it is when nothing is special about it. */
export function lineWith(fields: Partial<AbsenceLine> = {}): AbsenceLine {
  return {
    absenceId: '01938a00-0000-7000-8000-000000000001',
    studentId: '01938a00-0000-7000-8000-000000000002',
    givenName: 'Emma',
    familyName: 'Müller',
    className: '3b',
    fromDay: '2026-11-23',
    untilDay: '2026-11-23',
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
    recordedAt: '2026-11-23T06:50:00.000Z',
    ...fields,
  };
}
