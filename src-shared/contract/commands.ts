import type { z } from 'zod';
import {
  correctAbsence,
  excuseAbsence,
  noteCertificate,
  noteWrittenExcuse,
  withdrawAbsence,
} from '../absences/correct.ts';
import { liftCertificateDuty, recordTardiness, requireCertificate } from '../absences/duties.ts';
import { declineLeave, grantLeave, requestLeave } from '../absences/leave.ts';
import { changeNotifiable, noteHealthOfficeNotice } from '../absences/notifiable.ts';
import { recordAbsence } from '../absences/record.ts';
import { reopenReport } from '../absences/reopen-report.ts';
import { acceptReport, rejectReport, reportAbsence } from '../absences/report.ts';
import { retractChange } from '../absences/retract-change.ts';
import { withdrawReport } from '../absences/withdraw-report.ts';
import { discardCall, parkCall } from '../calls/commands.ts';
import { recordAttempt, retractAttempt } from '../cases/attempts.ts';
import { decideConcern, raiseConcern } from '../cases/concerns.ts';
import { appointTeacher, relieveTeacher } from '../classes/commands.ts';
import { changeYear, restoreYear } from '../classes/year/commands.ts';
import { appointLead, correctGroup, foundGroup, relieveLead } from '../groups/commands.ts';
import {
  admitGuardian,
  admitStaff,
  admitStudents,
  dismissGuardian,
  dismissStaff,
  dismissStudent,
} from '../groups/member-commands.ts';
import { addGuardian, correctGuardian, moveHouse, noteContacts } from '../guardians/commands.ts';
import { mergeGuardians, separateGuardians } from '../guardians/merge/commands.ts';
import { correctTie, orderCalls, tieGuardian, untieGuardian } from '../guardians/tie-commands.ts';
import { settleHandover } from '../handovers/commands.ts';
import { reopenMessage, settleMessage } from '../inbox/commands.ts';
import { markStudent, reportClass, retractMark, retractRollCall } from '../roll-call/commands.ts';
import { applyRoster } from '../roster/commands.ts';
import { undoRoster } from '../roster/undo/command.ts';
import { enterPeriod, importPeriods, strikePeriod } from '../school/calendar-commands.ts';
import { decideLimits, decideTimes } from '../school/settings-commands.ts';
import { addStaff, correctStaff, leaveStaff } from '../staff/commands.ts';
import {
  correctStudent,
  enrolStudent,
  leaveSchool,
  moveStudent,
  readmitStudent,
} from '../students/commands.ts';
import { noteEmergencyContacts, notePickups } from '../students/contact-commands.ts';
import { discardView, keepView } from '../views/commands.ts';

/** All commands, by their wire name. An outbox entry is exactly `{ id, name, args }` of one of these. */
export const commands = {
  'absences.record': recordAbsence,
  'absences.report': reportAbsence,
  'absences.acceptReport': acceptReport,
  'absences.rejectReport': rejectReport,
  'absences.reopenReport': reopenReport,
  'absences.withdrawReport': withdrawReport,
  'absences.correct': correctAbsence,
  'absences.retractChange': retractChange,
  'absences.withdraw': withdrawAbsence,
  'absences.excuse': excuseAbsence,
  'absences.noteWrittenExcuse': noteWrittenExcuse,
  'absences.noteCertificate': noteCertificate,
  'absences.noteHealthOfficeNotice': noteHealthOfficeNotice,
  'absences.changeNotifiable': changeNotifiable,
  'absences.requireCertificate': requireCertificate,
  'absences.liftCertificateDuty': liftCertificateDuty,
  'absences.requestLeave': requestLeave,
  'absences.grantLeave': grantLeave,
  'absences.declineLeave': declineLeave,
  'absences.recordTardiness': recordTardiness,
  'inbox.settleMessage': settleMessage,
  'inbox.reopenMessage': reopenMessage,
  'handovers.settle': settleHandover,
  'calls.park': parkCall,
  'calls.discard': discardCall,
  'rollCall.mark': markStudent,
  'rollCall.retractMark': retractMark,
  'rollCall.report': reportClass,
  'rollCall.retract': retractRollCall,
  'cases.recordAttempt': recordAttempt,
  'cases.retractAttempt': retractAttempt,
  'cases.raiseConcern': raiseConcern,
  'cases.decideConcern': decideConcern,
  'roster.apply': applyRoster,
  'roster.undo': undoRoster,
  'students.enrol': enrolStudent,
  'students.correct': correctStudent,
  'students.move': moveStudent,
  'students.leave': leaveSchool,
  'students.readmit': readmitStudent,
  'students.noteEmergencyContacts': noteEmergencyContacts,
  'students.notePickups': notePickups,
  'guardians.add': addGuardian,
  'guardians.correct': correctGuardian,
  'guardians.noteContacts': noteContacts,
  'guardians.moveHouse': moveHouse,
  'guardians.tie': tieGuardian,
  'guardians.correctTie': correctTie,
  'guardians.untie': untieGuardian,
  'guardians.orderCalls': orderCalls,
  'guardians.merge': mergeGuardians,
  'guardians.separate': separateGuardians,
  'groups.found': foundGroup,
  'groups.correct': correctGroup,
  'groups.appointLead': appointLead,
  'groups.relieveLead': relieveLead,
  'groups.admitStudents': admitStudents,
  'groups.dismissStudent': dismissStudent,
  'groups.admitGuardian': admitGuardian,
  'groups.dismissGuardian': dismissGuardian,
  'groups.admitStaff': admitStaff,
  'groups.dismissStaff': dismissStaff,
  'classes.appoint': appointTeacher,
  'classes.relieve': relieveTeacher,
  'classes.changeYear': changeYear,
  'classes.restoreYear': restoreYear,
  'staff.add': addStaff,
  'staff.correct': correctStaff,
  'staff.leave': leaveStaff,
  'calendar.enter': enterPeriod,
  'calendar.strike': strikePeriod,
  'calendar.import': importPeriods,
  'settings.decideTimes': decideTimes,
  'settings.decideLimits': decideLimits,
  'views.keep': keepView,
  'views.discard': discardView,
} as const;

export type Commands = typeof commands;
export type CommandName = keyof Commands;
export type CommandArgs<N extends CommandName> = z.input<Commands[N]['args']>;

/** True for the wire name of a command. */
export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}
