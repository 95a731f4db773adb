import { afterEach, beforeEach, expect, test } from 'vitest';
import { rightsHandlers } from '../../../src-main/core/rights/handlers.ts';
import { facetRights } from '../../../src-shared/rights/facets.ts';
import { operationRights } from '../../../src-shared/rights/operations.ts';
import { asContract } from '../../support/answers.ts';
import { anId } from '../../support/builders/ids.ts';
import { type MorningSchool, openMorningSchool } from '../../support/builders/morning-school.ts';
import { aGroup, anAssignment, FRIDAY, TUESDAY } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { aContext } from '../../support/core-context.ts';

let school: MorningSchool;
beforeEach(async () => {
  school = await openMorningSchool();
});
afterEach(() => school.cache.close());

async function rightsOf(staffId: string, context = aContext(school.cache)) {
  return asContract('rights.ofPerson', await rightsHandlers(context)['rights.ofPerson']({ staffId }));
}

test('responsibilities with their days: classes, substitutions to come, groups no longer than they last', async () => {
  const club = aGroup({ untilDay: FRIDAY });
  const staffId = school.petersen.id;
  await seed(school.cache, {
    schoolGroup: club,
    groupLead: { id: anId(), groupId: club.id, staffId, fromDay: '2026-09-01', untilDay: null },
    classAssignment: [
      anAssignment({ classId: school.classes['1a'].id, staffId, fromDay: TUESDAY, untilDay: TUESDAY }),
      anAssignment({ classId: school.classes['1a'].id, staffId, untilDay: '2026-10-01' }),
    ],
  });
  const answer = await rightsOf(staffId);
  expect(answer?.responsibilities.map(({ name, when, untilDay }) => [name, when, untilDay])).toEqual([
    ['3b', 'current', null],
    ['Schach-AG', 'current', FRIDAY],
    ['1a', 'future', TUESDAY],
  ]);
});

test('says exactly what the table of rights says of the role', async () => {
  const answer = await rightsOf(school.petersen.id);
  const seen = Object.entries(facetRights).filter(([, right]) => right.teacher !== 'none');
  const done = Object.entries(operationRights).filter(([, right]) => right.teacher !== 'none');
  expect(answer?.sees).toEqual(seen.map(([facet, right]) => ({ facet, reach: right.teacher })));
  expect(answer?.does).toEqual(done.map(([operation, right]) => ({ operation, reach: right.teacher })));
});

test('a teacher is told their own rights and nobody else’s', async () => {
  const { id } = school.petersen;
  const petersen = aContext(school.cache, { actor: { id, role: 'teacher', name: 'Jan Petersen' } });
  expect((await rightsOf(id, petersen))?.name).toBe('Jan Petersen');
  expect(await rightsOf(school.sommer.id, petersen)).toBeNull();
  expect(await rightsOf(anId())).toBeNull();
});
