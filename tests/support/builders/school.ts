import type { Actor } from '../../../src-shared/contract/command.ts';
import type { SettingName } from '../../../src-shared/school/settings.ts';
import type { Row } from '../../../src-shared/tables/registry.ts';
import { instantAt } from '../../../src-shared/values/school-clock.ts';
import { anId } from './ids.ts';
import type { SeedRow } from './seed-row.ts';

export const BERLIN = 'Europe/Berlin';
/** The day the tests play on: a Monday in November without holidays around it. */
export const MONDAY = '2026-11-23';
export const TUESDAY = '2026-11-24';
export const WEDNESDAY = '2026-11-25';
export const FRIDAY = '2026-11-27';
/** The school day before {@link MONDAY}. */
export const FRIDAY_BEFORE = '2026-11-20';

/** The instant of a time (`HH:MM`) on a day at the school. */
export function at(time: string, day: string = MONDAY): string {
  return instantAt(day, time, BERLIN);
}

const officeId = anId();
const principalId = anId();

/** The person at the office's desk; always the same one. */
export function anOffice(): Actor {
  return { id: officeId, role: 'schoolOffice', name: 'Nermin Yıldız' };
}

/** The head; always the same one. */
export function aPrincipal(): Actor {
  return { id: principalId, role: 'principal', name: 'Petra Brandt' };
}

/** A teacher, new each time. */
export function aTeacher(fields: Partial<Actor> = {}): Actor {
  return { id: anId(), role: 'teacher', name: 'Jan Petersen', ...fields };
}

/** Somebody of the staff as a row. */
export function aStaffMember(fields: Partial<Row<'staffMember'>> = {}): Row<'staffMember'> {
  const id = anId();
  return {
    id,
    givenName: 'Jan',
    familyName: 'Petersen',
    shortName: 'Pet',
    role: 'teacher',
    leftOn: null,
    ...fields,
  };
}

export function aClass(fields: Partial<Row<'schoolClass'>> = {}): Row<'schoolClass'> {
  return { id: anId(), name: '3b', gradeLevel: 3, schoolYear: '2026/27', endedOn: null, ...fields };
}

export function anAssignment(
  fields: Pick<Row<'classAssignment'>, 'classId' | 'staffId'> & Partial<Row<'classAssignment'>>,
): Row<'classAssignment'> {
  return { id: anId(), kind: 'classTeacher', fromDay: '2026-08-01', untilDay: null, ...fields };
}

export function aFreePeriod(fields: Partial<Row<'freePeriod'>> = {}): Row<'freePeriod'> {
  return {
    id: anId(),
    kind: 'schoolHoliday',
    name: 'Weihnachtsferien',
    fromDay: '2026-12-23',
    untilDay: '2027-01-09',
    ...fields,
  };
}

/** A setting as a row to seed; lists and numbers as JSON. */
export function aSetting(id: SettingName, value: string): SeedRow {
  return { table: 'schoolSetting', row: { id, value } };
}

/** Lesson times of the first four lessons, as a row to seed. */
export function lessonTimes(): SeedRow {
  const times = [
    { from: '08:00', until: '08:45' },
    { from: '08:50', until: '09:35' },
    { from: '09:55', until: '10:40' },
    { from: '10:45', until: '11:30' },
  ];
  return aSetting('lessonTimes', JSON.stringify(times));
}

export function aRollCall(
  fields: Pick<Row<'rollCall'>, 'classId'> & Partial<Row<'rollCall'>>,
): Row<'rollCall'> {
  return { id: anId(), day: MONDAY, reportedAt: at('08:04'), staffId: anId(), retractedAt: null, ...fields };
}

export function anInboxMessage(fields: Partial<Row<'inboxMessage'>> = {}): Row<'inboxMessage'> {
  return {
    id: anId(),
    receivedAt: at('06:52'),
    durationSeconds: 70,
    callerNumber: '0170 5550142',
    state: 'new',
    settledAt: null,
    settledBy: null,
    reopenedAt: null,
    reopenedBy: null,
    ...fields,
  };
}

export function aParkedCall(
  fields: Pick<Row<'parkedCall'>, 'staffId'> & Partial<Row<'parkedCall'>>,
): Row<'parkedCall'> {
  return { id: anId(), parkedAt: at('07:58'), label: 'Yılmaz', draft: '{"query":"yil"}', ...fields };
}

/** A group with a list; `rule` is JSON. */
export function aGroup(fields: Partial<Row<'schoolGroup'>> = {}): Row<'schoolGroup'> {
  const whole = { note: null, rule: null, fromDay: '2026-08-01', untilDay: null };
  return { id: anId(), name: 'Schach-AG', kind: 'club', ...whole, ...fields };
}
