import type { StaffRole } from '../rights/roles.ts';
import type { FreePeriodKind } from '../school/calendar.ts';
import { integer, syncedTable, text, textOrNull } from './column.ts';

/** Times and limits of the school; `id` is the setting's name (see school/settings.ts). */
export const schoolSetting = syncedTable({
  facet: 'school.directory',
  root: 'school',
  rootColumn: null,
  morning: true,
  indexes: [],
  columns: { id: text(), value: text() },
});

/** Public holidays, school holidays, movable holidays, closures. */
export const freePeriod = syncedTable({
  facet: 'school.directory',
  root: 'school',
  rootColumn: null,
  morning: true,
  indexes: [],
  columns: {
    id: text(),
    kind: text<FreePeriodKind>(),
    name: text(),
    fromDay: text(),
    untilDay: text(),
  },
});

/** `endedOn` is the class's last day. */
export const schoolClass = syncedTable({
  facet: 'school.directory',
  root: 'school',
  rootColumn: null,
  morning: true,
  indexes: [['name']],
  columns: { id: text(), name: text(), gradeLevel: integer(), schoolYear: text(), endedOn: textOrNull() },
});

/** `leftOn` is the last day at the school: until its end the person may sign in. */
export const staffMember = syncedTable({
  facet: 'school.directory',
  root: 'school',
  rootColumn: null,
  morning: true,
  indexes: [],
  columns: {
    id: text(),
    givenName: text(),
    familyName: text(),
    shortName: text(),
    role: text<StaffRole>(),
    leftOn: textOrNull(),
  },
});

/** Who is responsible for a class, and for how long; a substitution has both ends. */
export const classAssignment = syncedTable({
  facet: 'school.directory',
  root: 'school',
  rootColumn: null,
  morning: true,
  indexes: [['classId'], ['staffId']],
  columns: {
    id: text(),
    classId: text(),
    staffId: text(),
    kind: text<'classTeacher' | 'subjectTeacher' | 'substitute'>(),
    fromDay: text(),
    untilDay: textOrNull(),
  },
});

/** A class has said who is missing. Of a class's roll calls of one day the last that was not taken back counts. */
export const rollCall = syncedTable({
  facet: 'class.rollCall',
  root: 'class',
  rootColumn: 'classId',
  morning: { lastOn: 'day' },
  indexes: [['day', 'classId']],
  columns: {
    id: text(),
    classId: text(),
    day: text(),
    reportedAt: text(),
    staffId: text(),
    retractedAt: textOrNull(),
  },
});

/** A message on the answering machine; it names no child until somebody has heard it. */
export const inboxMessage = syncedTable({
  facet: 'office.inbox',
  root: 'school',
  rootColumn: null,
  morning: { lastOn: 'receivedAt', open: { column: 'state', value: 'new' } },
  indexes: [['state']],
  columns: {
    id: text(),
    receivedAt: text(),
    durationSeconds: integer(),
    callerNumber: textOrNull(),
    state: text<'new' | 'recorded' | 'dismissed'>(),
    settledAt: textOrNull(),
    settledBy: textOrNull(),
    /** When and by whom it was last put back among the new ones. */
    reopenedAt: textOrNull(),
    reopenedBy: textOrNull(),
  },
});

/** A call that was interrupted; only the person who parked it sees it. `draft` is JSON (calls/contract.ts). */
export const parkedCall = syncedTable({
  facet: 'staff.drafts',
  root: 'staff',
  rootColumn: 'staffId',
  morning: true,
  indexes: [['staffId']],
  columns: { id: text(), staffId: text(), parkedAt: text(), label: text(), draft: text() },
});
