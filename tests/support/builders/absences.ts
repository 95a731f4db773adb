import type { CommandArgs } from '../../../src-shared/contract/commands.ts';
import type { Row } from '../../../src-shared/tables/registry.ts';
import { anId } from './ids.ts';
import { at, MONDAY } from './school.ts';

type OfStudent = { readonly studentId: string };

export function anAbsence(fields: OfStudent & Partial<Row<'absence'>>): Row<'absence'> {
  return {
    id: anId(),
    fromDay: MONDAY,
    untilDay: MONDAY,
    reason: 'illness',
    span: 'wholeDay',
    atTime: null,
    fromLesson: null,
    untilLesson: null,
    excuse: 'excused',
    excuseExpected: 'none',
    writtenExcuseOn: null,
    certificateSeenOn: null,
    offAllDayCare: 0,
    offLunch: 0,
    remark: null,
    recordedAt: at('07:30'),
    withdrawn: 0,
    ...fields,
  };
}

export function anAbsenceMark(fields: OfStudent & Partial<Row<'absenceMark'>>): Row<'absenceMark'> {
  return { id: anId(), fromDay: MONDAY, untilDay: MONDAY, span: 'wholeDay', atTime: null, ...fields };
}

export function aReport(fields: OfStudent & Partial<Row<'absenceReport'>>): Row<'absenceReport'> {
  return {
    id: anId(),
    absenceId: null,
    state: 'accepted',
    channel: 'phone',
    takenAt: at('07:30'),
    guardianId: null,
    reporterName: 'Aylin Yılmaz',
    reporterRelation: 'mother',
    callbackNumber: null,
    fromDay: MONDAY,
    untilDay: MONDAY,
    reason: 'illness',
    span: 'wholeDay',
    atTime: null,
    remark: null,
    recordedBy: null,
    decidedBy: null,
    decidedAt: null,
    rejection: null,
    asReported: null,
    ...fields,
  };
}

/** A report of the portal that nobody has looked at yet. */
export function aWaitingReport(fields: OfStudent & Partial<Row<'absenceReport'>>): Row<'absenceReport'> {
  return aReport({ state: 'waiting', channel: 'portal', takenAt: at('07:12'), ...fields });
}

export function aRollCallMark(fields: OfStudent & Partial<Row<'rollCallMark'>>): Row<'rollCallMark'> {
  return {
    id: anId(),
    classId: anId(),
    day: MONDAY,
    state: 'missing',
    minutesLate: null,
    at: at('08:05'),
    staffId: anId(),
    retractedAt: null,
    ...fields,
  };
}

export function anAttempt(fields: OfStudent & Partial<Row<'contactAttempt'>>): Row<'contactAttempt'> {
  return {
    id: anId(),
    day: MONDAY,
    guardianId: null,
    contactName: 'Aylin Yılmaz',
    outcome: 'notReached',
    note: null,
    at: at('08:10'),
    staffId: anId(),
    reportId: null,
    markId: null,
    retractedAt: null,
    ...fields,
  };
}

export function aConcern(fields: OfStudent & Partial<Row<'caseConcern'>>): Row<'caseConcern'> {
  return {
    id: anId(),
    day: MONDAY,
    factor: 'ranAwayBefore',
    note: null,
    at: at('08:20'),
    staffId: anId(),
    decision: null,
    decidedAt: null,
    decidedBy: null,
    ...fields,
  };
}

export function aDuty(fields: OfStudent & Partial<Row<'certificateDuty'>>): Row<'certificateDuty'> {
  return { id: anId(), fromDay: '2026-10-01', untilDay: null, orderedBy: anId(), ...fields };
}

export function aLeaveRequest(fields: OfStudent & Partial<Row<'leaveRequest'>>): Row<'leaveRequest'> {
  return {
    id: anId(),
    fromDay: MONDAY,
    untilDay: MONDAY,
    purpose: 'Hochzeit der Tante',
    requestedAt: at('07:00'),
    state: 'requested',
    decidedBy: null,
    decidedAt: null,
    absenceId: null,
    ...fields,
  };
}

/** What the phone desk sends for the common case: ill, today, the whole day, the mother on the phone. */
export function aCall(
  fields: OfStudent & Partial<CommandArgs<'absences.record'>>,
): CommandArgs<'absences.record'> {
  return {
    absenceId: anId(),
    reportId: anId(),
    fromDay: MONDAY,
    untilDay: MONDAY,
    reason: 'illness',
    span: 'wholeDay',
    atTime: null,
    remark: null,
    channel: 'phone',
    guardianId: null,
    reporterName: 'Aylin Yılmaz',
    reporterRelation: 'mother',
    callbackNumber: null,
    fromLesson: null,
    untilLesson: null,
    excuseExpected: 'none',
    offAllDayCare: 0,
    offLunch: 0,
    notifiable: null,
    ...fields,
  };
}
