import type { GroupKind } from '../groups/words.ts';
import { syncedTable, text, textOrNull } from './column.ts';

/** A course, club, care group, committee, staff group or a group for one occasion. Its name is no secret, its members are. */
export const schoolGroup = syncedTable({
  facet: 'school.directory',
  root: 'school',
  rootColumn: null,
  morning: true,
  indexes: [],
  columns: {
    id: text(),
    name: text(),
    kind: text<GroupKind>(),
    /** JSON (groups/rule.ts): who fits is in. Null: members are entered by hand. */
    rule: textOrNull(),
    note: textOrNull(),
    fromDay: text(),
    /** The last day; null while it goes on. */
    untilDay: textOrNull(),
  },
});

/** Who leads a group, and for how long: its children are a teacher's own as those of a class are. */
export const groupLead = syncedTable({
  facet: 'school.directory',
  root: 'school',
  rootColumn: null,
  morning: true,
  indexes: [['groupId'], ['staffId']],
  columns: { id: text(), groupId: text(), staffId: text(), fromDay: text(), untilDay: textOrNull() },
});

/** A child in a group, entered by hand. `untilDay` is the last day. */
export const studentMembership = syncedTable({
  facet: 'student.groups',
  root: 'student',
  rootColumn: 'studentId',
  morning: false,
  indexes: [['studentId'], ['groupId']],
  columns: { id: text(), studentId: text(), groupId: text(), fromDay: text(), untilDay: textOrNull() },
});

/** A guardian in a committee. `duty`: chair, deputy …, in the school's own words. */
export const guardianMembership = syncedTable({
  facet: 'guardian.groups',
  root: 'guardian',
  rootColumn: 'guardianId',
  morning: false,
  indexes: [['guardianId'], ['groupId']],
  columns: {
    id: text(),
    guardianId: text(),
    groupId: text(),
    duty: textOrNull(),
    fromDay: text(),
    untilDay: textOrNull(),
  },
});

/** A member of staff in a staff group or committee. */
export const staffMembership = syncedTable({
  facet: 'school.directory',
  root: 'school',
  rootColumn: null,
  morning: false,
  indexes: [['groupId'], ['staffId']],
  columns: {
    id: text(),
    staffId: text(),
    groupId: text(),
    duty: textOrNull(),
    fromDay: text(),
    untilDay: textOrNull(),
  },
});
