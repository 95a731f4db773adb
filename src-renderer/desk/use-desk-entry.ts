import { useCallback, useEffect, useState } from 'react';
import type { CallDraft } from '../../src-shared/calls/draft.ts';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { useClient } from '../client/client.tsx';
import { useQuery } from '../client/use-query.ts';
import { useDesk } from './desk-store.ts';
import { emptyEntry, isEmpty } from './entry.ts';
import { useWorkingDraft } from './use-working-draft.ts';

type ParkedCall = OperationResult<'desk.parkedCalls'>['calls'][number];

/** The entry in the panel, kept on this desk at every change. */
export interface DeskState {
  readonly entry: CallDraft;
  /** The parked call it is, or null. */
  readonly callId: string | null;
  /** The waiting report it corrects, or null. */
  readonly reportId: string | null;
  /** False until it is known what the last session left behind. */
  readonly ready: boolean;
  readonly change: (entry: CallDraft) => void;
  readonly begin: () => void;
  readonly resume: (call: ParkedCall) => void;
  /** Forgets the entry kept on this desk: it was saved or parked. Resolves when it is forgotten. */
  readonly forget: () => Promise<void>;
}

/** The panel's entry: what a start asks for, else what was being typed when the app last stopped, else a new call. */
export function useDeskEntry(): DeskState {
  const start = useDesk((state) => state.start);
  const left = useLeftBehind();
  const keep = useWorkingDraft();
  const [state, setState] = useState<{
    entry: CallDraft;
    callId: string | null;
    reportId: string | null;
  } | null>(null);
  const asked = useStartEntry();
  useEffect(() => {
    if (state || !left || asked === 'loading') return;
    if (asked) setState(asked);
    else if (left.draft && !isEmpty(left.draft))
      setState({ entry: left.draft, callId: left.callId, reportId: null });
    else setState({ entry: emptyEntry(start.query), callId: null, reportId: null });
  }, [state, left, asked, start.query]);
  const set = useCallback(
    (entry: CallDraft, callId: string | null, reportId: string | null) => {
      setState({ entry, callId, reportId });
      void keep(callId, isEmpty(entry) || reportId ? null : entry);
    },
    [keep],
  );
  const present = state ?? { entry: emptyEntry(), callId: null, reportId: null };
  return {
    ...present,
    ready: state !== null,
    change: (entry) => set(entry, present.callId, present.reportId),
    begin: () => set(emptyEntry(), null, null),
    resume: (call) => set(call.draft, call.callId, null),
    forget: () => keep(null, null),
  };
}

/** What was being typed when the panel or the app last closed; asked anew each time, an older answer may be parked by now. */
function useLeftBehind(): OperationResult<'desk.workingDraft'> | null {
  const { ask } = useClient();
  const [left, setLeft] = useState<OperationResult<'desk.workingDraft'> | null>(null);
  useEffect(() => {
    let asking = true;
    void ask('desk.workingDraft', {}).then((answer) => {
      if (asking) setLeft(answer.ok ? answer.result : { callId: null, draft: null });
    });
    return () => {
      asking = false;
    };
  }, [ask]);
  return left;
}

/** What the panel was opened for: a child, a report to correct, a message to take down, a parked call. */
function useStartEntry():
  | { entry: CallDraft; callId: string | null; reportId: string | null }
  | 'loading'
  | null {
  const start = useDesk((state) => state.start);
  const parked = useQuery('desk.parkedCalls', start.callId ? {} : null);
  const today = useQuery('today.office', start.reportId ? {} : null);
  if (start.callId) {
    const call = parked.data?.calls.find(({ callId }) => callId === start.callId);
    return parked.data
      ? (call && { entry: call.draft, callId: call.callId, reportId: null }) || null
      : 'loading';
  }
  if (start.reportId) {
    const report = today.data?.reports.find(({ reportId }) => reportId === start.reportId);
    if (!today.data) return 'loading';
    return report ? { entry: entryOfReport(report), callId: null, reportId: report.reportId } : null;
  }
  if (!start.studentId && !start.messageId) return null;
  const entry = {
    ...emptyEntry(start.query),
    studentId: start.studentId ?? null,
    messageId: start.messageId ?? null,
  };
  return {
    entry: start.messageId ? { ...entry, channel: 'answeringMachine' } : entry,
    callId: null,
    reportId: null,
  };
}

function entryOfReport(report: OperationResult<'today.office'>['reports'][number]): CallDraft {
  return {
    ...emptyEntry(),
    studentId: report.studentId,
    reason: report.reason,
    fromDay: report.fromDay,
    untilDay: report.untilDay,
    openEnded: report.untilDay === null,
    span: report.span,
    atTime: report.atTime,
    channel: 'portal',
    remark: report.remark ?? '',
  };
}
