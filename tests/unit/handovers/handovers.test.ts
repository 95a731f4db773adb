import { afterEach, beforeEach, expect, test } from 'vitest';
import { handoverHandlers } from '../../../src-main/core/handovers/handlers.ts';
import type { Row } from '../../../src-shared/tables/registry.ts';
import { aCall } from '../../support/builders/absences.ts';
import { aHandover } from '../../support/builders/handovers.ts';
import { anId } from '../../support/builders/ids.ts';
import { type OneChildSchool, openOneChildSchool } from '../../support/builders/opened-school.ts';
import { anOffice, at } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { reasonOf, run } from '../../support/cache.ts';
import { aContext } from '../../support/core-context.ts';

interface Entered {
  readonly id: string;
  readonly name: string;
  readonly args: unknown;
  readonly after: readonly string[];
}

let school: OneChildSchool;
let entered: Entered[];
beforeEach(async () => {
  school = await openOneChildSchool();
  entered = [];
});
afterEach(() => school.cache.close());

const handlers = () =>
  handoverHandlers(aContext(school.cache), {
    newId: anId,
    enter: async (name, args, after = []) => {
      const id = anId();
      entered.push({ id, name, args, after });
      return id;
    },
  });

/** A sick note that a teacher took down for a child of another class by now. */
function aSickNote(fields: Partial<Row<'handover'>> = {}): Row<'handover'> {
  const studentId = school.student.id;
  const args = JSON.stringify(aCall({ studentId, remark: 'Fieber seit gestern' }));
  return aHandover({ studentId, operation: 'absences.record', args, ...fields });
}

test('what waits is listed with whom it is about and who wrote it, the oldest first', async () => {
  const [late, early] = [
    aSickNote({ handedOverAt: at('08:00') }),
    aHandover({ studentId: anId(), handedOverAt: at('07:30') }),
  ];
  const settled = aSickNote({ state: 'setAside', settledAt: at('08:00'), settledBy: anOffice().id });
  await seed(school.cache, { handover: [late, early, settled] });
  const { handovers } = await handlers()['handovers.waiting']({});
  const { id: studentId, givenName, familyName } = school.student;
  expect(handovers).toMatchObject([
    { handoverId: early.id, student: null, mayTakeOver: false },
    {
      handoverId: late.id,
      student: { studentId, givenName, familyName, className: '3b' },
      authorName: 'Jan Petersen',
      operation: 'absences.record',
      args: late.args,
      mayTakeOver: true,
    },
  ]);
});

test('taken over it is the office’s own entry, and is settled only with it', async () => {
  const handover = aSickNote();
  await seed(school.cache, { handover });
  await handlers()['handovers.takeOver']({ handoverId: handover.id });
  const [own, settling] = entered;
  expect(own).toMatchObject({ name: 'absences.record', args: JSON.parse(handover.args), after: [] });
  expect(settling).toMatchObject({
    name: 'handovers.settle',
    args: { handoverId: handover.id, outcome: 'takenOver' },
    after: [own?.id],
  });
});

test.each([
  ['what only the head decides', { operation: 'absences.requireCertificate' }],
  ['what this version does not know', { operation: 'absences.forget' }],
  ['what has no form any more', { args: '{"studentId":"somebody"}' }],
])('the office can’t take over %s', async (_, fields) => {
  const handover = aSickNote(fields);
  await seed(school.cache, { handover });
  expect((await handlers()['handovers.waiting']({})).handovers).toMatchObject([{ mayTakeOver: false }]);
  await expect(handlers()['handovers.takeOver']({ handoverId: handover.id })).rejects.toThrow('forbidden');
  expect(entered).toEqual([]);
});

test('what somebody has settled already is not entered once more', async () => {
  const handover = aSickNote({ state: 'takenOver', settledAt: at('08:00'), settledBy: anOffice().id });
  await seed(school.cache, { handover });
  const again = handlers()['handovers.takeOver']({ handoverId: handover.id });
  await expect(again).rejects.toThrow('handoverUnknown');
  expect(entered).toEqual([]);
});

test('settling says who and when; the second outcome changes nothing', async () => {
  const handover = aSickNote();
  await seed(school.cache, { handover });
  const settle = (outcome: 'setAside' | 'takenOver', time: string) =>
    run(school.cache, 'handovers.settle', { handoverId: handover.id, outcome }, { at: time });
  expect(reasonOf(await settle('setAside', '08:20'))).toBe('accepted');
  expect(await settle('takenOver', '08:25')).toMatchObject({ kind: 'accepted', changes: [] });
  expect(await school.cache.rows('handover')).toMatchObject([
    { ...handover, state: 'setAside', settledAt: at('08:20'), settledBy: anOffice().id },
  ]);
  const unknown = { handoverId: anId(), outcome: 'setAside' as const };
  expect(reasonOf(await run(school.cache, 'handovers.settle', unknown))).toBe('handoverUnknown');
});
