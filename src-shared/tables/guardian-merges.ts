import { syncedTable, text } from './column.ts';

/**
 * That somebody was entered twice and is one person now: what taking it back needs. Hangs on the guardian who stays, and
 * goes with them. `rows` is JSON (history/row-pairs.ts). The id is the one the desk gave the merge.
 */
export const guardianMerge = syncedTable({
  facet: 'guardian.before',
  root: 'guardian',
  rootColumn: 'guardianId',
  morning: false,
  indexes: [['guardianId']],
  columns: {
    id: text(),
    guardianId: text(),
    /** The id that leads to `guardianId` since. */
    lostGuardianId: text(),
    /** Their name as it was, for the list of merges. */
    lostName: text(),
    at: text(),
    actorName: text(),
    rows: text(),
  },
});
