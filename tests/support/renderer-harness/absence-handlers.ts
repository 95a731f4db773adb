import { addDays } from '../../../src-shared/values/day.ts';
import { absenceDetail, freeDays, schoolClasses } from './absence-year.ts';
import { DAY } from './data/moment.ts';
import type { Handlers } from './handlers.ts';
import { idOf } from './people.ts';
import { changed, type State } from './state.ts';

type Line = State['absences'][number];

function changeLine(state: State, absenceId: string, fields: Partial<Line>) {
  const line = state.absences.find((known) => known.absenceId === absenceId);
  const eventId = idOf(9_000 + state.changes.size);
  state.changes.set(eventId, { ...line });
  Object.assign(line ?? {}, fields);
  changed(state, 'absence', 'absenceEvent');
  return { absenceId, eventId };
}

/** Lists and details of absences, and what can be done with one. */
export const absenceHandlers: Handlers = {
  'absences.exportSchild': () => ({
    fileName: 'SchuelerFehlstunden.dat',
    mediaType: 'text/plain',
    data: '',
    rows: 41,
  }),
  'absences.list': ({ absences }, args) => {
    const className = schoolClasses.find(({ classId }) => classId === args.classId)?.name;
    const lines = absences
      .filter((line) => line.fromDay <= args.untilDay && (line.untilDay ?? '9999') >= args.fromDay)
      .filter((line) => className === undefined || line.className === className)
      .filter((line) => args.reason === null || line.reason === args.reason)
      .filter((line) => args.excuse === null || line.excuse === args.excuse)
      .filter((line) => !args.onlyOverdue || line.excuseOverdue)
      .filter((line) => args.withWithdrawn || !line.withdrawn);
    return { lines, freeDays: freeDays(args.fromDay, args.untilDay) };
  },
  'absences.classes': () => ({ classes: schoolClasses }),
  'absences.detail': ({ absences }, { absenceId }) => {
    const line = absences.find((known) => known.absenceId === absenceId);
    return line ? absenceDetail(line) : null;
  },
  'absences.ofStudent': (state, { studentId }) => studentYear(state, studentId),
  'absences.excuse': (state, { absenceId, excuse }) =>
    changeLine(state, absenceId, { excuse, excuseOverdue: false }),
  'absences.noteWrittenExcuse': (state, { absenceId, on }) =>
    changeLine(state, absenceId, { writtenExcuseOn: on, excuse: 'excused', excuseOverdue: false }),
  'absences.noteCertificate': (state, { absenceId, on }) =>
    changeLine(state, absenceId, { certificateSeenOn: on, excuse: 'excused', excuseOverdue: false }),
  'absences.retractChange': (state, { absenceId, eventId }) => {
    const line = state.absences.find((known) => known.absenceId === absenceId);
    Object.assign(line ?? {}, state.changes.get(eventId));
    changed(state, 'absence', 'absenceEvent');
    return { absenceId };
  },
  'absences.withdraw': (state, { absenceId }) => changeLine(state, absenceId, { withdrawn: true }),
  'absences.correct': (state, { absenceId, fields }) => {
    // Undefined fields were not given; the window sends none.
    return changeLine(state, absenceId, fields as Partial<Line>);
  },
  'absences.recordTardiness': (state, { tardinessId, day, minutes, excused }) => {
    state.tardiness.unshift({ tardinessId, day, minutes, excuse: excused ? 'excused' : 'open' });
    changed(state, 'tardiness');
    return { tardinessId };
  },
  'absences.requestLeave': (state, { requestId, fromDay, untilDay, purpose }) => {
    state.leaveRequests.unshift({ requestId, fromDay, untilDay, purpose, state: 'requested' });
    changed(state, 'leaveRequest');
    return { requestId };
  },
  'absences.requireCertificate': (state, { dutyId, fromDay, untilDay }) => {
    state.certificateDuties.unshift({ dutyId, fromDay, untilDay });
    changed(state, 'certificateDuty');
    return { dutyId };
  },
  'absences.liftCertificateDuty': (state, { dutyId }) => {
    const duty = state.certificateDuties.find((known) => known.dutyId === dutyId);
    if (duty) duty.untilDay = addDays(DAY, -1);
    changed(state, 'certificateDuty');
    return { dutyId };
  },
};

function studentYear(state: State, studentId: string) {
  const lines = state.absences.filter((line) => line.studentId === studentId && !line.withdrawn);
  const [first] = lines;
  if (!first) return null;
  const { givenName, familyName, className } = first;
  const { tardiness, leaveRequests, certificateDuties } = state;
  return {
    studentId,
    givenName,
    familyName,
    className,
    excusedDays: 11,
    unexcusedDays: 2,
    openDays: 1,
    byWeekday: [6, 1, 2, 0, 5],
    tardiness,
    leaveRequests,
    certificateDuties,
    lines,
  };
}
