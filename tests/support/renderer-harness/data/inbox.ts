import { addDays } from '../../../../src-shared/values/day.ts';
import { idOf } from '../people.ts';
import { at, DAY, type Today } from './moment.ts';

export function reports(): Today['reports'] {
  const shared = {
    channel: 'portal',
    span: 'wholeDay' as const,
    atTime: null,
    remark: null,
    alreadyAbsent: false,
    reopened: null,
  };
  return [
    {
      ...shared,
      reportId: idOf(601),
      studentId: idOf(205),
      givenName: 'Lina',
      familyName: 'Hofmann',
      className: '4a',
      takenAt: at('06:12'),
      reporterName: 'Karin Hofmann',
      reporterRelation: 'mother',
      fromDay: DAY,
      untilDay: addDays(DAY, 1),
      reason: 'illness',
    },
    {
      ...shared,
      reportId: idOf(602),
      studentId: idOf(123),
      givenName: 'Tim',
      familyName: 'Harms',
      className: '3b',
      takenAt: at('06:26'),
      reporterName: 'Jens Harms',
      reporterRelation: 'father',
      fromDay: DAY,
      untilDay: DAY,
      reason: 'illness',
      remark: 'Bitte die Hausaufgaben dem Bruder mitgeben.',
    },
    {
      ...shared,
      reportId: idOf(603),
      studentId: idOf(206),
      givenName: 'Leonard',
      familyName: 'Graf von der Hohenlinden-Ostermann',
      className: '1c',
      takenAt: at('06:48'),
      reporterName: 'Friederike Gräfin von der Hohenlinden-Ostermann',
      reporterRelation: 'mother',
      fromDay: DAY,
      untilDay: DAY,
      span: 'arrivesLate',
      atTime: '09:30',
      reason: 'doctor',
      alreadyAbsent: true,
    },
  ];
}

export function messages(): Today['messages'] {
  const tim = { studentId: idOf(207), givenName: 'Ole', familyName: 'Harms', className: '1c' };
  return [
    {
      messageId: idOf(611),
      receivedAt: at('05:52'),
      durationSeconds: 70,
      callerNumber: '01765520119',
      callers: [{ guardianName: 'Jens Harms', students: [tim] }],
      reopened: null,
    },
  ];
}
