import type { Stepwise, Tally } from '../values/stepwise.ts';
import { addressKey, emailKey, phoneKey } from './contact-key.ts';
import { groupBy } from './merge-rows.ts';
import { nameKey, personKey } from './name-key.ts';
import type { GuardianPerson } from './preview.ts';
import type { ParsedGuardian, RosterPhone } from './types.ts';

/** A guardian's line whose child is known. */
export interface GuardianLine extends ParsedGuardian {
  readonly file: string;
  readonly ref: string;
  /** Id of a child of the school, or the ref of a new one. */
  readonly studentRef: string;
  readonly studentGivenName: string;
  readonly studentFamilyName: string;
}

/** All lines that mean one guardian. */
export interface GuardianGroup {
  readonly person: GuardianPerson;
  /** One line per child. */
  readonly lines: readonly GuardianLine[];
}

interface Contact {
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly phones: readonly RosterPhone[];
  readonly emails: readonly string[];
}

/**
 * Puts the lines together that mean one guardian: the same name, and an address, phone or e-mail in common. An address
 * that differs keeps two people apart until somebody says that they are one. Two people may share an e-mail.
 */
export function* groupGuardians(lines: readonly GuardianLine[], tally: Tally): Stepwise<GuardianGroup[]> {
  const found: GuardianGroup[] = [];
  for (const namesakes of groupBy(lines, personKey).values()) {
    const groups: GuardianLine[][] = [];
    for (const line of namesakes) {
      if (tally.count()) yield;
      const equal = groups.find((group) =>
        group.some((other) => contactKey(other) === contactKey(line) && fits(group, line)),
      );
      const known = equal ?? groups.find((group) => fits(group, line));
      if (!known) groups.push([line]);
      else if (!known.some((other) => other.studentRef === line.studentRef)) known.push(line);
    }
    found.push(...groups.map(groupOf));
  }
  return found;
}

/** A group of its lines (at least one), with all that they say about the person. */
export function groupOf(lines: readonly GuardianLine[]): GuardianGroup {
  const [first, ...more] = lines.map(personOf);
  if (!first) throw new RangeError('a guardian has at least one line');
  return { person: more.reduce(joined, first), lines };
}

/** True when two entries have a phone, an e-mail or the address in common. */
export function sharesContact(left: Contact, right: Contact): boolean {
  const phones = new Set(left.phones.map((phone) => phoneKey(phone.value)));
  const emails = new Set(left.emails.map(emailKey));
  return (
    right.phones.some((phone) => phones.has(phoneKey(phone.value))) ||
    right.emails.some((email) => emails.has(emailKey(email))) ||
    (addressKey(left) !== null && addressKey(left) === addressKey(right))
  );
}

/** True when both have an address and the two differ. */
export function addressesDiffer(left: Contact, right: Contact): boolean {
  return addressKey(left) !== null && addressKey(right) !== null && addressKey(left) !== addressKey(right);
}

/** True when nothing but the name is known. */
export function hasNoContact(entry: Contact): boolean {
  return entry.phones.length === 0 && entry.emails.length === 0 && addressKey(entry) === null;
}

function fits(group: readonly GuardianLine[], line: GuardianLine): boolean {
  const forSameChild = group.find((other) => other.studentRef === line.studentRef);
  if (forSameChild) return contactKey(forSameChild) === contactKey(line);
  if (group.some((other) => addressesDiffer(other, line))) return false;
  if (group.some((other) => sharesContact(other, line))) return true;
  const siblings = group.some(
    (other) => nameKey(other.studentFamilyName) === nameKey(line.studentFamilyName),
  );
  return siblings && hasNoContact(line) && group.every(hasNoContact);
}

function contactKey(entry: Contact): string {
  const phones = entry.phones.map((phone) => phoneKey(phone.value)).sort();
  return JSON.stringify([addressKey(entry), phones, entry.emails.map(emailKey).sort()]);
}

/** What one line says about the person. */
export function personOf(line: GuardianLine): GuardianPerson {
  const { file, ref, givenName, familyName, street, postalCode, city, phones, emails } = line;
  return { file, line: line.line, ref, givenName, familyName, street, postalCode, city, phones, emails };
}

function joined(person: GuardianPerson, next: GuardianPerson): GuardianPerson {
  const phones = new Set(person.phones.map((phone) => phoneKey(phone.value)));
  const emails = new Set(person.emails.map(emailKey));
  const { street, postalCode, city } = person.street === null ? next : person;
  return {
    ...person,
    street,
    postalCode,
    city,
    phones: [...person.phones, ...next.phones.filter((phone) => !phones.has(phoneKey(phone.value)))],
    emails: [...person.emails, ...next.emails.filter((email) => !emails.has(emailKey(email)))],
  };
}
