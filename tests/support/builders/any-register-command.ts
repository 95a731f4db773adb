import fc from 'fast-check';
import { assignmentKinds } from '../../../src-shared/classes/words.ts';
import type { GroupRule } from '../../../src-shared/groups/rule.ts';
import { groupKinds } from '../../../src-shared/groups/words.ts';
import { takenParts } from '../../../src-shared/guardians/merge/plan.ts';
import { contactKinds, guardianKinds } from '../../../src-shared/guardians/words.ts';
import { staffRoles } from '../../../src-shared/rights/roles.ts';
import { freePeriodKinds, importablePeriodKinds } from '../../../src-shared/school/calendar.ts';
import type { TableName } from '../../../src-shared/tables/registry.ts';
import { guardianRelations } from '../../../src-shared/tables/students.ts';
import { addDays } from '../../../src-shared/values/day.ts';
import { MONDAY } from './school.ts';

/** Ids of rows of these tables, mostly. */
type IdsOf = (...tables: TableName[]) => fc.Arbitrary<string>;

const day = fc.integer({ min: -40, max: 40 }).map((offset) => addDays(MONDAY, offset));
const span = { fromDay: day, untilDay: fc.option(day) };
const name = fc.constantFrom('Şengül', 'Müller-Behrens', 'x', 'Ngô Thị');
const words = fc.option(fc.constantFrom('mobil', 'Vorsitz', 'nur mittwochs'));
const flag = fc.constantFrom(0 as const, 1 as const);
const some = <T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(fields, { requiredKeys: [] });

/** Arguments for the commands of the register: children, guardians, staff. */
export function anyOfRegister(of: IdsOf) {
  return {
    ...anyOfStudents(of),
    ...anyOfGuardians(of),
    ...anyOfTies(of),
    ...anyOfStaff(of),
    ...anyOfSchool(of),
  };
}

function anyOfStudents(of: IdsOf) {
  const student = { studentId: of('student') };
  const classId = fc.option(of('schoolClass'));
  const fields = {
    givenName: name,
    familyName: name,
    birthDate: fc.option(fc.constant('2018-03-05')),
    allDayCare: flag,
    lunch: flag,
    earlyPickupAt: fc.option(fc.constant('11:45')),
  };
  const person = { name, relation: fc.constantFrom('', 'Oma') };
  return {
    'students.enrol': fc.record({ ...student, ...fields, classId }),
    'students.correct': fc.record({ ...student, fields: some(fields) }),
    'students.move': fc.record({ ...student, classId: of('schoolClass') }),
    'students.leave': fc.record({ ...student, on: day }),
    'students.readmit': fc.record({ ...student, classId }),
    'students.noteEmergencyContacts': fc.record({
      ...student,
      contacts: distinct('contactId', {
        contactId: of('emergencyContact'),
        ...person,
        phone: fc.constant('04206 91448'),
      }),
    }),
    'students.notePickups': fc.record({
      ...student,
      people: distinct('pickupId', { pickupId: of('authorisedPickup'), ...person }),
    }),
  };
}

function anyOfGuardians(of: IdsOf) {
  const guardian = { guardianId: of('guardian') };
  const names = {
    kind: fc.constantFrom(...guardianKinds),
    givenName: fc.oneof(name, fc.constant('')),
    familyName: name,
    language: fc.option(fc.constantFrom('tr', 'ar', 'uk')),
  };
  const contacts = distinct('contactId', {
    contactId: of('guardianContact'),
    kind: fc.constantFrom(...contactKinds),
    label: words,
    value: fc.constantFrom('0170 5550142', 'a@example.org'),
  });
  const address = {
    street: fc.constant('Am Deich 1'),
    postalCode: fc.constant('02672'),
    city: name,
    householdId: fc.option(of('guardianAddress')),
  };
  return {
    'guardians.add': fc.record({ ...guardian, ...names, contacts, address: fc.option(fc.record(address)) }),
    'guardians.correct': fc.record({ ...guardian, fields: some(names) }),
    'guardians.noteContacts': fc.record({ ...guardian, contacts }),
    'guardians.moveHouse': fc.record({ ...guardian, ...address }),
    'guardians.merge': fc.record({
      mergeId: of('guardianMerge'),
      ...guardian,
      lostGuardianId: of('guardian'),
      take: fc.uniqueArray(fc.constantFrom(...takenParts)),
      contacts: fc.constantFrom('both' as const, 'kept' as const, 'lost' as const),
    }),
    'guardians.separate': fc.record({ mergeId: of('guardianMerge'), ...guardian }),
  };
}

function anyOfTies(of: IdsOf) {
  const tie = { guardianshipId: of('guardianship'), studentId: of('student') };
  const fields = {
    relation: fc.constantFrom(...guardianRelations),
    hasCustody: flag,
    powerOfAttorney: flag,
    livesWith: flag,
    blocked: flag,
  };
  return {
    'guardians.tie': fc.record({ ...tie, guardianId: of('guardian'), ...fields }),
    'guardians.correctTie': fc.record({ ...tie, fields: some(fields) }),
    'guardians.untie': fc.record(tie),
    'guardians.orderCalls': fc.record({
      studentId: of('student'),
      guardianshipIds: fc.uniqueArray(of('guardianship'), { minLength: 1, maxLength: 4 }),
    }),
  };
}

function anyOfStaff(of: IdsOf) {
  const staff = { staffId: of('staffMember') };
  const fields = {
    givenName: name,
    familyName: name,
    shortName: fc.constantFrom('Pet', 'Yıl'),
    role: fc.constantFrom(...staffRoles),
  };
  const assignment = { assignmentId: of('classAssignment'), classId: of('schoolClass') };
  return {
    'staff.add': fc.record({ ...staff, ...fields }),
    'staff.correct': fc.record({ ...staff, fields: some(fields) }),
    'staff.leave': fc.record({ ...staff, on: fc.option(day) }),
    'classes.appoint': fc.record({
      ...assignment,
      ...staff,
      kind: fc.constantFrom(...assignmentKinds),
      ...span,
    }),
    'classes.relieve': fc.record({ ...assignment, on: fc.option(day) }),
    'classes.changeYear': fc.record({
      changeId: of('schoolYearChange'),
      firstDay: day,
      classes: distinct('classId', { classId: of('schoolClass'), name, gradeLevel: fc.constant(4) }),
      moves: distinct('fromClassId', {
        fromClassId: of('schoolClass'),
        toClassId: fc.option(of('schoolClass'), { nil: null }),
      }),
      apart: fc.constant<{ studentId: string; toClassId: string | null }[]>([]),
    }),
    'classes.restoreYear': fc.record({ changeId: of('schoolYearChange') }),
    'views.keep': fc.record({
      viewId: of('savedView'),
      screen: fc.constant('students'),
      name,
      definition: fc.constant('{}'),
    }),
    'views.discard': fc.record({ viewId: of('savedView') }),
  };
}

function anyOfSchool(of: IdsOf) {
  const period = { periodId: of('freePeriod'), name, fromDay: day, untilDay: day };
  const time = fc.constantFrom('07:50', '08:35', '08:00');
  return {
    'calendar.enter': fc.record({ ...period, kind: fc.constantFrom(...freePeriodKinds) }),
    'calendar.strike': fc.record({ periodId: of('freePeriod') }),
    'calendar.import': fc.record({
      periods: distinct('periodId', { ...period, kind: fc.constantFrom(...importablePeriodKinds) }),
    }),
    'settings.decideTimes': fc.record({
      lessonsStart: time,
      reportCutoff: time,
      rollCallLimit: time,
      lessonTimes: fc.array(fc.record({ from: time, until: time }), { maxLength: 2 }),
    }),
    'settings.decideLimits': fc.record({
      certificateFromDay: fc.integer({ min: 1, max: 30 }),
      writtenExcuseWithinDays: fc.integer({ min: 1, max: 30 }),
      leaveLimitDays: fc.integer({ min: 0, max: 10 }),
      idleLockMinutes: fc.integer({ min: 5, max: 60 }),
    }),
  };
}

/** Arguments for the commands of groups. */
export function anyOfGroups(of: IdsOf) {
  const group = { groupId: of('schoolGroup') };
  const fields = {
    name,
    rule: fc.option(fc.constantFrom<GroupRule[]>({ gradeLevels: [3] }, { allDayCare: true, lunch: true })),
    note: words,
    ...span,
  };
  const lead = { leadId: of('groupLead'), ...group };
  const ofStudent = { membershipId: of('studentMembership'), studentId: of('student') };
  const ofGuardian = { membershipId: of('guardianMembership'), ...group };
  const ofStaff = { membershipId: of('staffMembership'), ...group };
  return {
    'groups.found': fc.record({ ...group, kind: fc.constantFrom(...groupKinds), ...fields }),
    'groups.correct': fc.record({ ...group, fields: some(fields) }),
    'groups.appointLead': fc.record({ ...lead, staffId: of('staffMember'), ...span }),
    'groups.relieveLead': fc.record({ ...lead, on: fc.option(day) }),
    'groups.admitStudents': fc.record({ ...group, students: distinct('membershipId', ofStudent), ...span }),
    'groups.dismissStudent': fc.record({ ...ofStudent, ...group, on: fc.option(day) }),
    'groups.admitGuardian': fc.record({ ...ofGuardian, guardianId: of('guardian'), duty: words, ...span }),
    'groups.dismissGuardian': fc.record({ ...ofGuardian, on: fc.option(day) }),
    'groups.admitStaff': fc.record({ ...ofStaff, staffId: of('staffMember'), duty: words, ...span }),
    'groups.dismissStaff': fc.record({ ...ofStaff, on: fc.option(day) }),
  };
}

/** One to three records with different ids. */
function distinct<T extends object>(id: keyof T & string, fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) {
  return fc.uniqueArray(fc.record(fields), { minLength: 1, maxLength: 3, selector: (row) => row[id] });
}
