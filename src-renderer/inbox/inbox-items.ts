import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';

type Today = OperationResult<'today.office'>;
export type InboxReport = Today['reports'][number];
export type InboxMessage = Today['messages'][number];
export type Handover = OperationResult<'handovers.waiting'>['handovers'][number];

/** A line of the inbox. */
export type InboxItem =
  | { readonly kind: 'report'; readonly id: string; readonly at: string; readonly report: InboxReport }
  | { readonly kind: 'message'; readonly id: string; readonly at: string; readonly message: InboxMessage }
  | { readonly kind: 'handover'; readonly id: string; readonly at: string; readonly handover: Handover };

/** Reports, messages and handovers in one list, in the order in which they were made. */
export function inboxItems(
  reports: readonly InboxReport[],
  messages: readonly InboxMessage[],
  handovers: readonly Handover[],
): readonly InboxItem[] {
  const items: InboxItem[] = [
    ...reports.map((report) => ({
      kind: 'report' as const,
      id: report.reportId,
      at: report.takenAt,
      report,
    })),
    ...messages.map((message) => ({
      kind: 'message' as const,
      id: message.messageId,
      at: message.receivedAt,
      message,
    })),
    ...handovers.map((handover) => ({
      kind: 'handover' as const,
      id: handover.handoverId,
      at: handover.occurredAt,
      handover,
    })),
  ];
  return items.toSorted((a, b) => a.at.localeCompare(b.at));
}

/** The line that keys act on: the wanted child's report, else the chosen line, else the first. */
export function currentIndex(
  items: readonly InboxItem[],
  chosen: string | null,
  wantedStudent: string | null,
): number {
  const wanted = items.findIndex((item) => item.kind === 'report' && item.report.studentId === wantedStudent);
  if (wanted >= 0) return wanted;
  return Math.max(
    0,
    items.findIndex((item) => item.id === chosen),
  );
}

/** The id of the line above or below; stays at the ends. */
export function stepTo(items: readonly InboxItem[], at: number, by: 1 | -1): string | null {
  return items[Math.max(0, Math.min(items.length - 1, at + by))]?.id ?? null;
}
