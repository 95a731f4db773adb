import type { OperationResult } from '../../../../src-shared/contract/staff-contract.ts';
import { idOf } from '../people.ts';
import { NOW } from './moment.ts';

type Handover = OperationResult<'handovers.waiting'>['handovers'][number];
type RefusedEntry = OperationResult<'sync.entries'>['attention'][number];

const mia = {
  studentId: idOf(42),
  givenName: 'Mia-Sophie',
  familyName: 'Wiśniewska',
  className: '2b',
};

/** A sick note of a teacher whose child has moved, and a call about one who has left. */
export function handoversOfTheMorning(): Handover[] {
  const note = {
    absenceId: idOf(9),
    studentId: mia.studentId,
    fromDay: '2025-11-24',
    untilDay: null,
    reason: 'illness',
    span: 'wholeDay',
    atTime: null,
    remark: 'Die Großmutter holt morgen das Heft ab.',
    channel: 'phone',
    reporterName: 'Piotr Wiśniewski',
    reporterRelation: 'father',
    callbackNumber: '0151 4470 2291',
    excuseExpected: 'written',
    offAllDayCare: 1,
    offLunch: 0,
    notifiable: 'scarletFever',
  };
  const call = {
    studentId: idOf(77),
    day: '2025-11-24',
    contactName: 'Frau Özdemir',
    outcome: 'messageLeft',
  };
  return [
    {
      handoverId: idOf(700),
      student: mia,
      authorName: 'Jan Petersen',
      operation: 'absences.record',
      args: JSON.stringify(note),
      occurredAt: '2025-11-24T06:31:00.000Z',
      mayTakeOver: true,
    },
    {
      handoverId: idOf(701),
      student: null,
      authorName: 'Ruth Sommer',
      operation: 'cases.recordAttempt',
      args: JSON.stringify({ ...call, note: 'Ruft nach der zweiten Stunde zurück.' }),
      occurredAt: '2025-11-24T06:55:00.000Z',
      mayTakeOver: false,
    },
  ];
}

/** The attention of the teacher whose note it was. */
export function handedOverNote(): RefusedEntry {
  return {
    entryId: idOf(702),
    name: 'absences.record',
    occurredAt: '2025-11-24T06:31:00.000Z',
    studentId: mia.studentId,
    studentName: 'Mia-Sophie Wiśniewska',
    reason: 'forbidden',
    refusedAt: NOW,
    chain: 0,
    args: JSON.stringify({ studentId: mia.studentId }),
    handedOver: true,
  };
}
