import type { Row, TableName } from '../../src-shared/tables/registry.ts';

/** Rows of one school by table; tables without any may be missing. */
export type SchoolRows = { [T in TableName]?: Row<T>[] };

/** The day on which the small school's morning is; a Tuesday. */
export const TODAY = '2026-11-24';

/** The small school: two children in each of three classes, their families, and everybody who works there. */
export interface SmallSchool {
  readonly classes: { readonly a: string; readonly b: string; readonly c: string };
  /** `substitute` has class b from Monday to Tuesday, beside class c of their own. */
  readonly staff: {
    readonly office: string;
    readonly secondOffice: string;
    readonly principal: string;
    readonly teacherA: string;
    readonly teacherB: string;
    readonly substitute: string;
    readonly administrator: string;
  };
  readonly students: Record<'a1' | 'a2' | 'b1' | 'b2' | 'c1' | 'c2', string>;
  /** `mother` has a1 and b1; `father` is barred from a1 and has b1; `other` has a2. */
  readonly guardians: { readonly mother: string; readonly father: string; readonly other: string };
  readonly rows: SchoolRows;
}

type Staff = SmallSchool['staff'];
type Students = SmallSchool['students'];

/** Builds the school's rows: at least one in every synced table. */
export function smallSchool(newId: () => string): SmallSchool {
  const classes = { a: newId(), b: newId(), c: newId() };
  const staff: Staff = {
    office: newId(),
    secondOffice: newId(),
    principal: newId(),
    teacherA: newId(),
    teacherB: newId(),
    substitute: newId(),
    administrator: newId(),
  };
  const students: Students = { a1: newId(), a2: newId(), b1: newId(), b2: newId(), c1: newId(), c2: newId() };
  const guardians = { mother: newId(), father: newId(), other: newId() };
  return {
    classes,
    staff,
    students,
    guardians,
    rows: {
      ...directory(newId, classes, staff),
      ...children(classes, students),
      ...families(newId, students, guardians),
      ...morning(newId, classes, staff, students),
      ...history(newId, staff, students, guardians),
    },
  };
}

function directory(newId: () => string, classes: SmallSchool['classes'], staff: Staff): SchoolRows {
  const person = (id: string, familyName: string, role: Row<'staffMember'>['role']) => ({
    id,
    givenName: 'Vera',
    familyName,
    shortName: familyName.slice(0, 3),
    role,
    leftOn: null,
  });
  const assigned = (staffId: string, classId: string, kind: Row<'classAssignment'>['kind']) => ({
    id: newId(),
    classId,
    staffId,
    kind,
    fromDay: '2026-08-01',
    untilDay: null,
  });
  const schoolClass = (id: string, name: string) => ({
    id,
    name,
    gradeLevel: Number(name[0]),
    schoolYear: '2026/27',
    endedOn: null,
  });
  return {
    schoolSetting: [{ id: 'schoolName', value: 'Grundschule am Test' }],
    freePeriod: [
      { id: newId(), kind: 'schoolHoliday', name: 'Ferien', fromDay: '2026-12-23', untilDay: '2027-01-09' },
    ],
    schoolClass: [schoolClass(classes.a, '1a'), schoolClass(classes.b, '2b'), schoolClass(classes.c, '3c')],
    staffMember: [
      person(staff.office, 'Büro', 'schoolOffice'),
      person(staff.secondOffice, 'Zweit', 'schoolOffice'),
      person(staff.principal, 'Leitung', 'principal'),
      person(staff.teacherA, 'Anton', 'teacher'),
      person(staff.teacherB, 'Berta', 'teacher'),
      person(staff.substitute, 'Cäsar', 'teacher'),
      person(staff.administrator, 'Technik', 'administrator'),
    ],
    classAssignment: [
      assigned(staff.teacherA, classes.a, 'classTeacher'),
      assigned(staff.teacherB, classes.b, 'classTeacher'),
      assigned(staff.substitute, classes.c, 'classTeacher'),
      {
        ...assigned(staff.substitute, classes.b, 'substitute'),
        fromDay: '2026-11-23',
        untilDay: TODAY,
      },
    ],
  };
}

function children(classes: SmallSchool['classes'], students: Students): SchoolRows {
  const child = (id: string, givenName: string, classId: string) => ({
    id,
    givenName,
    familyName: 'Muster',
    classId,
    leftOn: null,
  });
  return {
    student: [
      child(students.a1, 'Ada', classes.a),
      child(students.a2, 'Ali', classes.a),
      child(students.b1, 'Bea', classes.b),
      child(students.b2, 'Bo', classes.b),
      child(students.c1, 'Cem', classes.c),
      child(students.c2, 'Cia', classes.c),
    ],
    studentDetail: Object.values(students).map((id) => ({
      id,
      birthDate: '2018-05-01',
      importKey: null,
      allDayCare: 0 as const,
      lunch: 1 as const,
      earlyPickupAt: null,
    })),
  };
}

function families(newId: () => string, students: Students, guardians: SmallSchool['guardians']): SchoolRows {
  const tie = (studentId: string, guardianId: string, blocked: 0 | 1) => ({
    id: newId(),
    studentId,
    guardianId,
    relation: 'other' as const,
    hasCustody: 1 as const,
    contactOrder: 1,
    livesWith: 1 as const,
    blocked,
  });
  const everybody = Object.values(guardians);
  return {
    guardian: everybody.map((id) => ({
      id,
      givenName: 'Kim',
      familyName: 'Muster',
      language: null,
      importKey: null,
    })),
    guardianship: [
      tie(students.a1, guardians.mother, 0),
      tie(students.b1, guardians.mother, 0),
      tie(students.a1, guardians.father, 1),
      tie(students.b1, guardians.father, 0),
      tie(students.a2, guardians.other, 0),
    ],
    guardianContact: everybody.map((guardianId) => ({
      id: newId(),
      guardianId,
      kind: 'phone' as const,
      label: null,
      value: '030 23125 000',
      position: 1,
    })),
    guardianAddress: everybody.map((id) => ({
      id,
      street: 'Am Test 1',
      postalCode: '00000',
      city: 'Musterstadt',
      householdId: null,
    })),
    emergencyContact: [students.a1, students.b1, students.c1].map((studentId) => ({
      id: newId(),
      studentId,
      name: 'Oma Muster',
      relation: 'Oma',
      phone: '030 23125 001',
      position: 1,
    })),
    authorisedPickup: [students.a1, students.b1].map((studentId) => ({
      id: newId(),
      studentId,
      name: 'Opa Muster',
      relation: 'Opa',
    })),
  };
}

function morning(
  newId: () => string,
  classes: SmallSchool['classes'],
  staff: Staff,
  students: Students,
): SchoolRows {
  const at = '2026-11-24T06:20:00.000Z';
  return {
    rollCall: [{ id: newId(), classId: classes.c, day: TODAY, reportedAt: at, staffId: staff.substitute }],
    rollCallMark: [
      {
        id: newId(),
        studentId: students.c1,
        classId: classes.c,
        day: TODAY,
        state: 'missing',
        minutesLate: null,
        at,
        staffId: staff.substitute,
      },
    ],
    inboxMessage: [
      {
        id: newId(),
        receivedAt: at,
        durationSeconds: 20,
        callerNumber: null,
        state: 'new',
        settledAt: null,
        settledBy: null,
      },
    ],
    parkedCall: [staff.office, staff.teacherA].map((staffId) => ({
      id: newId(),
      staffId,
      parkedAt: at,
      label: 'Anruf',
      draft: '{}',
    })),
    contactAttempt: [
      {
        id: newId(),
        studentId: students.c1,
        day: TODAY,
        guardianId: null,
        contactName: 'Oma Muster',
        outcome: 'notReached',
        note: null,
        at,
        staffId: staff.office,
      },
    ],
    caseConcern: [
      {
        id: newId(),
        studentId: students.c1,
        day: TODAY,
        factor: 'other',
        note: null,
        at,
        staffId: staff.office,
        decision: null,
        decidedAt: null,
        decidedBy: null,
      },
    ],
  };
}

function history(
  newId: () => string,
  staff: Staff,
  students: Students,
  guardians: SmallSchool['guardians'],
): SchoolRows {
  const past = [students.a1, students.b1].map((studentId) =>
    pastAbsence(newId, staff, studentId, guardians.mother),
  );
  return {
    absence: past.map(({ absence }) => absence),
    absenceMark: past.map(({ absence: { id, studentId, fromDay, untilDay, span, atTime } }) => ({
      id,
      studentId,
      fromDay,
      untilDay,
      span,
      atTime,
    })),
    absenceReport: past.map(({ report }) => report),
    absenceNotifiable: past.map(({ absence }) => ({
      id: absence.id,
      studentId: absence.studentId,
      illness: 'headLice',
      notedAt: absence.recordedAt,
      healthOfficeNotifiedAt: null,
    })),
    absenceAlias: past.map(({ absence }) => ({
      id: newId(),
      studentId: absence.studentId,
      absenceId: absence.id,
    })),
    absenceEvent: past.map(({ absence }) => ({
      id: newId(),
      studentId: absence.studentId,
      absenceId: absence.id,
      kind: 'recorded',
      at: absence.recordedAt,
      actorName: 'Vera Büro',
      changes: null,
    })),
    certificateDuty: [
      {
        id: newId(),
        studentId: students.a1,
        fromDay: '2026-11-01',
        untilDay: null,
        orderedBy: staff.principal,
      },
    ],
    leaveRequest: [
      {
        id: newId(),
        studentId: students.a2,
        fromDay: '2026-12-01',
        untilDay: '2026-12-01',
        purpose: 'Familienfeier',
        requestedAt: '2026-11-20T08:00:00.000Z',
        state: 'requested',
        decidedBy: null,
        decidedAt: null,
        absenceId: null,
      },
    ],
    tardiness: [
      {
        id: newId(),
        studentId: students.a2,
        day: '2026-11-20',
        minutes: 7,
        excuse: 'open',
        recordedAt: '2026-11-20T07:07:00.000Z',
        recordedBy: staff.teacherA,
      },
    ],
  };
}

function pastAbsence(newId: () => string, staff: Staff, studentId: string, guardianId: string) {
  const recordedAt = '2026-11-16T06:30:00.000Z';
  const absence: Row<'absence'> = {
    id: newId(),
    studentId,
    fromDay: '2026-11-16',
    untilDay: '2026-11-17',
    reason: 'illness',
    span: 'wholeDay',
    atTime: null,
    fromLesson: null,
    untilLesson: null,
    excuse: 'excused',
    excuseExpected: 'none',
    writtenExcuseOn: null,
    certificateSeenOn: null,
    offAllDayCare: 1,
    offLunch: 1,
    remark: null,
    recordedAt,
    withdrawn: 0,
  };
  const report: Row<'absenceReport'> = {
    id: newId(),
    studentId,
    absenceId: absence.id,
    state: 'accepted',
    channel: 'phone',
    takenAt: recordedAt,
    guardianId,
    reporterName: 'Kim Muster',
    reporterRelation: 'mother',
    callbackNumber: null,
    fromDay: absence.fromDay,
    untilDay: absence.untilDay,
    reason: 'illness',
    span: 'wholeDay',
    atTime: null,
    remark: null,
    recordedBy: staff.office,
    decidedBy: staff.office,
    decidedAt: recordedAt,
    rejection: null,
  };
  return { absence, report };
}
