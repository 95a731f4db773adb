import { classKey } from './class-key.ts';
import { addressKey, emailKey, phoneKey } from './contact-key.ts';
import type { CurrentGuardian, CurrentStudent } from './current.ts';
import { fillsLostLetters, hasLostLetters, isPoorerSpelling } from './name-key.ts';
import type { ClassMove, FieldChange, GuardianPerson, StudentRow } from './preview.ts';
import { isKeyOf } from './student-keys.ts';
import type { RosterPhone } from './types.ts';

interface Named {
  readonly givenName: string;
  readonly familyName: string;
}

/** What the file would change about a child. A cell that is empty in the file never empties a field of the school. */
export function studentChanges(row: StudentRow, student: CurrentStudent): FieldChange[] {
  const changes = nameChanges(student.id, row, student);
  const { birthDate, importKey } = row;
  if (birthDate && birthDate !== student.birthDate) {
    changes.push(change(student.id, 'birthDate', student.birthDate, birthDate));
  }
  if (importKey && !isKeyOf(importKey, student)) {
    changes.push(change(student.id, 'importKey', student.importKey, importKey));
  }
  return changes;
}

/** The class the file puts the child in, if it is another one. `classNames` maps a class key to the school's spelling. */
export function classMove(
  row: StudentRow,
  student: CurrentStudent,
  classNames: ReadonlyMap<string, string>,
): ClassMove | null {
  if (row.className === null) return null;
  const key = classKey(row.className);
  if (student.className !== null && classKey(student.className) === key) return null;
  return {
    ref: `move:${student.id}`,
    suggested: true,
    before: student.className,
    after: classNames.get(key) ?? row.className,
  };
}

/** What the file would change about a guardian: spelling and address; contacts are only ever added. */
export function guardianChanges(
  person: GuardianPerson,
  guardian: CurrentGuardian,
): { changes: FieldChange[]; addPhones: RosterPhone[]; addEmails: string[] } {
  const changes = nameChanges(guardian.id, person, guardian);
  if (addressKey(person) !== null && addressKey(person) !== addressKey(guardian)) {
    for (const field of ['street', 'postalCode', 'city'] as const) {
      const after = person[field];
      if (after !== null && after !== guardian[field])
        changes.push(change(guardian.id, field, guardian[field], after));
    }
  }
  const phones = new Set(guardian.phones.map((phone) => phoneKey(phone.value)));
  const addPhones = person.phones.filter((phone) => !phones.has(phoneKey(phone.value)));
  const emails = new Set(guardian.emails.map(emailKey));
  const addEmails = person.emails.filter((email) => !emails.has(emailKey(email)));
  if (addPhones.length > 0) {
    changes.push(
      change(guardian.id, 'phones', joined(guardian.phones.map(({ value }) => value)), list(addPhones)),
    );
  }
  if (addEmails.length > 0) {
    changes.push(change(guardian.id, 'emails', joined(guardian.emails), addEmails.join(', ')));
  }
  return { changes, addPhones, addEmails };
}

/** True when the file's spelling is left out because it has lost letters that the school knows. */
export function keepsLetters(row: Named, known: Named): boolean {
  return (
    fillsLostLetters(row.givenName, known.givenName) || fillsLostLetters(row.familyName, known.familyName)
  );
}

function nameChanges(id: string, row: Named, known: Named): FieldChange[] {
  return (['givenName', 'familyName'] as const).flatMap((field) => {
    const before = known[field];
    const after = row[field];
    if (after === before.normalize('NFC').replace(/\s+/g, ' ') || fillsLostLetters(after, before)) return [];
    return [
      {
        ...change(id, field, before, after),
        suggested: !isPoorerSpelling(before, after) && !hasLostLetters(after),
      },
    ];
  });
}

function change(id: string, field: FieldChange['field'], before: string | null, after: string): FieldChange {
  return { ref: `change:${id}:${field}`, suggested: true, field, before, after };
}

function list(phones: readonly RosterPhone[]): string {
  return phones.map(({ value }) => value).join(', ');
}

function joined(values: readonly string[]): string | null {
  return values.length > 0 ? values.join(', ') : null;
}
