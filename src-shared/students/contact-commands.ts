import { z } from 'zod';
import { knowsStudent } from '../absences/find.ts';
import { idSchema } from '../absences/report-fields.ts';
import { accepted, type Change, create, defineCommand, put, refused, remove } from '../contract/command.ts';
import { contactEvent } from '../guardians/rows.ts';
import { fieldChanges } from '../history/differences.ts';

const ofStudent = { studentId: idSchema };
const named = z.object(ofStudent);
const subjects = (args: { studentId: string }) => [{ root: 'student' as const, id: args.studentId }];
const person = {
  name: z.string().trim().min(1).max(120),
  /** In the school's own words: Oma, Nachbarin … */
  relation: z.string().trim().max(60),
};

/** Notes all emergency contacts of a child, in the order in which they are to be called. */
export const noteEmergencyContacts = defineCommand('students.noteEmergencyContacts', {
  args: z.strictObject({
    ...ofStudent,
    contacts: z
      .array(z.strictObject({ contactId: idSchema, ...person, phone: z.string().trim().min(1).max(40) }))
      .max(12),
  }),
  result: named,
  subjects,
  rule: async (context, { studentId, contacts }) => {
    if (!(await knowsStudent(context.db, studentId))) return refused('studentUnknown');
    const before = await context.db
      .selectFrom('emergencyContact')
      .selectAll()
      .where('studentId', '=', studentId)
      .orderBy('position')
      .orderBy('id')
      .execute();
    const after = contacts.map(({ contactId: id, ...rest }, index) => ({
      id,
      studentId,
      ...rest,
      position: index + 1,
    }));
    const line = (list: typeof after) =>
      list.map(({ name, relation, phone }) => `${withRelation(name, relation)} ${phone}`).join(', ');
    const changed = fieldChanges({ contacts: line(before) }, { contacts: line(after) });
    if (changed.length === 0) return accepted([], { studentId });
    const known = new Set(before.map((row) => row.id));
    const kept = new Set(after.map((row) => row.id));
    const changes: Change[] = [
      ...before.filter(({ id }) => !kept.has(id)).map(({ id }) => remove('emergencyContact', id, studentId)),
      ...after.map((row) =>
        known.has(row.id) ? put('emergencyContact', row) : create('emergencyContact', row),
      ),
      contactEvent(context, studentId, 'emergencyContactsNoted', changed),
    ];
    return accepted(changes, { studentId });
  },
});

/** Notes everybody who may fetch a child besides its guardians. */
export const notePickups = defineCommand('students.notePickups', {
  args: z.strictObject({
    ...ofStudent,
    people: z.array(z.strictObject({ pickupId: idSchema, ...person })).max(20),
  }),
  result: named,
  subjects,
  rule: async (context, { studentId, people }) => {
    if (!(await knowsStudent(context.db, studentId))) return refused('studentUnknown');
    const before = await context.db
      .selectFrom('authorisedPickup')
      .selectAll()
      .where('studentId', '=', studentId)
      .orderBy('id')
      .execute();
    const after = people.map(({ pickupId: id, ...rest }) => ({ id, studentId, ...rest }));
    // The order of this list says nothing, so it is compared without one.
    const line = (list: typeof after) =>
      list
        .map(({ name, relation }) => withRelation(name, relation))
        .sort()
        .join(', ');
    const changed = fieldChanges({ pickups: line(before) }, { pickups: line(after) });
    if (changed.length === 0) return accepted([], { studentId });
    const known = new Set(before.map((row) => row.id));
    const kept = new Set(after.map((row) => row.id));
    const changes: Change[] = [
      ...before.filter(({ id }) => !kept.has(id)).map(({ id }) => remove('authorisedPickup', id, studentId)),
      ...after.map((row) =>
        known.has(row.id) ? put('authorisedPickup', row) : create('authorisedPickup', row),
      ),
      contactEvent(context, studentId, 'pickupsNoted', changed),
    ];
    return accepted(changes, { studentId });
  },
});

function withRelation(name: string, relation: string): string {
  return relation === '' ? name : `${name} (${relation})`;
}
