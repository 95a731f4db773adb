import { syncedTable, text, textOrNull } from './column.ts';

const event = { id: text(), kind: text(), at: text(), actorName: text(), changes: textOrNull() } as const;

/**
 * What happened to a child's own data (name, class, birthday, care), for the people who see them.
 * `changes` is JSON: `[{field, from, to}]`.
 */
export const studentEvent = syncedTable({
  facet: 'student.core',
  root: 'student',
  rootColumn: 'studentId',
  morning: false,
  indexes: [['studentId']],
  columns: { ...event, studentId: text() },
});

/** What happened to the ties, emergency contacts and pick-up rights of a child. */
export const contactEvent = syncedTable({
  facet: 'student.contact',
  root: 'student',
  rootColumn: 'studentId',
  morning: false,
  indexes: [['studentId']],
  columns: { ...event, studentId: text() },
});

/** What happened to a guardian's name, address and contacts. */
export const guardianEvent = syncedTable({
  facet: 'guardian.contact',
  root: 'guardian',
  rootColumn: 'guardianId',
  morning: false,
  indexes: [['guardianId']],
  columns: { ...event, guardianId: text() },
});

/** One lost id that stands for a kept one: a child was entered twice. Later entries that name it still find it. */
export const studentAlias = syncedTable({
  facet: 'student.name',
  root: 'student',
  rootColumn: 'studentId',
  morning: false,
  indexes: [],
  columns: { id: text(), studentId: text() },
});

/** The same for a guardian. */
export const guardianAlias = syncedTable({
  facet: 'guardian.name',
  root: 'guardian',
  rootColumn: 'guardianId',
  morning: false,
  indexes: [],
  columns: { id: text(), guardianId: text() },
});

/** A saved view of a list (columns, filters, order as JSON); only the person who kept it has it. */
export const savedView = syncedTable({
  facet: 'staff.views',
  root: 'staff',
  rootColumn: 'staffId',
  morning: false,
  indexes: [['staffId']],
  columns: { id: text(), staffId: text(), screen: text(), name: text(), definition: text() },
});
