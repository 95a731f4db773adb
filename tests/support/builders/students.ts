import type { Row } from '../../../src-shared/tables/registry.ts';
import { anId } from './ids.ts';

export function aStudent(fields: Partial<Row<'student'>> = {}): Row<'student'> {
  return { id: anId(), givenName: 'Emir', familyName: 'Yılmaz', classId: null, leftOn: null, ...fields };
}

export function aStudentDetail(
  fields: Pick<Row<'studentDetail'>, 'id'> & Partial<Row<'studentDetail'>>,
): Row<'studentDetail'> {
  return {
    birthDate: '2018-03-05',
    importKey: null,
    allDayCare: 0,
    lunch: 0,
    earlyPickupAt: null,
    ...fields,
  };
}

export function aGuardian(fields: Partial<Row<'guardian'>> = {}): Row<'guardian'> {
  const id = anId();
  return {
    id,
    givenName: 'Aylin',
    familyName: 'Yılmaz',
    language: null,
    importKey: null,
    kind: 'person',
    ...fields,
  };
}

export function aGuardianship(
  fields: Pick<Row<'guardianship'>, 'studentId' | 'guardianId'> & Partial<Row<'guardianship'>>,
): Row<'guardianship'> {
  const id = anId();
  return {
    id,
    relation: 'mother',
    hasCustody: 1,
    contactOrder: 1,
    livesWith: 1,
    blocked: 0,
    powerOfAttorney: 0,
    ...fields,
  };
}

export function aPhone(
  fields: Pick<Row<'guardianContact'>, 'guardianId'> & Partial<Row<'guardianContact'>>,
): Row<'guardianContact'> {
  return { id: anId(), kind: 'phone', label: 'mobil', value: '0170 5550142', position: 1, ...fields };
}

export function anEmergencyContact(
  fields: Pick<Row<'emergencyContact'>, 'studentId'> & Partial<Row<'emergencyContact'>>,
): Row<'emergencyContact'> {
  return { id: anId(), name: 'Oma Helga', relation: 'Oma', phone: '04206 91448', position: 1, ...fields };
}

export function aMembership(
  fields: Pick<Row<'studentMembership'>, 'studentId' | 'groupId'> & Partial<Row<'studentMembership'>>,
): Row<'studentMembership'> {
  return { id: anId(), fromDay: '2026-08-01', untilDay: null, ...fields };
}
