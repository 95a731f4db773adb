import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import { contactKey } from '../../../src-shared/roster/contact-key.ts';
import { rowsAmong } from '../../../src-shared/roster/rows-among.ts';
import { comparedWords } from '../../../src-shared/search/compared-words.ts';
import type { DomainReader, Row } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { groupedBy } from '../today/grouped.ts';
import { compareByClass, compareByName, readStudents } from '../today/people.ts';

type Pair = OperationResult<'students.duplicateGuardians'>['pairs'][number];
type Entry = Pair['one'];
type Guardian = Row<'guardian'>;

/**
 * Guardians of the school who may be one person, by name: those with equal names (Müller = Mueller, in any order) and a
 * contact or a child in common. A name alone proposes nobody: namesakes are normal.
 */
export async function duplicateGuardians(db: DomainReader, today: Day): Promise<Pair[]> {
  const guardians = await db.selectFrom('guardian').selectAll().execute();
  const byId = new Map(guardians.map((guardian) => [guardian.id, guardian]));
  const contacts = await db.selectFrom('guardianContact').selectAll().orderBy('position').execute();
  const ties = await db.selectFrom('guardianship').select(['guardianId', 'studentId']).execute();
  const found = new Map<string, { reason: Pair['reason']; one: Guardian; other: Guardian }>();
  const look = (reason: Pair['reason'], groups: Iterable<readonly { guardianId: string }[]>) => {
    for (const group of groups)
      for (const [one, other] of pairsOf(group)) {
        const [first, second] = [byId.get(one), byId.get(other)];
        if (!first || !second || found.has(`${one} ${other}`) || !isSameName(first, second)) continue;
        found.set(`${one} ${other}`, { reason, one: first, other: second });
      }
  };
  look('sameContact', groupedBy(contacts, contactKey).values());
  look('sameChild', groupedBy(ties, (tie) => tie.studentId).values());
  const entryOf = await entries(db, today, contacts, ties, [...found.values()]);
  return [...found.values()]
    .map(({ reason, one, other }) => ({ reason, one: entryOf(one), other: entryOf(other) }))
    .sort((left, right) => compareByName(left.one, right.one));
}

/** Each two different guardians of a group once, in the order of their ids. */
function pairsOf(group: readonly { guardianId: string }[]): [string, string][] {
  const ids = [...new Set(group.map(({ guardianId }) => guardianId))].sort();
  return ids.flatMap((one, at) => ids.slice(at + 1).map((other): [string, string] => [one, other]));
}

function isSameName(one: Guardian, other: Guardian): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  return words.shortened === others.shortened || words.writtenOut === others.writtenOut;
}

/** The words of a name in both spellings, in alphabetical order: some lists put the family name first. */
function wordsOf({ givenName, familyName }: Guardian): { shortened: string; writtenOut: string } {
  const words = comparedWords(`${givenName} ${familyName}`);
  const joined = (form: 'shortened' | 'writtenOutShortened') =>
    words
      .map((word) => word[form])
      .sort()
      .join(' ');
  return { shortened: joined('shortened'), writtenOut: joined('writtenOutShortened') };
}

async function entries(
  db: DomainReader,
  today: Day,
  contacts: readonly Row<'guardianContact'>[],
  ties: readonly { guardianId: string; studentId: string }[],
  found: readonly { one: Guardian; other: Guardian }[],
): Promise<(guardian: Guardian) => Entry> {
  const meant = new Set(found.flatMap(({ one, other }) => [one.id, other.id]));
  const own = ties.filter(({ guardianId }) => meant.has(guardianId));
  const students = await readStudents(
    db,
    own.map(({ studentId }) => studentId),
    today,
  );
  const addresses = await rowsAmong(db, 'guardianAddress', 'id', meant);
  return ({ id, givenName, familyName, language }) => {
    const address = addresses.find((row) => row.id === id);
    return {
      ...{ guardianId: id, givenName, familyName, language },
      contacts: contacts.filter((row) => row.guardianId === id).map(({ value }) => value),
      address: address ? `${address.street}, ${address.postalCode} ${address.city}` : null,
      students: own
        .flatMap((tie) => (tie.guardianId === id ? (students.get(tie.studentId) ?? []) : []))
        .sort(compareByClass)
        .map((student) => `${student.givenName} ${student.familyName}, ${student.className}`),
    };
  };
}
