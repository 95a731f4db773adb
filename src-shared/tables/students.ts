import { integer, syncedTable, text, textOrNull } from './column.ts';

/** A child of the school. `leftOn` is its last day there: on it the child still is in every list; from the next day on it has left. */
export const student = syncedTable({
  facet: 'student.name',
  root: 'student',
  rootColumn: 'id',
  morning: true,
  indexes: [['classId']],
  columns: { id: text(), givenName: text(), familyName: text(), classId: textOrNull(), leftOn: textOrNull() },
});

export const studentDetail = syncedTable({
  facet: 'student.core',
  root: 'student',
  rootColumn: 'id',
  morning: true,
  indexes: [],
  columns: {
    id: text(),
    birthDate: textOrNull(),
    importKey: textOrNull(),
    allDayCare: integer<0 | 1>(),
    lunch: integer<0 | 1>(),
    /** `HH:MM` at which the child is regularly fetched before the others, or null. */
    earlyPickupAt: textOrNull(),
  },
});

export const guardian = syncedTable({
  facet: 'guardian.name',
  root: 'guardian',
  rootColumn: 'id',
  morning: true,
  indexes: [],
  columns: {
    id: text(),
    givenName: text(),
    familyName: text(),
    language: textOrNull(),
    importKey: textOrNull(),
    /** An institution (a home, a youth welfare office) has its name in `familyName` and no given name. */
    kind: text<'person' | 'institution'>(),
  },
});

export const guardianContact = syncedTable({
  facet: 'guardian.contact',
  root: 'guardian',
  rootColumn: 'guardianId',
  morning: true,
  indexes: [['guardianId']],
  columns: {
    id: text(),
    guardianId: text(),
    kind: text<'phone' | 'email'>(),
    label: textOrNull(),
    value: text(),
    position: integer(),
  },
});

export const guardianAddress = syncedTable({
  facet: 'guardian.contact',
  root: 'guardian',
  rootColumn: 'id',
  morning: false,
  indexes: [],
  columns: { id: text(), street: text(), postalCode: text(), city: text(), householdId: textOrNull() },
});

export const guardianRelations = [
  'mother',
  'father',
  'fosterParent',
  'grandparent',
  'legalGuardian',
  'institution',
  'self',
  'other',
] as const;
export type GuardianRelation = (typeof guardianRelations)[number];

/** The tie between a child and a guardian; sent only while both ends are visible. */
export const guardianship = syncedTable({
  facet: 'student.contact',
  root: 'student',
  rootColumn: 'studentId',
  morning: true,
  secondRoot: { facet: 'guardian.name', column: 'guardianId' },
  indexes: [['studentId'], ['guardianId']],
  columns: {
    id: text(),
    studentId: text(),
    guardianId: text(),
    relation: text<GuardianRelation>(),
    hasCustody: integer<0 | 1>(),
    /** 1 is called first. */
    contactOrder: integer(),
    livesWith: integer<0 | 1>(),
    /** 1: must not be told anything nor fetch the child; a fact noted, never the court order itself. */
    blocked: integer<0 | 1>(),
    /** 1: may act for those with custody in what they have put in writing (grandparents, say); no custody. */
    powerOfAttorney: integer<0 | 1>(),
  },
});

export const emergencyContact = syncedTable({
  facet: 'student.contact',
  root: 'student',
  rootColumn: 'studentId',
  morning: true,
  indexes: [['studentId']],
  columns: {
    id: text(),
    studentId: text(),
    name: text(),
    relation: text(),
    phone: text(),
    position: integer(),
  },
});

export const authorisedPickup = syncedTable({
  facet: 'student.contact',
  root: 'student',
  rootColumn: 'studentId',
  morning: false,
  indexes: [['studentId']],
  columns: { id: text(), studentId: text(), name: text(), relation: text() },
});
