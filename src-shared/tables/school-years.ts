import { syncedTable, text, textOrNull } from './column.ts';

/**
 * One change of the school year: every class got a successor or left. `rows` is JSON (history/row-pairs.ts): classes, who
 * is responsible for them and rules that name them, before and after; of children it says nothing.
 */
export const schoolYearChange = syncedTable({
  facet: 'school.directory',
  root: 'school',
  rootColumn: null,
  morning: true,
  indexes: [],
  columns: {
    id: text(),
    /** The first day in the new classes; the old ones end the day before. */
    firstDay: text(),
    /** `2027/28` */
    schoolYear: text(),
    at: text(),
    actorName: text(),
    rows: text(),
    undoneAt: textOrNull(),
    undoneBy: textOrNull(),
  },
});

/**
 * A child has come into another class. Of moves on one day the one that was decided last counts. A year's leavers have
 * one without a class to go to.
 */
export const classMove = syncedTable({
  facet: 'student.core',
  root: 'student',
  rootColumn: 'studentId',
  morning: true,
  indexes: [['studentId'], ['changeId']],
  columns: {
    id: text(),
    studentId: text(),
    /** Null for a child that was in none. */
    fromClassId: textOrNull(),
    toClassId: textOrNull(),
    /** The first day in the other class. */
    firstDay: text(),
    /** When it was decided, by the deciding clock. */
    at: text(),
    /** The change of the school year it belongs to, or null. */
    changeId: textOrNull(),
    /** Of a year's leaver: the last day that was known before. */
    leftOnBefore: textOrNull(),
  },
});
