import type { Reach, Role } from './roles.ts';

type OperationRight = Record<Role, Reach>;

const office: OperationRight = {
  schoolOffice: 'all',
  principal: 'all',
  teacher: 'none',
  administrator: 'none',
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
  'absences.withdrawReport': officeAndOwnTeacher,
  'absences.correct': officeAndOwnTeacher,
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
  'inbox.settleMessage': office,
  'calls.park': {
    schoolOffice: 'self',
    principal: 'self',
    teacher: 'self',
    administrator: 'none',
    guardian: 'none',
  },
  'calls.discard': {
    schoolOffice: 'self',
    principal: 'self',
    teacher: 'self',
    administrator: 'none',
    guardian: 'none',
  },
  'rollCall.mark': officeAndOwnTeacher,
  'rollCall.report': officeAndOwnTeacher,
  'cases.recordAttempt': officeAndOwnTeacher,
  'cases.raiseConcern': officeAndOwnTeacher,
  'cases.decideConcern': principalOnly,
  'roster.apply': office,
} as const satisfies Record<string, OperationRight>;

export type OperationName = keyof typeof operationRights;

/** How far a role may use an operation; unknown names reach nowhere. */
export function operationReach(role: Role, name: string): Reach {
  return isOperation(name) ? operationRights[name][role] : 'none';
}

function isOperation(name: string): name is OperationName {
  return Object.hasOwn(operationRights, name);
}
