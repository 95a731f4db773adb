import fc from 'fast-check';
import { notifiableIllnesses } from '../../../src-shared/absences/notifiable-illness.ts';
import {
  absenceReasons,
  absenceSpans,
  attemptOutcomes,
  concernFactors,
  excuseExpectations,
  excuses,
  reportChannels,
} from '../../../src-shared/absences/words.ts';
import { callDraftSchema } from '../../../src-shared/calls/draft.ts';
import type { CommandArgs, CommandName } from '../../../src-shared/contract/commands.ts';
import { handoverOutcomes } from '../../../src-shared/tables/handovers.ts';
import type { TableName } from '../../../src-shared/tables/registry.ts';
import { addDays } from '../../../src-shared/values/day.ts';
import { anyOfGroups, anyOfRegister } from './any-register-command.ts';
import { MONDAY } from './school.ts';

/** The commands a person gives; imports and their undo have tests of their own. */
export type MorningCommand = Exclude<CommandName, 'roster.apply' | 'roster.undo'>;

/** Any arguments a command's schema takes, naming ids of the pool, by command. */
export type AnyArgs = { readonly [N in MorningCommand]: fc.Arbitrary<CommandArgs<N>> };

const day = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -3, max: 6 }).map((offset) => addDays(MONDAY, offset)) },
  { weight: 1, arbitrary: fc.constantFrom('1900-01-01', '2028-02-29', '2199-12-31') },
);
const openEnd = fc.option(day, { freq: 4 });
const time = fc.option(fc.constantFrom('00:00', '08:30', '09:00', '12:00', '23:59'));
const words = fc.constantFrom('', 'Fieber', 'Özgür – 🙂', 'x'.repeat(60));
const remark = fc.option(words);
const lesson = fc.option(fc.integer({ min: 1, max: 12 }));
const minutes = fc.integer({ min: 1, max: 480 });
const one = <T>(list: readonly T[]) => fc.constantFrom(...list);
const flag = one([0, 1] as const);

const reported = {
  fromDay: day,
  untilDay: openEnd,
  reason: one(absenceReasons),
  span: one(absenceSpans),
  atTime: time,
  remark,
};
const corrections = fc.record(reported, { requiredKeys: [] });

interface Ids {
  readonly any: fc.Arbitrary<string>;
  /** Mostly an id of these tables. */
  readonly of: (...tables: TableName[]) => fc.Arbitrary<string>;
  readonly absence: fc.Arbitrary<string>;
}

/**
 * Arguments for all commands. Ids mostly name a row of the right kind, sometimes one of another kind, and
 * sometimes nothing.
 * @param idsOf the ids there are of a table
 * @param pool ids of all kinds, and of nothing
 */
export function anyArgs(idsOf: (table: TableName) => readonly string[], pool: readonly string[]): AnyArgs {
  const any = fc.constantFrom(...pool);
  const of = (...tables: TableName[]) => {
    const known = tables.flatMap(idsOf);
    if (known.length === 0) return any;
    return fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: any });
  };
  const ids: Ids = { any, of, absence: fc.oneof(of('absence', 'absenceAlias'), any) };
  return {
    ...anyReport(ids),
    ...anyCorrection(ids),
    ...anyDuty(ids),
    ...anyOfTheDay(ids),
    ...anyHandover(ids),
    ...anyOfRegister(of),
    ...anyOfGroups(of),
  };
}

function ofAbsence(ids: Ids) {
  return { absenceId: ids.absence, studentId: ids.of('student') };
}

function anyReport(ids: Ids) {
  return {
    'absences.record': fc.record({
      absenceId: ids.absence,
      reportId: ids.of('absenceReport'),
      studentId: ids.of('student'),
      ...reported,
      channel: one(reportChannels),
      guardianId: fc.option(ids.of('guardian')),
      reporterName: words,
      reporterRelation: words,
      callbackNumber: fc.option(fc.constant('0170 5550142')),
      fromLesson: lesson,
      untilLesson: lesson,
      excuseExpected: one(excuseExpectations),
      offAllDayCare: flag,
      offLunch: flag,
      notifiable: fc.option(one(notifiableIllnesses)),
    }),
    'absences.report': fc.record({
      reportId: ids.of('absenceReport'),
      studentId: ids.of('student'),
      ...reported,
    }),
    'absences.acceptReport': fc.record({ reportId: ids.of('absenceReport'), ...ofAbsence(ids), corrections }),
    'absences.rejectReport': fc.record({
      reportId: ids.of('absenceReport'),
      studentId: ids.of('student'),
      rejection: words,
    }),
    'absences.reopenReport': fc.record({ reportId: ids.of('absenceReport'), studentId: ids.of('student') }),
    'absences.withdrawReport': fc.record({ reportId: ids.of('absenceReport'), studentId: ids.of('student') }),
  };
}

function anyCorrection(ids: Ids) {
  return {
    'absences.correct': fc.record({ ...ofAbsence(ids), fields: corrections }),
    'absences.retractChange': fc.record({ ...ofAbsence(ids), eventId: ids.of('absenceEvent') }),
    'absences.withdraw': fc.record(ofAbsence(ids)),
    'absences.excuse': fc.record({ ...ofAbsence(ids), excuse: one(excuses) }),
    'absences.noteWrittenExcuse': fc.record({ ...ofAbsence(ids), on: day }),
    'absences.noteCertificate': fc.record({ ...ofAbsence(ids), on: day }),
    'absences.noteHealthOfficeNotice': fc.record(ofAbsence(ids)),
    'absences.changeNotifiable': fc.record({
      ...ofAbsence(ids),
      illness: fc.constantFrom('headLice' as const, 'measles' as const, null),
    }),
  };
}

function anyDuty(ids: Ids) {
  return {
    'absences.requireCertificate': fc.record({
      dutyId: ids.of('certificateDuty'),
      studentId: ids.of('student'),
      fromDay: day,
      untilDay: openEnd,
    }),
    'absences.liftCertificateDuty': fc.record({
      dutyId: ids.of('certificateDuty'),
      studentId: ids.of('student'),
    }),
    'absences.requestLeave': fc.record({
      requestId: ids.of('leaveRequest'),
      studentId: ids.of('student'),
      fromDay: day,
      untilDay: day,
      purpose: words,
    }),
    'absences.grantLeave': fc.record({ requestId: ids.of('leaveRequest'), ...ofAbsence(ids) }),
    'absences.declineLeave': fc.record({ requestId: ids.of('leaveRequest'), studentId: ids.of('student') }),
    'absences.recordTardiness': fc.record({
      tardinessId: ids.any,
      studentId: ids.of('student'),
      day,
      minutes,
      excused: fc.boolean(),
    }),
  };
}

function anyHandover(ids: Ids) {
  return {
    'handovers.settle': fc.record({ handoverId: ids.of('handover'), outcome: one(handoverOutcomes) }),
  };
}

function anyOfTheDay(ids: Ids) {
  return {
    'inbox.settleMessage': fc.record({
      messageId: ids.of('inboxMessage'),
      outcome: one(['recorded', 'dismissed'] as const),
    }),
    'inbox.reopenMessage': fc.record({ messageId: ids.of('inboxMessage') }),
    'calls.park': fc.record({
      callId: ids.of('parkedCall'),
      label: words,
      draft: words.map((query) => callDraftSchema.parse({ query })),
    }),
    'calls.discard': fc.record({ callId: ids.of('parkedCall') }),
    'rollCall.mark': fc.record({
      markId: ids.of('rollCallMark'),
      studentId: ids.of('student'),
      day,
      state: one(['missing', 'late', 'present'] as const),
      minutesLate: fc.option(minutes),
    }),
    'rollCall.retractMark': fc.record({ markId: ids.of('rollCallMark'), studentId: ids.of('student') }),
    'rollCall.retract': fc.record({ rollCallId: ids.of('rollCall'), classId: ids.of('schoolClass') }),
    'rollCall.report': fc.record({ rollCallId: ids.of('rollCall'), classId: ids.of('schoolClass'), day }),
    'cases.recordAttempt': fc.record({
      attemptId: ids.of('contactAttempt'),
      studentId: ids.of('student'),
      day,
      guardianId: fc.option(ids.of('guardian')),
      contactName: words,
      outcome: one(attemptOutcomes),
      note: remark,
    }),
    'cases.retractAttempt': fc.record({
      attemptId: ids.of('contactAttempt'),
      studentId: ids.of('student'),
    }),
    'cases.raiseConcern': fc.record({
      concernId: ids.of('caseConcern'),
      studentId: ids.of('student'),
      day,
      factor: one(concernFactors),
      note: remark,
    }),
    'cases.decideConcern': fc.record({
      concernId: ids.of('caseConcern'),
      studentId: ids.of('student'),
      decision: one(['police', 'keepCalling', 'cleared'] as const),
    }),
  };
}
