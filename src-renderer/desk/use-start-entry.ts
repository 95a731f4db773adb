import { useMemo } from 'react';
import type { CallDraft } from '../../src-shared/calls/draft.ts';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { useQuery } from '../client/use-query.ts';
import type { DeskStart } from './desk-store.ts';
import { emptyEntry } from './entry.ts';
import type { KeptEntry } from './use-working-draft.ts';

/**
 * What the panel was opened for. A correction goes on where it was parked, if it was.
 * @returns `loading` until it is known; `gone` when the report was decided meanwhile
 */
export function useStartEntry(start: DeskStart): KeptEntry | 'loading' | 'gone' {
  const { reportId } = start;
  const parked = useQuery('desk.parkedCalls', reportId ? {} : null);
  const report = useQuery('desk.waitingReport', reportId ? { reportId } : null);
  return useMemo(() => {
    if (!reportId) return { callId: null, entry: entryOfStart(start) };
    const call = parked.data?.calls.find(({ draft }) => draft.reportId === reportId);
    if (call) return { callId: call.callId, entry: call.draft };
    if (report.data === undefined || parked.data === undefined)
      return report.failure || parked.failure ? 'gone' : 'loading';
    return report.data ? { callId: null, entry: entryOfReport(report.data) } : 'gone';
  }, [start, reportId, parked, report]);
}

/** A call without a child, and what it was opened with. */
export function nextEntry({ channel }: DeskStart): CallDraft {
  return channel ? { ...emptyEntry(), channel } : emptyEntry();
}

function entryOfStart(start: DeskStart): CallDraft {
  const { studentId, messageId, day } = start;
  const days = day === undefined ? {} : { fromDay: day, untilDay: day };
  const entry = { ...nextEntry(start), studentId: studentId ?? null, ...days };
  return messageId ? { ...entry, messageId, channel: 'answeringMachine' } : entry;
}

function entryOfReport(report: NonNullable<OperationResult<'desk.waitingReport'>>): CallDraft {
  const { reportId, studentId, guardianId, callbackNumber, channel, fromDay, untilDay } = report;
  const { reason, span, atTime, remark } = report;
  return {
    ...emptyEntry(),
    ...{ reportId, studentId, guardianId, callbackNumber, channel, fromDay, untilDay },
    ...{ reason, span, atTime },
    openEnded: untilDay === null,
    remark: remark ?? '',
  };
}
