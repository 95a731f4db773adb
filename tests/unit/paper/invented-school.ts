import { fileURLToPath } from 'node:url';
import type {
  DowntimeSheet,
  EvacuationList,
  GuardianContact,
  OfficeList,
  OfficeListRow,
  PresenceState,
} from '../../../src-shared/paper/daily-sheets.ts';

/** An invented school for print tests: names of many languages, nothing random. */

export const resourcesFolder = fileURLToPath(new URL('../../../resources', import.meta.url));

const givenNames = [
  'Emre',
  'Łucja',
  'Nguyễn Ánh',
  'Jürgen',
  'Дарина',
  'Ελένη',
  'Zoë',
  'Mohammed-Amin',
  'Siân',
  'İpek',
  'Ağça',
  'Ștefan',
  'Maximilian Alexander',
  'Đorđe',
  'Noor',
  'Ida',
  'Ben',
  'Mila',
  'Øystein',
  'Frederike',
];
const familyNames = [
  'Yıldız',
  'Wójcik',
  'Trần',
  'Müller-Lüdenscheidt',
  'Шевченко',
  'Παπαδοπούλου',
  'Öztürk',
  'von der Heide',
  'Grün',
  'Đorđević',
  'Özdemir',
  'Schmidt',
  'Łukaszewska-Brzęczyszczykiewicz',
  'Ünal',
  'Popescu',
  'Meyer',
  'Weiß',
  'Zając',
  'Abdelrahman',
  'Kowalczyk',
];

export const classNames = ['1a', '1b', '1c', '2a', '2b', '2c', '3a', '3b', '3c', '4a', '4b', '4c'];

/** The n-th child's name; the first 400 differ. */
export function childName(index: number): { givenName: string; familyName: string } {
  const given = givenNames[index % givenNames.length] ?? '';
  const family = familyNames[(index * 7 + Math.floor(index / givenNames.length)) % familyNames.length] ?? '';
  return { givenName: given, familyName: family };
}

export const frame = {
  schoolName: 'Grundschule am Lindenhof',
  day: '2026-11-24',
  printedAt: { day: '2026-11-24', time: '08:14' },
};

export const absentRow: OfficeListRow = {
  className: '3b',
  givenName: 'Emre',
  familyName: 'Yıldız',
  span: 'wholeDay',
  atTime: null,
  fromLesson: null,
  untilLesson: null,
  untilDay: '2026-11-24',
  reason: 'illness',
  excuse: 'open',
  excuseExpected: 'written',
  callbackNumber: '0170 5550142',
  remark: null,
  toReview: false,
};

function contacts(index: number): GuardianContact[] {
  const { familyName } = childName(index);
  const mother: GuardianContact = {
    name: `Aylin ${familyName}`,
    relation: 'mother',
    phones: [
      { number: `0170 555${String(1000 + index)}`, label: 'mobil' },
      { number: `05131 555-${String(100 + index)}`, label: 'Arbeit' },
    ],
  };
  const father: GuardianContact = {
    name: `Stefan ${familyName}`,
    relation: 'father',
    phones: [{ number: `0151 555${String(2000 + index)}`, label: null }],
  };
  if (index % 11 === 3) return [];
  return index % 3 === 0 ? [mother] : [mother, father];
}

function variants(index: number): Partial<OfficeListRow> {
  const kinds: Partial<OfficeListRow>[] = [
    {},
    { untilDay: '2026-11-27', excuseExpected: 'certificate', remark: 'meldet sich am Freitag wieder' },
    { span: 'lessons', fromLesson: 1, untilLesson: 3, reason: 'doctor', excuse: 'excused' },
    { span: 'arrivesLate', atTime: '09:40', reason: 'doctor', excuseExpected: 'none' },
    { span: 'leavesEarly', atTime: '11:15', reason: 'other', excuseExpected: 'none', callbackNumber: null },
    { untilDay: null, toReview: true, remark: 'Anrufbeantworter 06:52' },
    {
      span: 'late',
      atTime: '08:24',
      reason: null,
      excuse: 'unexcused',
      excuseExpected: 'none',
      callbackNumber: null,
    },
    { reason: 'leave', excuse: 'excused', untilDay: '2026-11-25' },
  ];
  return kinds[index % kinds.length] ?? {};
}

/** An office list with `count` rows and three open cases. */
export function officeList(count: number): OfficeList {
  return {
    ...frame,
    rows: Array.from({ length: count }, (_, index) => ({
      ...absentRow,
      className: classNames[(index * 5) % classNames.length] ?? '1a',
      ...childName(index),
      ...variants(index),
    })),
    openCases: [60, 61, 63].map((index, position) => ({
      className: classNames[position * 4] ?? '1a',
      ...childName(index),
      since: '08:00',
      contacts: position === 2 ? [] : contacts(index),
      attempts: Array.from({ length: position }, (_, attempt) => ({
        at: `08:${12 + attempt * 3}`,
        contactName: `Aylin ${childName(index).familyName}`,
        outcome: 'notReached' as const,
        note: attempt === 0 ? 'Mailbox voll' : null,
        by: 'Demir',
      })),
    })),
    classesNotReported: ['4c', '2a'],
  };
}

function presence(index: number): { state: PresenceState; atTime: string | null } {
  if (index % 17 === 4) return { state: 'reported', atTime: null };
  if (index % 79 === 7) return { state: 'unexplained', atTime: null };
  if (index % 53 === 9) return { state: 'comesLater', atTime: '09:40' };
  if (index % 61 === 12) return { state: 'pickedUp', atTime: '10:30' };
  return { state: 'here', atTime: null };
}

function classesOf(perClass: number) {
  return classNames.map((className, position) => ({
    className,
    classTeacher:
      position === 5 ? null : `${childName(position * 3).givenName} ${childName(position * 3).familyName}`,
    indexes: Array.from({ length: perClass }, (_, index) => position * perClass + index),
  }));
}

/** Twelve classes of `perClass` children; 2a and 4c have not reported. */
export function evacuationList(
  perClass: number,
  layout: EvacuationList['layout'] = 'classPerPage',
): EvacuationList {
  return {
    ...frame,
    layout,
    classes: classesOf(perClass).map(({ className, classTeacher, indexes }) => ({
      className,
      classTeacher,
      hasReported: className !== '2a' && className !== '4c',
      students: indexes.map((index) => ({ ...childName(index), ...presence(index) })),
    })),
  };
}

/** Twelve classes of `perClass` children with no, one or two guardians each. */
export function downtimeSheet(perClass: number): DowntimeSheet {
  return {
    ...frame,
    classes: classesOf(perClass).map(({ className, classTeacher, indexes }) => ({
      className,
      classTeacher,
      students: indexes.map((index) => ({
        ...childName(index),
        ...presence(index),
        contacts: contacts(index),
      })),
    })),
  };
}

/** Stands in every field that may speak of health (S30); must never come out where it has no business. */
export const CANARY = 'XHEALTHX';

/** The office's list with the canary in every field that may speak of health, excuses or numbers. */
export function withCanaries(list: OfficeList): OfficeList {
  return {
    ...list,
    rows: list.rows.map((row) => ({ ...row, remark: `${CANARY} Masern`, callbackNumber: `0170 ${CANARY}` })),
    openCases: list.openCases.map((one) => ({
      ...one,
      contacts: [{ name: CANARY, relation: 'mother', phones: [{ number: CANARY, label: CANARY }] }],
      attempts: [{ at: '08:12', contactName: CANARY, outcome: 'reachedIll', note: CANARY, by: CANARY }],
    })),
  };
}
