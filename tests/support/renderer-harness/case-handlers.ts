import { NOW } from './data/moment.ts';
import type { Handlers } from './handlers.ts';
import { idOf } from './people.ts';
import { changed, type State } from './state.ts';

function closeCase(state: State, studentId: string): void {
  const { openCases } = state.today;
  const index = openCases.findIndex((open) => open.studentId === studentId);
  if (index >= 0) openCases.splice(index, 1);
  Object.assign(state.today, { unexplained: openCases.filter((open) => !open.waitingReport).length });
}

/** Today, the call ladder, the inbox and the class list. */
export const caseHandlers: Handlers = {
  'today.office': ({ today }) => today,
  'today.class': ({ schoolClass }) => schoolClass,
  'today.principal': ({ principal }) => principal,
  'cases.detail': ({ today }, { studentId }) => ({
    case: today.openCases.find((open) => open.studentId === studentId) ?? null,
  }),
  'cases.recordAttempt': (state, args) => {
    const open = state.today.openCases.find((found) => found.studentId === args.studentId);
    open?.attempts.push({ ...args, at: NOW, staffName: 'Yıldız', retractedAt: null });
    const step = open?.ladder.find((known) => known.guardianId === args.guardianId);
    if (step) step.lastOutcome = args.outcome;
    if (!['notReached', 'messageLeft'].includes(args.outcome)) closeCase(state, args.studentId);
    changed(state, 'contactAttempt');
    return { attemptId: args.attemptId };
  },
  'cases.retractAttempt': (state, { attemptId }) => {
    for (const { attempts, ladder } of state.today.openCases) {
      const attempt = attempts.find((made) => made.attemptId === attemptId);
      if (!attempt) continue;
      attempt.retractedAt = NOW;
      const step = ladder.find((known) => known.guardianId === attempt.guardianId);
      if (step) step.lastOutcome = null;
    }
    changed(state, 'contactAttempt');
    return { attemptId };
  },
  'cases.raiseConcern': (state, args) => {
    const open = state.today.openCases.find((found) => found.studentId === args.studentId);
    open?.concerns.push({ ...args, at: NOW, staffName: 'Yıldız', decision: null, decidedAt: null });
    changed(state, 'caseConcern');
    return { concernId: args.concernId };
  },
  'cases.decideConcern': (state, { concernId }) => {
    const { concerns } = state.principal;
    concerns.splice(
      concerns.findIndex((raised) => raised.concernId === concernId),
      1,
    );
    changed(state, 'caseConcern');
    return { concernId };
  },
  'absences.acceptReport': (state, { reportId, studentId, absenceId }) => {
    dropReport(state, reportId);
    closeCase(state, studentId);
    changed(state, 'absenceReport', 'absence');
    return { absenceId };
  },
  'absences.rejectReport': (state, { reportId }) => {
    dropReport(state, reportId);
    changed(state, 'absenceReport');
    return { reportId };
  },
  'absences.reopenReport': (state, { reportId }) => {
    const report = state.decided.find((one) => one.reportId === reportId);
    if (report) state.today.reports.push({ ...report, reopened: { at: NOW, staffName: 'Nermin Yıldız' } });
    changed(state, 'absenceReport');
    return { reportId };
  },
  'inbox.settleMessage': (state, { messageId }) => {
    state.settled.push(...state.today.messages.splice(0));
    changed(state, 'inboxMessage');
    return { messageId };
  },
  'inbox.reopenMessage': (state, { messageId }) => {
    const reopened = { at: NOW, staffName: 'Nermin Yıldız' };
    state.today.messages.push(...state.settled.splice(0).map((message) => ({ ...message, reopened })));
    changed(state, 'inboxMessage');
    return { messageId };
  },
  'rollCall.mark': (state, { markId, studentId, state: mark, minutesLate }) => {
    const line = state.schoolClass.lines.find((child) => child.studentId === studentId);
    const unexplained = mark === 'missing' && line?.absence === null && state.schoolClass.reported !== null;
    Object.assign(line ?? {}, { mark, minutesLate, unexplained });
    changed(state, 'rollCallMark');
    return { markId };
  },
  'rollCall.retractMark': (state, { markId, studentId }) => {
    const line = state.schoolClass.lines.find((child) => child.studentId === studentId);
    Object.assign(line ?? {}, { mark: null, minutesLate: null, unexplained: false });
    changed(state, 'rollCallMark');
    return { markId };
  },
  'rollCall.retract': (state, { rollCallId }) => {
    Object.assign(state.schoolClass, { reported: null, retracted: { at: NOW, staffName: 'Petersen' } });
    changed(state, 'rollCall');
    return { rollCallId };
  },
  'rollCall.report': (state, { rollCallId }) => {
    Object.assign(state.schoolClass, { reported: { at: NOW, staffName: 'Petersen' } });
    for (const line of state.schoolClass.lines)
      Object.assign(line, { unexplained: line.mark === 'missing' && line.absence === null });
    changed(state, 'rollCall');
    return { rollCallId };
  },
  'absences.grantLeave': (state, { requestId }) => {
    state.principal.leaves.length = 0;
    changed(state, 'leaveRequest');
    return { requestId };
  },
  'absences.declineLeave': (state, { requestId }) => {
    state.principal.leaves.length = 0;
    changed(state, 'leaveRequest');
    return { requestId };
  },
  'absences.noteHealthOfficeNotice': (state, { absenceId }) => {
    state.principal.notifiable.length = 0;
    changed(state, 'absenceNotifiable');
    return { absenceId: absenceId ?? idOf(0) };
  },
};

function dropReport(state: State, reportId: string): void {
  const { reports } = state.today;
  const index = reports.findIndex((report) => report.reportId === reportId);
  if (index >= 0) state.decided.push(...reports.splice(index, 1));
}
