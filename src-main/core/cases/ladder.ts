import type { z } from 'zod';
import type { ladderStep } from '../../../src-shared/cases/contract.ts';
import { stands } from '../../../src-shared/roll-call/standing.ts';
import type { DomainReader, Row } from '../../../src-shared/tables/registry.ts';
import { among } from '../today/among.ts';
import { groupedBy } from '../today/grouped.ts';

export type Phone = { label: string | null; number: string };

/** A guardian who may be called about a child. */
export interface Callable {
  readonly studentId: string;
  readonly guardianId: string;
  readonly name: string;
  readonly relation: Row<'guardianship'>['relation'];
  readonly phones: readonly Phone[];
}

/** Guardians of these children in contact order, by child; blocked ones are left out. */
export async function readCallables(
  db: DomainReader,
  studentIds: Iterable<string>,
): Promise<Map<string, Callable[]>> {
  const ties = await db
    .selectFrom('guardianship')
    .innerJoin('guardian', 'guardian.id', 'guardianship.guardianId')
    .select(['guardianship.studentId', 'guardianship.guardianId', 'guardianship.relation'])
    .select(['guardian.givenName', 'guardian.familyName', 'guardianship.contactOrder'])
    .where(among('guardianship.studentId', studentIds))
    .where('guardianship.blocked', '=', 0)
    .execute();
  ties.sort((left, right) => left.contactOrder - right.contactOrder);
  const phones = await readPhones(
    db,
    ties.map((tie) => tie.guardianId),
  );
  return groupedBy(
    ties.map(({ studentId, guardianId, relation, givenName, familyName }) => ({
      studentId,
      guardianId,
      relation,
      name: fullName({ givenName, familyName }),
      phones: phones.get(guardianId) ?? [],
    })),
    (callable) => callable.studentId,
  );
}

/** Phone numbers of guardians in their order, by guardian. */
export async function readPhones(
  db: DomainReader,
  guardianIds: Iterable<string>,
): Promise<Map<string, Phone[]>> {
  const rows = await db
    .selectFrom('guardianContact')
    .select(['guardianId', 'label', 'value', 'position'])
    .where(among('guardianId', guardianIds))
    .where('kind', '=', 'phone')
    .execute();
  rows.sort((left, right) => left.position - right.position);
  const byGuardian = groupedBy(rows, (row) => row.guardianId);
  return new Map(
    [...byGuardian].map(([id, list]) => [id, list.map(({ label, value }) => ({ label, number: value }))]),
  );
}

/** Emergency contacts of these children in their order, by child. */
export async function readEmergencyContacts(
  db: DomainReader,
  studentIds: Iterable<string>,
): Promise<Map<string, Row<'emergencyContact'>[]>> {
  const rows = await db
    .selectFrom('emergencyContact')
    .selectAll()
    .where(among('studentId', studentIds))
    .execute();
  rows.sort((left, right) => left.position - right.position);
  return groupedBy(rows, (row) => row.studentId);
}

/** Given name and family name as people say them. */
export function fullName({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return `${givenName} ${familyName}`.trim();
}

/** The people to call about each child, in order, with what the last call to each has told; calls taken back told nothing. */
export async function readLadders(
  db: DomainReader,
  studentIds: readonly string[],
  attempts: ReadonlyMap<string, readonly Row<'contactAttempt'>[]>,
): Promise<Map<string, z.output<typeof ladderStep>[]>> {
  const callables = await readCallables(db, studentIds);
  const contacts = await readEmergencyContacts(db, studentIds);
  return new Map(
    studentIds.map((studentId) => {
      const calls = (attempts.get(studentId) ?? []).filter(stands);
      const guardians = (callables.get(studentId) ?? []).map(({ guardianId, name, relation, phones }) => ({
        guardianId,
        name,
        relation,
        emergency: false,
        phones: [...phones],
        lastOutcome: calls.findLast((call) => call.guardianId === guardianId)?.outcome ?? null,
      }));
      const emergency = (contacts.get(studentId) ?? []).map(({ name, relation, phone }) => ({
        guardianId: null,
        name,
        relation,
        emergency: true,
        phones: [{ label: null, number: phone }],
        lastOutcome:
          calls.findLast((call) => call.guardianId === null && call.contactName === name)?.outcome ?? null,
      }));
      return [studentId, [...guardians, ...emergency]];
    }),
  );
}
