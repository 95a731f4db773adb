import { integer, syncedTable, text, textOrNull } from './column.ts';

/** A list that was read in: when, by whom, from which files. Written by the parts of `roster.apply`. */
export const rosterImport = syncedTable({
  facet: 'school.imports',
  root: 'school',
  rootColumn: null,
  morning: false,
  indexes: [],
  columns: {
    id: text(),
    /** When the first part was made at the desk. */
    at: text(),
    staffId: text(),
    /** JSON (roster/import-files.ts): the files' names, formats and lines. */
    files: text(),
    parts: integer(),
    /** Parts carried out; fewer than `parts` while they arrive, and for good when somebody stopped it. */
    partsDone: integer(),
    /** Rows made or changed so far. */
    rows: integer(),
    /** JSON (roster/undo/row-image.ts): the classes it made, for taking them back. */
    classes: text(),
    /** Parts taken back, counted from the last one. */
    partsUndone: integer(),
    undoneAt: textOrNull(),
    undoneBy: textOrNull(),
  },
});

/**
 * What one part of an import changed on a child, and how it was before: what its undo needs. Hangs on the child, so that
 * nobody holds it who may not see the child, and goes with the child. `rows` is JSON (roster/undo/row-image.ts).
 */
export const studentBefore = syncedTable({
  facet: 'student.before',
  root: 'student',
  rootColumn: 'studentId',
  morning: false,
  indexes: [['importId', 'part'], ['studentId']],
  columns: { id: text(), importId: text(), part: integer(), studentId: text(), rows: text() },
});

/** The same for a guardian. */
export const guardianBefore = syncedTable({
  facet: 'guardian.before',
  root: 'guardian',
  rootColumn: 'guardianId',
  morning: false,
  indexes: [['importId', 'part'], ['guardianId']],
  columns: { id: text(), importId: text(), part: integer(), guardianId: text(), rows: text() },
});
