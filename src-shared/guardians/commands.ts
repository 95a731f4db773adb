import { z } from 'zod';
import { idSchema } from '../absences/report-fields.ts';
import { onlyGiven } from '../absences/rows.ts';
import { accepted, type Change, create, defineCommand, put, refused, remove } from '../contract/command.ts';
import { fieldChanges } from '../history/differences.ts';
import type { Row } from '../tables/registry.ts';
import { findGuardian, guardianEvent } from './rows.ts';
import { contactKinds, guardianKinds } from './words.ts';

const ofGuardian = { guardianId: idSchema };
const named = z.object(ofGuardian);
const subjects = (args: { guardianId: string }) => [{ root: 'guardian' as const, id: args.guardianId }];
const lineSchema = z.string().trim().max(120);

const nameFields = {
  kind: z.enum(guardianKinds),
  /** Empty for an institution. */
  givenName: z.string().trim().max(120),
  familyName: z.string().trim().min(1).max(120),
  /** BCP 47, in which letters are wanted; null: German. */
  language: z.string().max(35).nullable(),
};
const contactSchema = z.strictObject({
  contactId: idSchema,
  kind: z.enum(contactKinds),
  label: z.string().trim().max(60).nullable(),
  value: z.string().trim().min(1).max(254),
});
const contactsSchema = z.array(contactSchema).max(20);
const addressFields = {
  street: lineSchema,
  postalCode: z.string().trim().max(12),
  city: lineSchema,
  /** Guardians of one household have one id here and get one paper copy; null: a household of its own. */
  householdId: idSchema.nullable(),
};

/** A guardian comes into the register; the tie to a child is a command of its own (`guardians.tie`). */
export const addGuardian = defineCommand('guardians.add', {
  args: z.strictObject({
    ...ofGuardian,
    ...nameFields,
    contacts: contactsSchema,
    address: z.strictObject(addressFields).nullable(),
  }),
  result: named,
  // Nobody's yet: who may add is decided for the school.
  subjects: () => [{ root: 'school', id: '-' }],
  rule: async (context, { guardianId, contacts, address, ...name }) => {
    const changes: Change[] = [
      create('guardian', { id: guardianId, ...name, importKey: null }),
      ...contacts.map((contact, index) => create('guardianContact', contactRow(guardianId, contact, index))),
    ];
    if (address) changes.push(create('guardianAddress', { id: guardianId, ...address }));
    changes.push(guardianEvent(context, guardianId, 'added', []));
    return accepted(changes, { guardianId });
  },
});

/** Corrects name, kind or language of a guardian. */
export const correctGuardian = defineCommand('guardians.correct', {
  args: z.strictObject({ ...ofGuardian, fields: z.strictObject(nameFields).partial() }),
  result: named,
  subjects,
  rule: async (context, { guardianId, fields }) => {
    const before = await findGuardian(context.db, guardianId);
    if (!before) return refused('guardianUnknown');
    const after = { ...before, ...onlyGiven(fields) };
    const changed = fieldChanges(before, after);
    if (changed.length === 0) return accepted([], { guardianId });
    return accepted([put('guardian', after), guardianEvent(context, guardianId, 'corrected', changed)], {
      guardianId,
    });
  },
});

/** Notes all phone numbers and e-mail addresses of a guardian, in the order in which they are to be tried. */
export const noteContacts = defineCommand('guardians.noteContacts', {
  args: z.strictObject({ ...ofGuardian, contacts: contactsSchema }),
  result: named,
  subjects,
  rule: async (context, { guardianId, contacts }) => {
    if (!(await findGuardian(context.db, guardianId))) return refused('guardianUnknown');
    const before = await context.db
      .selectFrom('guardianContact')
      .selectAll()
      .where('guardianId', '=', guardianId)
      .orderBy('position')
      .orderBy('id')
      .execute();
    const after = contacts.map((contact, index) => contactRow(guardianId, contact, index));
    const changed = fieldChanges({ contacts: listed(before) }, { contacts: listed(after) });
    if (changed.length === 0) return accepted([], { guardianId });
    const kept = new Set(after.map((contact) => contact.id));
    const known = new Set(before.map((contact) => contact.id));
    return accepted(
      [
        ...before
          .filter(({ id }) => !kept.has(id))
          .map(({ id }) => remove('guardianContact', id, guardianId)),
        ...after.map((row) =>
          known.has(row.id) ? put('guardianContact', row) : create('guardianContact', row),
        ),
        guardianEvent(context, guardianId, 'contactsNoted', changed),
      ],
      { guardianId },
    );
  },
});

/** A guardian has another address, or shares a household from now on. */
export const moveHouse = defineCommand('guardians.moveHouse', {
  args: z.strictObject({ ...ofGuardian, ...addressFields }),
  result: named,
  subjects,
  rule: async (context, { guardianId, ...address }) => {
    if (!(await findGuardian(context.db, guardianId))) return refused('guardianUnknown');
    const known = await context.db
      .selectFrom('guardianAddress')
      .selectAll()
      .where('id', '=', guardianId)
      .executeTakeFirst();
    const before = known ?? { id: guardianId, street: '', postalCode: '', city: '', householdId: null };
    const after = { ...before, ...address };
    const changed = fieldChanges(before, after);
    if (changed.length === 0) return accepted([], { guardianId });
    // The id of a household says nothing to anybody who reads a history.
    const shown = changed.map((one) =>
      one.field === 'householdId' ? { field: 'household', from: null, to: null } : one,
    );
    return accepted(
      [put('guardianAddress', after), guardianEvent(context, guardianId, 'movedHouse', shown)],
      {
        guardianId,
      },
    );
  },
});

function contactRow(
  guardianId: string,
  { contactId, kind, label, value }: z.output<typeof contactSchema>,
  index: number,
): Row<'guardianContact'> {
  return { id: contactId, guardianId, kind, label: label === '' ? null : label, value, position: index + 1 };
}

/** Contacts as one line of a history. */
function listed(contacts: readonly Row<'guardianContact'>[]): string {
  return contacts.map(({ label, value }) => (label ? `${value} (${label})` : value)).join(', ');
}
