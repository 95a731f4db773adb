import { idOf } from '../people.ts';
import { at, DAY, type Today } from './moment.ts';

type Case = Today['openCases'][number];

const mother = (name: string, number: string, guardian: number): Case['ladder'][number] => ({
  guardianId: idOf(guardian),
  name,
  relation: 'mother',
  emergency: false,
  phones: [{ label: 'mobil', number }],
  lastOutcome: null,
});

export function openCases(): Case[] {
  const shared = {
    day: DAY,
    waitingReport: false,
    announcedFor: null,
    absentOnSchoolDayBefore: false,
    attempts: [],
    concerns: [],
  };
  return [
    {
      ...shared,
      studentId: idOf(201),
      givenName: 'Mia-Sophie',
      familyName: 'Wiśniewska',
      className: '2b',
      age: 8,
      kind: 'unexplained',
      since: at('07:00'),
      markedBy: 'Sommer',
      ladder: [
        { ...mother('Agnieszka Wiśniewska', '015144702290', 301), lastOutcome: 'notReached' },
        {
          ...mother('Piotr Wiśniewski', '015144702291', 302),
          relation: 'father',
          phones: [
            { label: 'mobil', number: '015144702291' },
            { label: 'Arbeit', number: '04206 7700-12' },
          ],
        },
        {
          guardianId: null,
          name: 'Halina Nowak',
          relation: 'Oma',
          emergency: true,
          phones: [{ label: null, number: '04206 5518' }],
          lastOutcome: null,
        },
      ],
      attempts: [
        {
          attemptId: idOf(401),
          contactName: 'Agnieszka Wiśniewska',
          guardianId: idOf(301),
          outcome: 'notReached',
          note: null,
          at: at('07:09'),
          staffName: 'Yıldız',
          retractedAt: null,
        },
      ],
    },
    {
      ...shared,
      studentId: idOf(105),
      givenName: 'Emir',
      familyName: 'Yılmaz',
      className: '3b',
      age: 9,
      kind: 'unexplained',
      since: at('07:05'),
      markedBy: 'Petersen',
      absentOnSchoolDayBefore: true,
      ladder: [
        mother('Elif Yılmaz', '04206 91 44 8', 303),
        { ...mother('Kemal Yılmaz', '+4915755501234', 304), relation: 'father' },
      ],
    },
    {
      ...shared,
      studentId: idOf(203),
      givenName: 'Jonas',
      familyName: 'Müller-Behrens',
      className: '1a',
      age: 6,
      kind: 'announcedLate',
      since: at('07:12'),
      markedBy: 'Lange',
      announcedFor: '08:12',
      ladder: [mother('Sandra Behrens', '01765520118', 305)],
    },
    {
      ...shared,
      studentId: idOf(205),
      givenName: 'Lina',
      familyName: 'Hofmann',
      className: '4a',
      age: 10,
      kind: 'unexplained',
      since: at('07:00'),
      markedBy: 'Thoben',
      waitingReport: true,
      ladder: [mother('Karin Hofmann', '01714400987', 306)],
    },
  ];
}
