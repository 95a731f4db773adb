import { describe, expect, it } from 'vitest';
import { guardianRelations } from '../../../src-shared/tables/students.ts';
import { childNamed, grouped, makeSchool } from './make-school.ts';

const school = makeSchool();
const { rows } = school;
const ties = grouped(rows.guardianship, (one) => one.studentId);
const households = new Map(rows.guardianAddress.map((one) => [one.id, one.householdId]));
const contacts = grouped(rows.guardianContact, (one) => one.guardianId);

/** The guardianships of a child, first contact first. */
function tiesOf(name: string, className?: string) {
  const found = ties.get(childNamed(school, name, className).id) ?? [];
  return found.toSorted((left, right) => left.contactOrder - right.contactOrder);
}

function childrenWith(test: (of: typeof rows.guardianship) => boolean): number {
  return [...ties.values()].filter(test).length;
}

describe('households of every kind', () => {
  it('every relation occurs', () => {
    expect(new Set(rows.guardianship.map((one) => one.relation))).toEqual(new Set(guardianRelations));
  });

  it('contact orders run from 1 without gaps', () => {
    for (const of of ties.values())
      expect(of.map((one) => one.contactOrder).sort()).toEqual(of.map((_, index) => index + 1));
  });

  it('both parents under one roof are the most usual; many live apart or alone', () => {
    const together = childrenWith(
      (of) => of.length === 2 && new Set(of.map((one) => households.get(one.guardianId))).size === 1,
    );
    const apart = childrenWith((of) => new Set(of.map((one) => households.get(one.guardianId))).size > 1);
    expect(together).toBeGreaterThan(120);
    expect(apart).toBeGreaterThan(25);
    expect(childrenWith((of) => of.length === 1)).toBeGreaterThan(10);
    expect(
      childrenWith((of) => of.some((one) => one.relation === 'father' && one.livesWith === 0)),
    ).toBeGreaterThan(10);
  });

  it('a blocked guardian has no custody, no address here, and is called last', () => {
    const blocked = rows.guardianship.filter((one) => one.blocked === 1);
    expect(blocked.length).toBeGreaterThanOrEqual(1);
    for (const one of blocked) {
      expect(one).toMatchObject({ hasCustody: 0, livesWith: 0 });
      expect(rows.guardianAddress.find((address) => address.id === one.guardianId)).toBeUndefined();
      expect(one.contactOrder).toBe(ties.get(one.studentId)?.length);
    }
    const told = new Set(blocked.map((one) => `${one.studentId} ${one.guardianId}`));
    expect(rows.absenceReport.filter((one) => told.has(`${one.studentId} ${one.guardianId}`))).toEqual([]);
  });

  it('foster parents, grandparents and a home have everyday care, somebody else custody', () => {
    const facts = (name: string) =>
      tiesOf(name).map((one) => `${one.relation} ${one.hasCustody} ${one.livesWith}`);
    expect(facts('Jaden Ziegenhals')).toEqual(['fosterParent 0 1', 'fosterParent 0 1', 'institution 1 0']);
    expect(facts('Abena Owusu')).toEqual(['grandparent 0 1', 'grandparent 0 1', 'mother 1 0']);
    expect(facts('Marlon Stührenberg')).toEqual(['institution 0 1', 'legalGuardian 1 0']);
  });

  it('an adult student is their own guardian', () => {
    const self = rows.guardianship.filter((one) => one.relation === 'self');
    expect(self).toHaveLength(1);
    expect(ties.get(self[0]?.studentId ?? '')).toHaveLength(1);
    const born = rows.studentDetail.find((one) => one.id === self[0]?.studentId)?.birthDate ?? '';
    expect(born <= '2008-11-23').toBe(true);
  });

  it('siblings share their guardians, most of them in different classes', () => {
    const families = grouped(rows.student, (one) =>
      (ties.get(one.id) ?? []).map((tie) => tie.guardianId).join(),
    );
    const siblings = [...families.values()].filter((children) => children.length > 1);
    expect(siblings.length).toBeGreaterThanOrEqual(15);
    const apart = siblings.filter(
      (children) => new Set(children.map((one) => one.classId)).size === children.length,
    );
    expect(siblings.length - apart.length).toBe(1);
    const guardianSets = new Set(families.keys());
    const guardiansOfMany = grouped(rows.guardianship, (one) => one.guardianId);
    for (const of of guardiansOfMany.values()) {
      const sets = new Set(
        of.map((one) => (ties.get(one.studentId) ?? []).map((tie) => tie.guardianId).join()),
      );
      expect(sets.size).toBe(1);
    }
    expect(guardianSets.size).toBeLessThan(rows.student.length);
  });

  it('twins sit in one class and share a birthday', () => {
    const twins = [childNamed(school, 'Ayşe Çelik'), childNamed(school, 'Elif Çelik')];
    expect(twins[0]?.classId).toBe(twins[1]?.classId);
    const births = twins.map((one) => rows.studentDetail.find((detail) => detail.id === one.id)?.birthDate);
    expect(births[0]).toBe(births[1]);
  });

  it('two children of one name are in two classes, two of one surname in one class are no siblings', () => {
    const leons = rows.student.filter((one) => one.givenName === 'Leon' && one.familyName === 'Schneider');
    expect(leons).toHaveLength(2);
    expect(leons[0]?.classId).not.toBe(leons[1]?.classId);
    const [first, second] = [
      childNamed(school, 'Minh Anh Nguyễn', '4a'),
      childNamed(school, 'Gia Bảo Nguyễn', '4a'),
    ];
    const guardians = (id: string) => (ties.get(id) ?? []).map((one) => one.guardianId);
    expect(guardians(first.id).filter((id) => guardians(second.id).includes(id))).toEqual([]);
  });

  it('many guardians bear another surname than the child', () => {
    const names = new Map([...rows.guardian, ...rows.student].map((one) => [one.id, one.familyName]));
    const different = rows.guardianship.filter(
      (one) => names.get(one.guardianId) !== names.get(one.studentId),
    );
    expect(different.length).toBeGreaterThan(60);
  });

  it('names come from many languages, in their own letters', () => {
    const text = [...rows.student, ...rows.guardian]
      .map((one) => `${one.givenName} ${one.familyName}`)
      .join(' ');
    const letters = [...'äöüßçğışłśęąćđžșțăễêîãéóź'];
    expect(letters.filter((letter) => text.includes(letter)).length).toBeGreaterThan(18);
    expect(rows.student.map((one) => one.familyName.length).toSorted((a, b) => b - a)[0]).toBeGreaterThan(25);
    expect(rows.student.filter((one) => one.familyName.includes('-')).length).toBeGreaterThan(4);
    expect(new Set(rows.guardian.map((one) => one.language)).size).toBeGreaterThan(8);
  });
});

describe('how families can be reached', () => {
  it('one family has no number at all', () => {
    const phones = new Set(
      rows.guardianContact.filter((one) => one.kind === 'phone').map((one) => one.guardianId),
    );
    const silent = rows.student.filter((one) =>
      (ties.get(one.id) ?? []).every((tie) => !phones.has(tie.guardianId)),
    );
    expect(silent.map((one) => one.familyName)).toEqual(['Al-Khatib']);
    expect(rows.emergencyContact.filter((one) => one.studentId === silent[0]?.id)).toEqual([]);
  });

  it('two guardians share one mail address, all others have their own', () => {
    const mails = grouped(
      rows.guardianContact.filter((one) => one.kind === 'email'),
      (one) => one.value,
    );
    const shared = [...mails.values()].filter((of) => of.length > 1);
    expect(shared.map((of) => of.length)).toEqual([2]);
  });

  it.each(['small', 'large', 'municipality'] as const)(
    'no mail address and no number of %s is anybody’s',
    (profile) => {
      const { guardianContact, emergencyContact, inboxMessage } = makeSchool(profile).rows;
      const mails = guardianContact.filter((one) => one.kind === 'email').map((one) => one.value);
      expect(mails.filter((mail) => !/^[a-z0-9.-]+@example\.(org|net)$/.test(mail))).toEqual([]);
      const numbers = [
        ...guardianContact.filter((one) => one.kind === 'phone').map((one) => one.value),
        ...emergencyContact.map((one) => one.phone),
        ...inboxMessage.flatMap((one) => one.callerNumber ?? []),
      ];
      const kept =
        /^(030 23125\d{3}|069 90009\d{3}|040 66969\d{3}|0221 4710\d{3}|089 99998\d{3}|0171 39200\d{2}|0176 040690\d{2}|0152 28817386|0152 28895456|0152 54599371|0172 99(25904|68532|73185|73186|80752)|0174 9(091317|464308))$/;
      expect(numbers.filter((number) => !kept.test(number))).toEqual([]);
    },
  );

  it('numbers belong to one household', () => {
    const owners = grouped(
      rows.guardianContact.filter((one) => one.kind === 'phone'),
      (one) => one.value,
    );
    for (const of of owners.values())
      expect(new Set(of.map((one) => households.get(one.guardianId))).size).toBe(1);
  });

  it('positions run from 1, emergency contacts and people who may pick up are there', () => {
    for (const of of contacts.values())
      expect(of.map((one) => one.position)).toEqual(of.map((_, index) => index + 1));
    expect(rows.emergencyContact.length).toBeGreaterThan(100);
    expect(rows.authorisedPickup.length).toBeGreaterThan(50);
    const missed = childNamed(school, 'Mia-Sophie Wiśniewska').id;
    expect(rows.emergencyContact.filter((one) => one.studentId === missed).length).toBeGreaterThan(0);
  });

  it('three children need a certificate, ordered by the principal', () => {
    const principal = rows.staffMember.find((one) => one.role === 'principal')?.id;
    expect(rows.certificateDuty.map((one) => one.orderedBy)).toEqual([principal, principal, principal]);
    expect(rows.certificateDuty.filter((one) => one.untilDay === null)).toHaveLength(1);
    expect(rows.certificateDuty[0]?.studentId).toBe(childNamed(school, 'Deniz Müller-Özkan', '3a').id);
  });
});
