import { afterEach, beforeEach, expect, test } from 'vitest';
import { todayOffice } from '../../../src-main/core/today/office.ts';
import { asContract, aViewpoint } from '../../support/answers.ts';
import { aConcern, anAbsence, anAttempt, aRollCallMark } from '../../support/builders/absences.ts';
import {
  type AddedChild,
  type MorningSchool,
  openMorningSchool,
} from '../../support/builders/morning-school.ts';
import { anOffice, at, FRIDAY_BEFORE } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { aGuardian, aGuardianship, anEmergencyContact, aPhone } from '../../support/builders/students.ts';

let school: MorningSchool;
let child: AddedChild;
beforeEach(async () => {
  school = await openMorningSchool();
  child = await school.addChild('Emir Yılmaz', '3b', { birthDate: '2018-03-05' });
  await seed(school.cache, {
    rollCallMark: aRollCallMark({ studentId: child.id, staffId: school.petersen.id }),
  });
});
afterEach(() => school.cache.close());

async function theCase() {
  const { openCases } = asContract('today.office', await todayOffice(school.cache.db, aViewpoint()));
  return openCases[0];
}

test('an open case tells who missed the child, since when, and what is known beside it', async () => {
  await seed(school.cache, {
    contactAttempt: [
      anAttempt({ studentId: child.id, contactName: 'Oma Helga', outcome: 'messageLeft', at: at('08:11') }),
      anAttempt({ studentId: child.id, at: at('08:09'), staffId: anOffice().id }),
    ],
    caseConcern: aConcern({ studentId: child.id, staffId: anOffice().id }),
    absence: anAbsence({ studentId: child.id, fromDay: FRIDAY_BEFORE, untilDay: FRIDAY_BEFORE }),
  });
  const one = await theCase();
  expect(one).toMatchObject({
    className: '3b',
    age: 8,
    since: at('08:00'),
    markedBy: 'Petersen',
    absentOnSchoolDayBefore: true,
    concerns: [{ factor: 'ranAwayBefore', staffName: 'Yıldız', decision: null }],
  });
  expect(one?.attempts.map(({ contactName, staffName }) => [contactName, staffName])).toEqual([
    ['Aylin Yılmaz', 'Yıldız'],
    ['Oma Helga', ''],
  ]);
});

test('a call taken back stays in the log, and nobody counts it', async () => {
  const call = { studentId: child.id, guardianId: child.mother.id, at: at('08:09') };
  await seed(school.cache, {
    contactAttempt: anAttempt({ ...call, outcome: 'other', retractedAt: at('08:10') }),
  });
  const one = await theCase();
  expect(one?.attempts).toMatchObject([{ outcome: 'other', retractedAt: at('08:10') }]);
  expect(one?.ladder).toMatchObject([{ lastOutcome: null }]);
});

test('the ladder goes by contact order, then to the emergency contacts; never to a blocked guardian', async () => {
  const [father, blocked] = [aGuardian({ givenName: 'Murat' }), aGuardian({ givenName: 'Fern' })];
  const tie = { studentId: child.id };
  await seed(school.cache, {
    guardian: [father, blocked],
    guardianship: [
      aGuardianship({ ...tie, guardianId: blocked.id, relation: 'other', contactOrder: 0, blocked: 1 }),
      aGuardianship({ ...tie, guardianId: father.id, relation: 'father', contactOrder: 2 }),
    ],
    guardianContact: [
      aPhone({ guardianId: child.mother.id, label: 'Arbeit', value: '04206 1', position: 2 }),
      aPhone({ guardianId: child.mother.id, kind: 'email', value: 'a@example.org', position: 0 }),
      aPhone({ guardianId: blocked.id, value: '0170 666' }),
    ],
    emergencyContact: anEmergencyContact(tie),
    contactAttempt: [
      anAttempt({ ...tie, guardianId: child.mother.id, outcome: 'messageLeft', at: at('08:08') }),
      anAttempt({ ...tie, guardianId: child.mother.id, at: at('08:09') }),
      anAttempt({ ...tie, contactName: 'Oma Helga', outcome: 'messageLeft', at: at('08:11') }),
    ],
  });
  const phones = [
    { label: 'mobil', number: '0170 5550142' },
    { label: 'Arbeit', number: '04206 1' },
  ];
  const step = { relation: 'mother', emergency: false, phones, lastOutcome: 'notReached' };
  expect((await theCase())?.ladder).toEqual([
    { guardianId: child.mother.id, name: 'Aylin Yılmaz', ...step },
    {
      ...step,
      guardianId: father.id,
      name: 'Murat Yılmaz',
      relation: 'father',
      phones: [],
      lastOutcome: null,
    },
    {
      guardianId: null,
      name: 'Oma Helga',
      relation: 'Oma',
      emergency: true,
      phones: [{ label: null, number: '04206 91448' }],
      lastOutcome: 'messageLeft',
    },
  ]);
});
