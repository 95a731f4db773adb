import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NotifiableIllness } from '../../../src-shared/absences/notifiable-illness.ts';
import { anAbsence } from '../../support/builders/absences.ts';
import { anId } from '../../support/builders/ids.ts';
import { type OneChildSchool, openOneChildSchool } from '../../support/builders/opened-school.ts';
import { seed } from '../../support/builders/seed.ts';
import { reasonOf, run } from '../../support/cache.ts';

let school: OneChildSchool;
let absence: ReturnType<typeof anAbsence>;
beforeEach(async () => {
  school = await openOneChildSchool();
  absence = anAbsence({ studentId: school.student.id });
  await seed(school.cache, { absence });
});
afterEach(() => school.cache.close());

describe('a notifiable illness that was noted wrongly', () => {
  const change = (illness: NotifiableIllness | null, fields: object = {}) =>
    run(school.cache, 'absences.changeNotifiable', {
      absenceId: absence.id,
      studentId: school.student.id,
      illness,
      ...fields,
    });
  const noted = async () => (await school.cache.rows('absenceNotifiable')).map((row) => row.illness);

  test('is changed, taken away and noted again, and says what stood there before', async () => {
    expect(await change('scabies')).toMatchObject({ result: { before: null } });
    expect(await change('measles')).toMatchObject({ result: { before: 'scabies' } });
    expect(await noted()).toEqual(['measles']);
    expect(await change(null)).toMatchObject({ result: { before: 'measles' } });
    expect(await noted()).toEqual([]);
  });

  test('leaves no word of it in the history, which teachers see', async () => {
    const before = await school.cache.rows('absenceEvent');
    await change('scabies');
    expect(await school.cache.rows('absenceEvent')).toEqual(before);
  });

  test('stands once the health office was told; the same again is no change', async () => {
    await change('scabies');
    const ofAbsence = { absenceId: absence.id, studentId: school.student.id };
    await run(school.cache, 'absences.noteHealthOfficeNotice', ofAbsence);
    expect(reasonOf(await change(null))).toBe('healthOfficeTold');
    expect(reasonOf(await change('measles'))).toBe('healthOfficeTold');
    expect(await change('scabies')).toMatchObject({ kind: 'accepted', changes: [] });
  });

  test('of another child, or of an absence that was withdrawn, is left alone', async () => {
    expect(reasonOf(await change('scabies', { studentId: anId() }))).toBe('absenceUnknown');
    await run(school.cache, 'absences.withdraw', {
      absenceId: absence.id,
      studentId: school.student.id,
    });
    expect(reasonOf(await change('scabies'))).toBe('alreadyWithdrawn');
  });
});
