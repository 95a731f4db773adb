import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CommandArgs } from '../../../src-shared/contract/commands.ts';
import { aCall } from '../../support/builders/absences.ts';
import { anId } from '../../support/builders/ids.ts';
import { type OneChildSchool, openOneChildSchool } from '../../support/builders/opened-school.ts';
import { aPrincipal, FRIDAY, MONDAY, TUESDAY, WEDNESDAY } from '../../support/builders/school.ts';
import { contentOf, reasonOf, run } from '../../support/cache.ts';

let school: OneChildSchool;
let of: { absenceId: string; studentId: string };
beforeEach(async () => {
  school = await openOneChildSchool();
  const call = aCall({ studentId: school.student.id, excuseExpected: 'written' });
  await run(school.cache, 'absences.record', call);
  of = { absenceId: call.absenceId, studentId: school.student.id };
});
afterEach(() => school.cache.close());

type Change =
  | ['absences.correct', Omit<CommandArgs<'absences.correct'>, 'absenceId' | 'studentId'>]
  | ['absences.excuse', Omit<CommandArgs<'absences.excuse'>, 'absenceId' | 'studentId'>]
  | ['absences.noteWrittenExcuse', { on: string }]
  | ['absences.noteCertificate', { on: string }];

/** Changes the absence; the id of its entry in the history. */
async function change([name, args]: Change): Promise<string> {
  // Name and arguments are one member of the union.
  const outcome = await run(school.cache, name, { ...of, ...args } as never);
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return outcome.result.eventId ?? '';
}

function retract(eventId: string, args = of) {
  return run(school.cache, 'absences.retractChange', { ...args, eventId });
}

const absence = async () => (await school.cache.rows('absence'))[0];

const changes: Change[] = [
  ['absences.excuse', { excuse: 'unexcused' }],
  ['absences.noteWrittenExcuse', { on: MONDAY }],
  ['absences.noteCertificate', { on: TUESDAY }],
  ['absences.correct', { fields: { untilDay: FRIDAY, reason: 'doctor', remark: 'Termin' } }],
  ['absences.correct', { fields: { span: 'arrivesLate', atTime: '09:30' } }],
  ['absences.correct', { fields: { excuseExpected: 'none' } }],
];

test.each(changes)('%s %o is taken back whole, and the history keeps both', async (...one) => {
  const before = await absence();
  const eventId = await change(one as Change);
  expect(await absence()).not.toEqual(before);
  expect(reasonOf(await retract(eventId))).toBe('accepted');
  expect(await absence()).toEqual(before);
  const events = await school.cache.rows('absenceEvent');
  expect(events).toHaveLength(3);
  expect(events.find(({ kind }) => kind === 'changeRetracted')?.changes).not.toBeNull();
});

test('the mark "fehlt" follows', async () => {
  const eventId = await change(['absences.correct', { fields: { untilDay: FRIDAY } }]);
  await retract(eventId);
  expect(await school.cache.rows('absenceMark')).toMatchObject([{ untilDay: MONDAY }]);
});

test('another field that was changed since stays changed', async () => {
  const eventId = await change(['absences.correct', { fields: { untilDay: FRIDAY } }]);
  await change(['absences.excuse', { excuse: 'unexcused' }]);
  expect(reasonOf(await retract(eventId))).toBe('accepted');
  expect(await absence()).toMatchObject({ untilDay: MONDAY, excuse: 'unexcused' });
});

describe('nothing is taken back', () => {
  test('when the same field was changed again since', async () => {
    const eventId = await change(['absences.noteWrittenExcuse', { on: MONDAY }]);
    await run(school.cache, 'absences.excuse', { ...of, excuse: 'unexcused' }, { actor: aPrincipal() });
    const before = await contentOf(school.cache);
    expect(reasonOf(await retract(eventId))).toBe('workedOnSince');
    expect(await contentOf(school.cache)).toEqual(before);
  });

  test('when a report has widened the days since', async () => {
    const eventId = await change(['absences.correct', { fields: { untilDay: TUESDAY } }]);
    await run(school.cache, 'absences.record', aCall({ studentId: of.studentId, untilDay: FRIDAY }));
    expect(reasonOf(await retract(eventId))).toBe('workedOnSince');
  });

  test('when the old end lies before what is now the beginning', async () => {
    const eventId = await change(['absences.correct', { fields: { untilDay: FRIDAY } }]);
    await change(['absences.correct', { fields: { fromDay: WEDNESDAY } }]);
    expect(reasonOf(await retract(eventId))).toBe('workedOnSince');
  });

  test('of the beginning of an absence, of another’s entry, or once it is withdrawn', async () => {
    const [recorded] = await school.cache.rows('absenceEvent');
    expect(reasonOf(await retract(recorded?.id ?? ''))).toBe('entryUnknown');
    expect(reasonOf(await retract(anId()))).toBe('doneByOther');
    expect(reasonOf(await retract(anId(), { ...of, studentId: anId() }))).toBe('absenceUnknown');
    const eventId = await change(['absences.excuse', { excuse: 'unexcused' }]);
    await run(school.cache, 'absences.withdraw', of);
    expect(reasonOf(await retract(eventId))).toBe('alreadyWithdrawn');
  });
});

test('what changed nothing has no entry to take back', async () => {
  await change(['absences.excuse', { excuse: 'unexcused' }]);
  expect(await run(school.cache, 'absences.excuse', { ...of, excuse: 'unexcused' })).toMatchObject({
    result: { eventId: null },
  });
});

test('changes taken back in the opposite order leave the absence as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...changes), { minLength: 1, maxLength: 5 }), (made) =>
      school.cache.trying(async () => {
        const before = await absence();
        const events: string[] = [];
        for (const one of made) events.unshift(await change(one));
        for (const eventId of events.filter((id) => id !== '')) {
          expect(reasonOf(await retract(eventId))).toBe('accepted');
          expect(await retract(eventId)).toMatchObject({ kind: 'accepted', changes: [] });
        }
        expect(await absence()).toEqual(before);
      }),
    ),
    { numRuns: 40 },
  );
});
