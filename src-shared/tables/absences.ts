import type {
  AbsenceReason,
  AbsenceSpan,
  AttemptOutcome,
  ConcernFactor,
  Excuse,
  ExcuseExpected,
  ReportChannel,
} from '../absences/words.ts';
import { integer, integerOrNull, syncedTable, text, textOrNull } from './column.ts';

const ofStudent = { facet: 'student.absence', root: 'student', rootColumn: 'studentId' } as const;
/** What one guardian said, or was told, is not the other's to read. */
const ofReports = { ...ofStudent, facet: 'student.reports' } as const;

/** The fact that a child is away. `untilDay` null: until further notice. */
export const absence = syncedTable({
  ...ofStudent,
  morning: { lastOn: 'untilDay' },
  indexes: [['studentId', 'fromDay'], ['fromDay', 'untilDay'], ['untilDay']],
  columns: {
    id: text(),
    studentId: text(),
    fromDay: text(),
    untilDay: textOrNull(),
    reason: text<AbsenceReason>(),
    span: text<AbsenceSpan>(),
    /** `HH:MM`: expected arrival (`arrivesLate`) or departure (`leavesEarly`). */
    atTime: textOrNull(),
    fromLesson: integerOrNull(),
    untilLesson: integerOrNull(),
    excuse: text<Excuse>(),
    excuseExpected: text<ExcuseExpected>(),
    writtenExcuseOn: textOrNull(),
    certificateSeenOn: textOrNull(),
    offAllDayCare: integer<0 | 1>(),
    offLunch: integer<0 | 1>(),
    /** Free words without a diagnosis. */
    remark: textOrNull(),
    recordedAt: text(),
    /** 1 once withdrawn: the row stays, for its history. */
    withdrawn: integer<0 | 1>(),
  },
});

/** A message about an absence: the office records it, a guardian reports it. `waiting` ones are the inbox. */
export const absenceReport = syncedTable({
  ...ofReports,
  morning: { lastOn: 'untilDay', open: { column: 'state', value: 'waiting' } },
  indexes: [['absenceId'], ['studentId', 'fromDay'], ['state']],
  columns: {
    id: text(),
    studentId: text(),
    absenceId: textOrNull(),
    state: text<'waiting' | 'accepted' | 'rejected' | 'withdrawn'>(),
    channel: text<ReportChannel>(),
    takenAt: text(),
    guardianId: textOrNull(),
    reporterName: text(),
    reporterRelation: text(),
    callbackNumber: textOrNull(),
    fromDay: text(),
    untilDay: textOrNull(),
    reason: text<AbsenceReason>(),
    span: text<AbsenceSpan>(),
    atTime: textOrNull(),
    remark: textOrNull(),
    /** Staff member who took it down; null when it came by the portal. */
    recordedBy: textOrNull(),
    decidedBy: textOrNull(),
    decidedAt: textOrNull(),
    rejection: textOrNull(),
    /** What the guardian had said of the fields that were put right on accepting, as JSON; null: nothing was. */
    asReported: textOrNull(),
  },
});

/** What happened to a report before it became an absence. `words`: what the guardian was told on a rejection. */
export const reportEvent = syncedTable({
  ...ofReports,
  morning: true,
  indexes: [['reportId']],
  columns: {
    id: text(),
    studentId: text(),
    reportId: text(),
    kind: text<'rejected' | 'rejectionTakenBack' | 'acceptanceTakenBack'>(),
    at: text(),
    actorName: text(),
    words: textOrNull(),
  },
});

/** What happened to an absence, for the people who see it. `changes` is JSON: `[{field, from, to}]`. */
export const absenceEvent = syncedTable({
  ...ofStudent,
  morning: { lastOn: 'at' },
  indexes: [['absenceId']],
  columns: {
    id: text(),
    studentId: text(),
    absenceId: text(),
    kind: text(),
    at: text(),
    actorName: text(),
    changes: textOrNull(),
  },
});

/** "Fehlt", without a reason: what other teachers may know. Same id as the absence. */
export const absenceMark = syncedTable({
  facet: 'student.presence',
  root: 'student',
  rootColumn: 'studentId',
  morning: { lastOn: 'untilDay' },
  indexes: [['fromDay'], ['studentId']],
  columns: {
    id: text(),
    studentId: text(),
    fromDay: text(),
    untilDay: textOrNull(),
    span: text<AbsenceSpan>(),
    atTime: textOrNull(),
  },
});

/** § 34 IfSG; same id as the absence. Which illness is a code of the closed list (absences/notifiable-illness.ts). */
export const absenceNotifiable = syncedTable({
  facet: 'student.notifiable',
  root: 'student',
  rootColumn: 'studentId',
  morning: true,
  indexes: [['studentId']],
  columns: {
    id: text(),
    studentId: text(),
    illness: text(),
    notedAt: text(),
    healthOfficeNotifiedAt: textOrNull(),
  },
});

/** One lost id that stands for a kept one: two desks recorded the same absence. */
export const absenceAlias = syncedTable({
  ...ofStudent,
  morning: true,
  indexes: [],
  columns: { id: text(), studentId: text(), absenceId: text() },
});

export const certificateDuty = syncedTable({
  ...ofStudent,
  morning: true,
  indexes: [['studentId']],
  columns: { id: text(), studentId: text(), fromDay: text(), untilDay: textOrNull(), orderedBy: text() },
});

export const leaveRequest = syncedTable({
  ...ofStudent,
  morning: true,
  indexes: [['studentId'], ['state']],
  columns: {
    id: text(),
    studentId: text(),
    fromDay: text(),
    untilDay: text(),
    purpose: text(),
    requestedAt: text(),
    state: text<'requested' | 'granted' | 'declined'>(),
    decidedBy: textOrNull(),
    decidedAt: textOrNull(),
    absenceId: textOrNull(),
  },
});

export const tardiness = syncedTable({
  ...ofStudent,
  morning: { lastOn: 'day' },
  indexes: [['studentId', 'day'], ['day']],
  columns: {
    id: text(),
    studentId: text(),
    day: text(),
    minutes: integer(),
    excuse: text<Excuse>(),
    recordedAt: text(),
    recordedBy: text(),
  },
});

/** A tick in a class list. Of a child's ticks of one day the last that was not taken back counts. */
export const rollCallMark = syncedTable({
  facet: 'student.presence',
  root: 'student',
  rootColumn: 'studentId',
  morning: { lastOn: 'day' },
  indexes: [['day'], ['studentId', 'day']],
  columns: {
    id: text(),
    studentId: text(),
    classId: text(),
    day: text(),
    state: text<'missing' | 'late' | 'present'>(),
    minutesLate: integerOrNull(),
    at: text(),
    staffId: text(),
    retractedAt: textOrNull(),
  },
});

/** One try to reach somebody about a child missing without a report. */
export const contactAttempt = syncedTable({
  ...ofReports,
  morning: { lastOn: 'day' },
  indexes: [['day'], ['studentId', 'day']],
  columns: {
    id: text(),
    studentId: text(),
    day: text(),
    guardianId: textOrNull(),
    contactName: text(),
    outcome: text<AttemptOutcome>(),
    note: textOrNull(),
    at: text(),
    staffId: text(),
    /** The report ("ill") or the tick ("just arrived") that the call has led to. */
    reportId: textOrNull(),
    markId: textOrNull(),
    /** Taken back by whoever had called: it stays in the log and counts no more. */
    retractedAt: textOrNull(),
  },
});

/** A second worrying factor; it goes to the head, who decides. */
export const caseConcern = syncedTable({
  ...ofReports,
  morning: { lastOn: 'day' },
  indexes: [['day'], ['studentId', 'day']],
  columns: {
    id: text(),
    studentId: text(),
    day: text(),
    factor: text<ConcernFactor>(),
    note: textOrNull(),
    at: text(),
    staffId: text(),
    decision: textOrNull<'police' | 'keepCalling' | 'cleared'>(),
    decidedAt: textOrNull(),
    decidedBy: textOrNull(),
  },
});
