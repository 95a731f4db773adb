import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { todayOffice } from '../../../src-main/core/today/office.ts';
import { asContract, aViewpoint } from '../../support/answers.ts';
import { anAbsence, aWaitingReport } from '../../support/builders/absences.ts';
import { anId } from '../../support/builders/ids.ts';
import { type MorningSchool, openMorningSchool } from '../../support/builders/morning-school.ts';
import { anInboxMessage, at, TUESDAY } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { aPhone } from '../../support/builders/students.ts';

let school: MorningSchool;
beforeEach(async () => {
  school = await openMorningSchool();
});
afterEach(() => school.cache.close());

async function office(time = '08:14') {
  return asContract('today.office', await todayOffice(school.cache.db, aViewpoint({ time })));
}

describe('the inbox', () => {
  test('shows waiting reports, the oldest first, and says where an absence is known already', async () => {
    const first = await school.addChild('Ida Grün', '1a');
    const second = await school.addChild('Emir Yılmaz', '3b');
    await seed(school.cache, {
      absenceReport: [
        aWaitingReport({ studentId: second.id, takenAt: at('07:30'), fromDay: TUESDAY, untilDay: null }),
        aWaitingReport({ studentId: first.id, takenAt: at('07:12') }),
        aWaitingReport({ studentId: first.id, state: 'rejected' }),
      ],
      absence: anAbsence({ studentId: second.id, untilDay: TUESDAY }),
    });
    const { reports } = await office();
    expect(reports.map(({ givenName, alreadyAbsent }) => [givenName, alreadyAbsent])).toEqual([
      ['Ida', false],
      ['Emir', true],
    ]);
  });

  test('says who has put a report or a message back, and when', async () => {
    const child = await school.addChild('Emir Yılmaz', '3b');
    const report = aWaitingReport({ studentId: child.id });
    const event = { studentId: child.id, reportId: report.id, actorName: 'Nermin Yıldız', words: null };
    await seed(school.cache, {
      absenceReport: report,
      reportEvent: [
        { ...event, id: anId(), kind: 'rejectionTakenBack', at: at('07:31') },
        { ...event, id: anId(), kind: 'rejected', at: at('07:30') },
        { ...event, id: anId(), kind: 'acceptanceTakenBack', at: at('07:20') },
      ],
      inboxMessage: anInboxMessage({ reopenedAt: at('07:40'), reopenedBy: school.petersen.id }),
    });
    const { reports, messages } = await office();
    expect(reports).toMatchObject([{ reopened: { at: at('07:31'), staffName: 'Nermin Yıldız' } }]);
    expect(messages).toMatchObject([{ reopened: { at: at('07:40'), staffName: 'Jan Petersen' } }]);
  });

  test('knows whose number is on the answering machine, however it is written', async () => {
    const child = await school.addChild('Emir Yılmaz', '3b');
    await seed(school.cache, {
      guardianContact: aPhone({ guardianId: child.mother.id, value: '+49 (0)4206/91-448', position: 2 }),
      inboxMessage: [
        anInboxMessage({ callerNumber: '0420691448' }),
        anInboxMessage({ callerNumber: '0511 91448', receivedAt: at('06:55') }),
        anInboxMessage({ callerNumber: null, receivedAt: at('06:58') }),
        anInboxMessage({ state: 'recorded' }),
      ],
    });
    const { messages } = await office();
    expect(messages.map((message) => message.callers)).toEqual([
      [
        {
          guardianName: 'Aylin Yılmaz',
          students: [{ studentId: child.id, givenName: 'Emir', familyName: 'Yılmaz', className: '3b' }],
        },
      ],
      [],
      [],
    ]);
  });
});
