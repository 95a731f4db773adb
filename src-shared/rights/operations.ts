import type { AccountOperation } from '../accounts/contract.ts';
import type { Reach, Role } from './roles.ts';

type OperationRight = Record<Role, Reach>;

const office: OperationRight = {
  schoolOffice: 'all',
  principal: 'all',
  teacher: 'none',
  administrator: 'none',
  guardian: 'none',
};
const ownDesk: OperationRight = {
  schoolOffice: 'self',
  principal: 'self',
  teacher: 'self',
  administrator: 'none',
  guardian: 'none',
};
/** Who works here and with which role: the head's and the administrator's. */
const staffOffice: OperationRight = {
  schoolOffice: 'none',
  principal: 'all',
  teacher: 'none',
  administrator: 'all',
  guardian: 'none',
};
const officeAndOwnTeacher: OperationRight = { ...office, teacher: 'own' };
const principalOnly: OperationRight = {
  schoolOffice: 'none',
  principal: 'all',
  teacher: 'none',
  administrator: 'none',
  guardian: 'none',
};

/**
 * Who may do what, and to whom. `own` for a teacher: children of the classes they are responsible for today.
 * A decision (certificate duty, long leave, a second worrying factor) is the principal's.
 */
export const operationRights = {
  'absences.record': officeAndOwnTeacher,
  'absences.report': {
    schoolOffice: 'none',
    principal: 'none',
    teacher: 'none',
    administrator: 'none',
    guardian: 'own',
  },
  'absences.acceptReport': office,
  'absences.rejectReport': office,
  'absences.reopenReport': office,
  'absences.withdrawReport': officeAndOwnTeacher,
  'absences.correct': officeAndOwnTeacher,
  'absences.retractChange': officeAndOwnTeacher,
  'absences.withdraw': office,
  'absences.excuse': officeAndOwnTeacher,
  'absences.noteWrittenExcuse': officeAndOwnTeacher,
  'absences.noteCertificate': officeAndOwnTeacher,
  'absences.requireCertificate': principalOnly,
  'absences.liftCertificateDuty': principalOnly,
  'absences.requestLeave': officeAndOwnTeacher,
  'absences.grantLeave': { ...principalOnly, teacher: 'own' },
  'absences.declineLeave': { ...principalOnly, teacher: 'own' },
  'absences.recordTardiness': officeAndOwnTeacher,
  'absences.noteHealthOfficeNotice': office,
  'absences.changeNotifiable': office,
  'inbox.settleMessage': office,
  'inbox.reopenMessage': office,
  'handovers.settle': office,
  'calls.park': ownDesk,
  'calls.discard': ownDesk,
  'rollCall.mark': officeAndOwnTeacher,
  'rollCall.retractMark': officeAndOwnTeacher,
  'rollCall.report': officeAndOwnTeacher,
  'rollCall.retract': officeAndOwnTeacher,
  'cases.recordAttempt': officeAndOwnTeacher,
  'cases.retractAttempt': officeAndOwnTeacher,
  'cases.raiseConcern': officeAndOwnTeacher,
  'cases.decideConcern': principalOnly,
  'roster.apply': office,
  'roster.undo': office,
  'students.enrol': office,
  'students.correct': office,
  'students.move': office,
  'students.leave': office,
  'students.readmit': office,
  'students.noteEmergencyContacts': office,
  'students.notePickups': office,
  'guardians.add': office,
  'guardians.correct': office,
  'guardians.noteContacts': office,
  'guardians.moveHouse': office,
  'guardians.tie': office,
  'guardians.correctTie': office,
  'guardians.untie': office,
  'guardians.orderCalls': office,
  'guardians.merge': office,
  'guardians.separate': office,
  'groups.found': office,
  'groups.correct': office,
  'groups.appointLead': office,
  'groups.relieveLead': office,
  'groups.admitStudents': officeAndOwnTeacher,
  'groups.dismissStudent': officeAndOwnTeacher,
  'groups.admitGuardian': office,
  'groups.dismissGuardian': office,
  'groups.admitStaff': office,
  'groups.dismissStaff': office,
  'classes.appoint': office,
  'classes.relieve': office,
  'classes.changeYear': office,
  'classes.restoreYear': office,
  'staff.add': staffOffice,
  'staff.correct': staffOffice,
  'staff.leave': staffOffice,
  'calendar.enter': office,
  'calendar.strike': office,
  'calendar.import': office,
  'settings.decideTimes': { ...office, administrator: 'all' },
  'settings.decideLimits': office,
  'views.keep': ownDesk,
  'views.discard': ownDesk,
} as const satisfies Record<string, OperationRight>;

export type OperationName = keyof typeof operationRights;

/** What is asked of the server alone (accounts are in no cache), by the same roles. */
export const serverOperationRights = {
  'accounts.list': staffOffice,
  'accounts.open': staffOffice,
  'accounts.renew': staffOffice,
  'accounts.lock': staffOffice,
  'accounts.unlock': staffOffice,
  'accounts.revokeDevice': staffOffice,
} as const satisfies Record<AccountOperation, OperationRight>;

const everyRight: Readonly<Record<string, OperationRight>> = { ...operationRights, ...serverOperationRights };

/** How far a role may use an operation; unknown names reach nowhere. */
export function operationReach(role: Role, name: string): Reach {
  return Object.hasOwn(everyRight, name) ? (everyRight[name]?.[role] ?? 'none') : 'none';
}
