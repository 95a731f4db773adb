import type { CardGuardian } from '../../../src-shared/students/contract.ts';
import type { DomainReader, Row } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { among } from '../today/among.ts';
import { groupedBy } from '../today/grouped.ts';
import { compareByClass, readStudents, shown } from '../today/people.ts';

/** A child's guardians in the order of calls, each with contacts, address and the other children. */
export async function guardiansOf(db: DomainReader, studentId: string, today: Day): Promise<CardGuardian[]> {
  const ties = await db
    .selectFrom('guardianship')
    .innerJoin('guardian', 'guardian.id', 'guardianship.guardianId')
    .select(['guardianship.id as guardianshipId', 'guardianship.guardianId', 'guardianship.relation'])
    .select(['guardianship.hasCustody', 'guardianship.powerOfAttorney', 'guardianship.livesWith'])
    .select(['guardianship.blocked', 'guardianship.contactOrder', 'guardian.kind'])
    .select(['guardian.givenName', 'guardian.familyName', 'guardian.language'])
    .where('guardianship.studentId', '=', studentId)
    .orderBy('guardianship.contactOrder')
    .orderBy('guardianship.id')
    .execute();
  const ids = ties.map((tie) => tie.guardianId);
  const contacts = await readContacts(db, ids);
  const addresses = await readAddresses(db, ids);
  const others = await readOtherStudents(db, ids, studentId, today);
  return ties.map(({ hasCustody, powerOfAttorney, livesWith, blocked, ...tie }) => ({
    ...tie,
    hasCustody: hasCustody === 1,
    powerOfAttorney: powerOfAttorney === 1,
    livesWith: livesWith === 1,
    blocked: blocked === 1,
    contacts: contacts.get(tie.guardianId) ?? [],
    address: addresses.get(tie.guardianId) ?? null,
    otherStudents: others.get(tie.guardianId) ?? [],
  }));
}

async function readContacts(
  db: DomainReader,
  guardianIds: readonly string[],
): Promise<Map<string, CardGuardian['contacts']>> {
  const rows = await db
    .selectFrom('guardianContact')
    .selectAll()
    .where(among('guardianId', guardianIds))
    .orderBy('position')
    .orderBy('id')
    .execute();
  const byGuardian = groupedBy(rows, (row) => row.guardianId);
  const shownContact = ({ id, kind, label, value }: Row<'guardianContact'>) => ({
    contactId: id,
    kind,
    label,
    value,
  });
  return new Map([...byGuardian].map(([id, list]) => [id, list.map(shownContact)]));
}

async function readAddresses(
  db: DomainReader,
  guardianIds: readonly string[],
): Promise<Map<string, NonNullable<CardGuardian['address']>>> {
  const rows = await db.selectFrom('guardianAddress').selectAll().where(among('id', guardianIds)).execute();
  return new Map(rows.map(({ id, ...address }) => [id, address]));
}

async function readOtherStudents(
  db: DomainReader,
  guardianIds: readonly string[],
  studentId: string,
  today: Day,
): Promise<Map<string, CardGuardian['otherStudents']>> {
  const ties = await db
    .selectFrom('guardianship')
    .select(['guardianId', 'studentId'])
    .where(among('guardianId', guardianIds))
    .where('studentId', '!=', studentId)
    .execute();
  const students = await readStudents(
    db,
    ties.map((tie) => tie.studentId),
    today,
  );
  const byGuardian = groupedBy(ties, (tie) => tie.guardianId);
  return new Map(
    [...byGuardian].map(([id, list]) => [
      id,
      list
        .flatMap((tie) => students.get(tie.studentId) ?? [])
        .sort(compareByClass)
        .map(shown),
    ]),
  );
}
