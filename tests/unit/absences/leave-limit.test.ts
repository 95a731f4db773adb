import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aCall, anAbsence } from '../../support/builders/absences.ts';
import { type OneChildSchool, openOneChildSchool } from '../../support/builders/opened-school.ts';
import { aFreePeriod, anOffice, aPrincipal, aTeacher } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { reasonOf, run } from '../../support/cache.ts';

let school: OneChildSchool;
beforeEach(async () => {
  school = await openOneChildSchool();
  await seed(school.cache, { freePeriod: aFreePeriod() });
});
afterEach(() => school.cache.close());

const tuesday = '2026-11-24';
const thursday = '2026-11-26';
type Fields = Partial<Parameters<typeof aCall>[0]>;

async function record(fields: Fields, actor = aTeacher()) {
  const call = aCall({ studentId: school.student.id, reason: 'leave', fromDay: tuesday, ...fields });
  return reasonOf(await run(school.cache, 'absences.record', call, { actor }));
}

describe('leave that is the head’s to grant is not written down as granted by a teacher', () => {
  test.each<[string, Fields, string]>([
    ['two days', { untilDay: '2026-11-25' }, 'accepted'],
    ['three days', { untilDay: thursday }, 'leaveTooLongForTeacher'],
    ['without an end', { untilDay: null }, 'leaveTooLongForTeacher'],
    ['before the holidays', { fromDay: '2026-12-22', untilDay: '2026-12-22' }, 'leaveTooLongForTeacher'],
    ['three days of illness', { untilDay: thursday, reason: 'illness' }, 'accepted'],
  ])('%s', async (_says, fields, reason) => {
    expect(await record(fields)).toBe(reason);
  });

  test('also not day by day, each joining the one before', async () => {
    expect(await record({ untilDay: '2026-11-25' })).toBe('accepted');
    expect(await record({ fromDay: '2026-11-25', untilDay: thursday })).toBe('leaveTooLongForTeacher');
  });

  test('office and head write it down', async () => {
    expect(await record({ untilDay: thursday }, anOffice())).toBe('accepted');
    expect(await record({ fromDay: '2026-12-01', untilDay: '2026-12-04' }, aPrincipal())).toBe('accepted');
  });
});

describe('a teacher’s correction', () => {
  async function correct(before: Partial<ReturnType<typeof anAbsence>>, fields: object) {
    const absence = anAbsence({ studentId: school.student.id, fromDay: tuesday, ...before });
    await seed(school.cache, { absence });
    const args = { absenceId: absence.id, studentId: school.student.id, fields };
    return reasonOf(await run(school.cache, 'absences.correct', args, { actor: aTeacher() }));
  }
  const granted = { reason: 'leave', untilDay: thursday } as const;

  test.each<[string, Partial<ReturnType<typeof anAbsence>>, object, string]>([
    ['makes no long illness leave', { untilDay: thursday }, { reason: 'leave' }, 'leaveTooLongForTeacher'],
    ['lengthens no leave beyond it', granted, { untilDay: '2026-11-27' }, 'leaveTooLongForTeacher'],
    ['begins none earlier', granted, { fromDay: '2026-11-23' }, 'leaveTooLongForTeacher'],
    ['shortens what the head has granted', granted, { untilDay: '2026-11-25' }, 'accepted'],
    ['annotates it', granted, { remark: 'Beerdigung' }, 'accepted'],
    ['makes it an illness', granted, { reason: 'illness' }, 'accepted'],
  ])('%s', async (_says, before, fields, reason) => {
    expect(await correct(before, fields)).toBe(reason);
  });
});
