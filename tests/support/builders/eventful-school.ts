import type { Actor } from '../../../src-shared/contract/command.ts';
import {
  aConcern,
  aDuty,
  aLeaveRequest,
  anAbsence,
  anAttempt,
  aReport,
  aRollCallMark,
  aWaitingReport,
} from './absences.ts';
import { aHandover } from './handovers.ts';
import { anId } from './ids.ts';
import {
  aClass,
  aFreePeriod,
  anInboxMessage,
  anOffice,
  aParkedCall,
  aPrincipal,
  aRollCall,
  aSetting,
  at,
  MONDAY,
  TUESDAY,
} from './school.ts';
import { inTable } from './seed.ts';
import type { SeedRow } from './seed-row.ts';
import { aGuardian, aGuardianship, aStudent } from './students.ts';

const guardian = aGuardian();
/** One person of each role. */
export const everyActor: readonly Actor[] = [
  anOffice(),
  aPrincipal(),
  { id: anId(), role: 'teacher', name: 'Jan Petersen' },
  { id: guardian.id, role: 'guardian', name: 'Aylin Yılmaz' },
];

/** A school in which something of every kind has happened to two children. */
export function anEventfulSchool(): SeedRow[] {
  const schoolClass = aClass();
  const rows: SeedRow[] = [
    inTable('schoolClass', schoolClass),
    inTable('guardian', guardian),
    inTable('freePeriod', aFreePeriod()),
    inTable('inboxMessage', anInboxMessage()),
    inTable('handover', aHandover()),
    inTable('parkedCall', aParkedCall({ staffId: anOffice().id })),
    inTable('inboxMessage', anInboxMessage({ state: 'recorded', settledBy: anOffice().id })),
    inTable('rollCall', aRollCall({ classId: schoolClass.id })),
    inTable('rollCall', aRollCall({ classId: schoolClass.id, staffId: anOffice().id })),
    aSetting('timeZone', 'Nowhere/Land'),
    aSetting('leaveLimitDays', 'viele'),
  ];
  for (const classId of [schoolClass.id, null]) {
    const { id: studentId, ...student } = aStudent({ classId });
    const [kept, withdrawn] = [
      anAbsence({ studentId, untilDay: TUESDAY }),
      anAbsence({ studentId, withdrawn: 1 }),
    ];
    const illness = { illness: 'measles', notedAt: '2026-11-23T07:00:00.000Z', healthOfficeNotifiedAt: null };
    rows.push(
      inTable('student', { id: studentId, ...student }),
      inTable('guardianship', aGuardianship({ studentId, guardianId: guardian.id })),
      inTable('absence', kept),
      inTable('absence', withdrawn),
      inTable('absenceAlias', { id: anId(), studentId, absenceId: kept.id }),
      inTable('absenceNotifiable', { id: kept.id, studentId, ...illness }),
      inTable('absenceReport', aReport({ studentId, absenceId: kept.id })),
      inTable('absenceReport', aReport({ studentId, absenceId: withdrawn.id, state: 'withdrawn' })),
      inTable('absenceReport', aWaitingReport({ studentId })),
      inTable('absenceReport', aReport({ studentId, state: 'rejected' })),
      ...decidedByOffice(studentId, kept.id),
      inTable('certificateDuty', aDuty({ studentId })),
      inTable('leaveRequest', aLeaveRequest({ studentId })),
      inTable('leaveRequest', aLeaveRequest({ studentId, state: 'granted', absenceId: kept.id })),
      inTable('leaveRequest', aLeaveRequest({ studentId, state: 'declined' })),
      inTable('rollCallMark', aRollCallMark({ studentId, day: MONDAY })),
      inTable('contactAttempt', anAttempt({ studentId })),
      ...doneByOffice(studentId, kept.id),
      inTable('caseConcern', aConcern({ studentId })),
    );
  }
  return rows;
}

/** Reports of the portal that the office has decided, one of them put right, and a change it has made. */
function decidedByOffice(studentId: string, absenceId: string): SeedRow[] {
  const decided = { studentId, channel: 'portal', decidedBy: anOffice().id, decidedAt: at('07:45') } as const;
  const asReported = JSON.stringify({ untilDay: null, remark: 'bis Freitag?' });
  const changes = JSON.stringify([{ field: 'excuse', from: 'open', to: 'excused' }]);
  const event = { absenceId, studentId, at: at('07:50'), actorName: anOffice().name, changes };
  return [
    inTable('absenceReport', aReport({ ...decided, absenceId, asReported })),
    inTable('absenceReport', aReport({ ...decided, state: 'rejected', rejection: 'Bitte anrufen.' })),
    inTable('absenceEvent', { ...event, id: anId(), kind: 'excuseDecided' }),
  ];
}

/** A tick and calls of the office, one of which has made the absence. */
function doneByOffice(studentId: string, absenceId: string): SeedRow[] {
  const own = { studentId, staffId: anOffice().id };
  const mark = aRollCallMark({ ...own, state: 'late', at: at('08:20') });
  const report = aReport({ studentId, absenceId, recordedBy: anOffice().id });
  return [
    inTable('rollCallMark', mark),
    inTable('absenceReport', report),
    inTable('contactAttempt', anAttempt({ ...own, outcome: 'justArrived', markId: mark.id })),
    inTable('contactAttempt', anAttempt({ ...own, outcome: 'reachedIll', reportId: report.id })),
  ];
}
