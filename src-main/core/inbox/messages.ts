import { sql } from 'kysely';
import type { z } from 'zod';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import type { inboxMessageView } from '../../../src-shared/today/contract.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { fullName } from '../cases/ladder.ts';
import { canonicalPhone } from '../search/phone-digits.ts';
import { among } from '../today/among.ts';
import { groupedBy } from '../today/grouped.ts';
import { compareByClass, type NamedStudent, readStudents, shown } from '../today/people.ts';

type MessageView = z.output<typeof inboxMessageView>;

/** Messages on the answering machine that nobody has heard, the oldest first, with who the number belongs to. */
export async function newMessages(db: DomainReader, day: Day): Promise<MessageView[]> {
  const messages = await db
    .selectFrom('inboxMessage')
    .selectAll()
    .where('state', '=', 'new')
    .orderBy('receivedAt')
    .orderBy('id')
    .execute();
  const numbers = messages.flatMap(({ callerNumber }) => (callerNumber === null ? [] : [callerNumber]));
  const callers = await readCallers(db, numbers, day);
  const names = await readNames(
    db,
    messages.map(({ reopenedBy }) => reopenedBy),
  );
  return messages.map(({ id, receivedAt, durationSeconds, callerNumber, reopenedAt, reopenedBy }) => ({
    messageId: id,
    receivedAt,
    durationSeconds,
    callerNumber,
    callers: callerNumber === null ? [] : (callers.get(canonicalPhone(callerNumber)) ?? []),
    reopened: reopenedAt === null ? null : { at: reopenedAt, staffName: names.get(reopenedBy) ?? '' },
  }));
}

/** Full names of the staff who put messages back; mostly nobody did. */
async function readNames(
  db: DomainReader,
  staffIds: readonly (string | null)[],
): Promise<Map<string | null, string>> {
  const ids = staffIds.filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('staffMember')
    .select(['id', 'givenName', 'familyName'])
    .where(among('id', ids))
    .execute();
  return new Map(rows.map((row) => [row.id, fullName(row)]));
}

/** Guardians and their children by the number they call from. */
async function readCallers(
  db: DomainReader,
  numbers: readonly string[],
  day: Day,
): Promise<Map<string, MessageView['callers']>> {
  const wanted = new Set(numbers.map(canonicalPhone).filter((number) => number !== ''));
  const owners = wanted.size === 0 ? [] : await readOwners(db, wanted);
  if (owners.length === 0) return new Map();
  const ties = await db
    .selectFrom('guardianship')
    .select(['guardianId', 'studentId'])
    .where(
      among(
        'guardianId',
        owners.map((owner) => owner.guardianId),
      ),
    )
    .execute();
  const studentIds = ties.map((tie) => tie.studentId);
  const students = await readStudents(db, studentIds, day);
  const byGuardian = groupedBy(ties, (tie) => tie.guardianId);
  const callers = groupedBy(owners, (owner) => owner.number);
  return new Map(
    [...callers].map(([number, list]) => [
      number,
      list.map((owner) => callerView(owner, byGuardian.get(owner.guardianId) ?? [], students)),
    ]),
  );
}

interface Owner {
  readonly guardianId: string;
  readonly number: string;
  readonly name: string;
}

/** Whose numbers these are. SQLite compares the last digits; the whole number is compared here. */
async function readOwners(db: DomainReader, wanted: ReadonlySet<string>): Promise<Owner[]> {
  const endings = JSON.stringify([...wanted].map((number) => number.slice(-4)));
  const digits = sql<string>`replace(replace(replace(replace(${sql.ref('value')}, ' ', ''), '/', ''), '-', ''), ')', '')`;
  const rows = await db
    .selectFrom('guardianContact')
    .innerJoin('guardian', 'guardian.id', 'guardianContact.guardianId')
    .select(['guardianContact.guardianId', 'guardianContact.value'])
    .select(['guardian.givenName', 'guardian.familyName'])
    .where('guardianContact.kind', '=', 'phone')
    .where(sql<boolean>`substr(${digits}, -4) in (select value from json_each(${endings}))`)
    .execute();
  return rows
    .map((row) => ({
      guardianId: row.guardianId,
      number: canonicalPhone(row.value),
      name: fullName(row),
    }))
    .filter((owner) => wanted.has(owner.number));
}

function callerView(
  owner: Owner,
  ties: readonly { studentId: string }[],
  students: ReadonlyMap<string, NamedStudent>,
): MessageView['callers'][number] {
  const children = ties.flatMap((tie) => students.get(tie.studentId) ?? []).sort(compareByClass);
  return { guardianName: owner.name, students: children.map(shown) };
}
