import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import type { StaffRole } from '../../../src-shared/rights/roles.ts';

type Person = NonNullable<OperationResult<'session.state'>['person']>;

/** An id that is the same on every run; the number says which. */
export function idOf(number: number): string {
  return `01938a00-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

const staff: Record<StaffRole, [string, string]> = {
  schoolOffice: ['Nermin', 'Yıldız'],
  principal: ['Ulrike', 'Brandt'],
  teacher: ['Jan', 'Petersen'],
  administrator: ['Tobias', 'Kern'],
};

/** The invented person of a role. */
export function personOf(role: StaffRole): Person {
  const [givenName, familyName] = staff[role];
  return { id: idOf(Object.keys(staff).indexOf(role) + 1), givenName, familyName, role, userName: role };
}

/** A class of 24 with the names of a German primary school; all invented. */
export const classmates: readonly [string, string][] = [
  ['Ayla', 'Aksoy'],
  ['Ben', 'Albers'],
  ['Charlotte', 'Bruns'],
  ['Daryna', 'Bondarenko'],
  ['Emir', 'Yılmaz'],
  ['Emma', 'Müller'],
  ['Finn', 'Cordes'],
  ['Greta', 'Dierks'],
  ['Hannes', 'Ehlers'],
  ['Ida', 'Freese'],
  ['Jakub', 'Wiśniewski'],
  ['Karim', 'Haddad'],
  ['Lena', 'Nguyễn'],
  ['Leonard', 'Graf von der Hohenlinden-Ostermann'],
  ['Lina', 'Hofmann'],
  ['Mads', 'Jørgensen'],
  ['Mila', 'Kovačević'],
  ['Noah', 'Petersen-Lühr'],
  ['Oskar', 'Brandt'],
  ['Paul', 'Schmidt'],
  ['Rania', 'Al-Masri'],
  ['Sofia', 'Popescu'],
  ['Tim', 'Harms'],
  ['Zoë', 'Weiß'],
];
