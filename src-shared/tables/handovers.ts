import { syncedTable, text, textOrNull } from './column.ts';

/** What becomes of a handover: the office enters it as its own, or puts it away. */
export const handoverOutcomes = ['takenOver', 'setAside'] as const;
export type HandoverOutcome = (typeof handoverOutcomes)[number];

/**
 * What somebody wrote and the server could not accept, kept for the office because its author may not see the
 * child any more or has no copy of it left. `args` are the entry's arguments as JSON, as they were typed; they
 * can name a notifiable illness.
 */
export const handover = syncedTable({
  facet: 'office.handovers',
  root: 'school',
  rootColumn: null,
  morning: true,
  indexes: [['state']],
  columns: {
    id: text(),
    /** The child it is about; null when it is about none or several. */
    studentId: textOrNull(),
    authorId: text(),
    authorName: text(),
    /** Name of the command. */
    operation: text(),
    args: text(),
    /** The author's desk clock. */
    occurredAt: text(),
    handedOverAt: text(),
    state: text<'waiting' | HandoverOutcome>(),
    settledAt: textOrNull(),
    settledBy: textOrNull(),
  },
});
