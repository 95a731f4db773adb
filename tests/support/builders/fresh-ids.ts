import type { CommandName } from '../../../src-shared/contract/commands.ts';
import type { TableName } from '../../../src-shared/tables/registry.ts';

/** An argument that names a row which a command begins, and the row's table. */
export type FreshId = readonly [argument: string, table: TableName];

/**
 * By which arguments each command begins a row. The ids come from a client, so they can be anybody's; the
 * steps of an import have theirs inside.
 */
export const freshIds: { readonly [N in CommandName]: readonly FreshId[] } = {
  'absences.record': [
    ['absenceId', 'absence'],
    ['absenceId', 'absenceAlias'],
    ['reportId', 'absenceReport'],
  ],
  'absences.report': [['reportId', 'absenceReport']],
  'absences.acceptReport': [
    ['absenceId', 'absence'],
    ['absenceId', 'absenceAlias'],
  ],
  'absences.rejectReport': [],
  'absences.reopenReport': [],
  'absences.withdrawReport': [],
  'absences.correct': [],
  'absences.retractChange': [],
  'absences.withdraw': [],
  'absences.excuse': [],
  'absences.noteWrittenExcuse': [],
  'absences.noteCertificate': [],
  'absences.noteHealthOfficeNotice': [],
  'absences.changeNotifiable': [],
  'absences.requireCertificate': [['dutyId', 'certificateDuty']],
  'absences.liftCertificateDuty': [],
  'absences.requestLeave': [['requestId', 'leaveRequest']],
  'absences.grantLeave': [
    ['absenceId', 'absence'],
    ['absenceId', 'absenceAlias'],
  ],
  'absences.declineLeave': [],
  'absences.recordTardiness': [['tardinessId', 'tardiness']],
  'inbox.settleMessage': [],
  'inbox.reopenMessage': [],
  'handovers.settle': [],
  'calls.park': [['callId', 'parkedCall']],
  'calls.discard': [],
  'rollCall.mark': [['markId', 'rollCallMark']],
  'rollCall.retractMark': [],
  'rollCall.retract': [],
  'rollCall.report': [['rollCallId', 'rollCall']],
  'cases.recordAttempt': [['attemptId', 'contactAttempt']],
  'cases.retractAttempt': [],
  'cases.raiseConcern': [['concernId', 'caseConcern']],
  'cases.decideConcern': [],
  'roster.apply': [],
  'roster.undo': [],
  'students.enrol': [
    ['studentId', 'student'],
    ['studentId', 'studentDetail'],
  ],
  'students.correct': [],
  'students.move': [],
  'students.leave': [],
  'students.readmit': [],
  'students.noteEmergencyContacts': [],
  'students.notePickups': [],
  'guardians.add': [
    ['guardianId', 'guardian'],
    ['guardianId', 'guardianAddress'],
  ],
  'guardians.correct': [],
  'guardians.noteContacts': [],
  'guardians.moveHouse': [],
  'guardians.tie': [['guardianshipId', 'guardianship']],
  'guardians.correctTie': [],
  'guardians.untie': [],
  'guardians.orderCalls': [],
  'guardians.merge': [['mergeId', 'guardianMerge']],
  'guardians.separate': [],
  'groups.found': [['groupId', 'schoolGroup']],
  'groups.correct': [],
  'groups.appointLead': [['leadId', 'groupLead']],
  'groups.relieveLead': [],
  'groups.admitStudents': [],
  'groups.dismissStudent': [],
  'groups.admitGuardian': [['membershipId', 'guardianMembership']],
  'groups.dismissGuardian': [],
  'groups.admitStaff': [['membershipId', 'staffMembership']],
  'groups.dismissStaff': [],
  'classes.appoint': [['assignmentId', 'classAssignment']],
  'classes.relieve': [],
  'classes.changeYear': [['changeId', 'schoolYearChange']],
  'classes.restoreYear': [],
  'staff.add': [['staffId', 'staffMember']],
  'staff.correct': [],
  'staff.leave': [],
  'calendar.enter': [['periodId', 'freePeriod']],
  'calendar.strike': [],
  'calendar.import': [],
  'settings.decideTimes': [],
  'settings.decideLimits': [],
  'views.keep': [['viewId', 'savedView']],
  'views.discard': [],
};

type Values = Readonly<Record<string, unknown>>;

/**
 * Whether a command may change the row it names with a fresh id after all: it is the very thing it speaks of.
 * A parked call is parked anew by its owner; a child has one tardiness a day; a report joins the absence of
 * the days it names.
 */
export function isItsOwn(table: TableName, row: Values, args: Values, actorId: string): boolean {
  switch (table) {
    case 'parkedCall':
    case 'savedView':
      return row.staffId === actorId;
    case 'tardiness':
      return row.studentId === args.studentId && row.day === args.day;
    case 'absence':
      return row.studentId === args.studentId && row.withdrawn === 0 && 'reportId' in args;
    default:
      return false;
  }
}
