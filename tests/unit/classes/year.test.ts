import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { classOnDay } from '../../../src-shared/classes/class-of-day.ts';
import { type EndingYear, early, FIRST, LAST, openEndingYear } from '../../support/builders/ending-year.ts';
import { anId } from '../../support/builders/ids.ts';
import { aRollCall } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { reasonOf, run } from '../../support/cache.ts';

let school: EndingYear;
beforeEach(async () => {
  school = await openEndingYear();
});
afterEach(() => school.cache.close());

describe('the change of the school year', () => {
  test('takes each class to the next, and the last year out of the school with its history', async () => {
    expect(reasonOf(await school.change())).toBe('accepted');
    expect(await school.child(school.ben.id)).toMatchObject({ classId: school.fresh['2a'], leftOn: null });
    expect(await school.child(school.zoe.id)).toMatchObject({ classId: school.old['4c'].id, leftOn: LAST });
    const classes = await school.cache.rows('schoolClass');
    expect(classes.filter(({ endedOn }) => endedOn === LAST).map(({ id }) => id)).toEqual(
      Object.values(school.old)
        .map(({ id }) => id)
        .sort(),
    );
    expect(classes.find(({ id }) => id === school.fresh['1a'])).toMatchObject({
      ...{ name: '1a', schoolYear: '2027/28', endedOn: null },
    });
  });

  test('takes who is responsible along, and ends it with a class that leaves', async () => {
    await school.change();
    const spans = (await school.cache.rows('classAssignment')).map(({ classId, kind, fromDay, untilDay }) => [
      ...[classId, kind, fromDay, untilDay],
    ]);
    expect(new Set(spans.map(String))).toEqual(
      new Set(
        [
          [school.old['1a'].id, 'classTeacher', '2026-08-01', LAST],
          [school.old['4c'].id, 'subjectTeacher', '2026-08-01', LAST],
          [school.fresh['2a'], 'classTeacher', FIRST, null],
        ].map(String),
      ),
    );
  });

  test('takes along a group by rule that names classes', async () => {
    const rule = JSON.stringify({ classIds: [school.old['1a'].id, school.old['4c'].id], lunch: true });
    const group = { id: anId(), kind: 'care' as const, name: 'Mittag', note: null };
    await seed(school.cache, { schoolGroup: { ...group, rule, fromDay: '2026-08-01', untilDay: null } });
    await school.change();
    const [after] = await school.cache.rows('schoolGroup');
    expect(JSON.parse(after?.rule ?? '')).toEqual({ classIds: [school.fresh['2a']], lunch: true });
  });

  test('lets a child repeat, skip or leave on its own', async () => {
    const apart = [
      { studentId: school.ben.id, toClassId: school.fresh['1a'] },
      { studentId: school.eda.id, toClassId: null },
      { studentId: school.zoe.id, toClassId: school.fresh['3b'] },
    ];
    await school.change({ apart });
    expect(await school.child(school.ben.id)).toMatchObject({ classId: school.fresh['1a'], leftOn: null });
    expect(await school.child(school.eda.id)).toMatchObject({ leftOn: LAST });
    expect(await school.child(school.zoe.id)).toMatchObject({ classId: school.fresh['3b'], leftOn: null });
    expect(reasonOf(await school.change({ apart: [{ studentId: anId(), toClassId: null }] }))).not.toBe(
      'accepted',
    );
  });

  test('leaves alone who has left before, and knows who was to leave later', async () => {
    await seed(school.cache, {
      student: [
        { ...school.ben, leftOn: '2027-07-02' },
        { ...school.zoe, leftOn: '2027-09-30' },
      ],
    });
    const args = school.wish();
    await run(school.cache, 'classes.changeYear', args, early);
    expect(await school.child(school.ben.id)).toMatchObject({
      classId: school.old['1a'].id,
      leftOn: '2027-07-02',
    });
    expect(await school.child(school.zoe.id)).toMatchObject({ leftOn: LAST });
    await run(school.cache, 'classes.restoreYear', { changeId: args.changeId }, early);
    expect(await school.child(school.zoe.id)).toMatchObject({ leftOn: '2027-09-30' });
  });

  test('makes one class of two', async () => {
    const moves = [
      { fromClassId: school.old['1a'].id, toClassId: school.fresh['2a'] },
      { fromClassId: school.old['2b'].id, toClassId: school.fresh['2a'] },
    ];
    expect(reasonOf(await school.change({ moves }))).toBe('accepted');
    const together = (await school.cache.rows('student')).filter(
      ({ classId }) => classId === school.fresh['2a'],
    );
    expect(together.map(({ id }) => id).sort()).toEqual([school.ben.id, school.eda.id].sort());
  });
});

describe('a change of the school year is refused', () => {
  test('before its first day, and a second time', async () => {
    expect(reasonOf(await school.change({ firstDay: '2027-08-13' }))).toBe('yearNotBegun');
    expect(reasonOf(await school.change({ firstDay: '2027-07-31' }))).toBe('yearChangedAlready');
    expect(reasonOf(await school.change())).toBe('accepted');
    expect(reasonOf(await school.change())).toBe('yearChangedAlready');
  });

  test('with two classes of one name, or a class nobody knows', async () => {
    const [first, ...others] = school.wish().moves;
    expect(reasonOf(await school.change({ moves: others }))).toBe('classNameTaken');
    const lost = { fromClassId: anId(), toClassId: null };
    expect(reasonOf(await school.change({ moves: [...(first ? [first] : []), ...others, lost] }))).toBe(
      'classUnknown',
    );
    const astray = { fromClassId: school.old['1a'].id, toClassId: anId() };
    expect(reasonOf(await school.change({ moves: [astray, ...others] }))).toBe('classUnknown');
  });

  test('from a day on which an old class has reported already', async () => {
    await seed(school.cache, {
      rollCall: aRollCall({ classId: school.old['1a'].id, staffId: school.teacher.id, day: FIRST }),
    });
    expect(reasonOf(await school.change())).toBe('usedAfterFirstDay');
    expect(
      reasonOf(await school.change({ firstDay: '2027-08-13' }, { at: '2027-08-13T06:00:00.000Z' })),
    ).toBe('accepted');
  });
});

describe('the class of a day', () => {
  const onDay = async (id: string, day: string) => {
    const student = await school.child(id);
    return student && classOnDay(school.cache.db, student, day);
  };

  test('is the old one before the first day, also for a leaver, and follows a move of one child', async () => {
    await school.change();
    await run(
      school.cache,
      'students.move',
      { studentId: school.ben.id, classId: school.fresh['3b'] },
      { at: '2027-10-04T06:00:00.000Z' },
    );
    expect(await onDay(school.ben.id, LAST)).toBe(school.old['1a'].id);
    expect(await onDay(school.ben.id, '2027-10-03')).toBe(school.fresh['2a']);
    expect(await onDay(school.ben.id, '2027-10-04')).toBe(school.fresh['3b']);
    expect(await onDay(school.zoe.id, LAST)).toBe(school.old['4c'].id);
  });

  test('is where a tick of that day goes, though it arrives after the change', async () => {
    await school.change();
    const mark = { markId: anId(), studentId: school.ben.id, day: LAST, state: 'missing' as const };
    await run(school.cache, 'rollCall.mark', { ...mark, minutesLate: null }, early);
    expect(await school.cache.rows('rollCallMark')).toMatchObject([{ classId: school.old['1a'].id }]);
    const late = { rollCallId: anId(), classId: school.old['1a'].id, day: FIRST };
    expect(reasonOf(await run(school.cache, 'rollCall.report', late, early))).toBe('classUnknown');
  });

  test('nobody is put into a class that had not ended when the entry was made, but has by now', async () => {
    await school.change();
    const late = { studentId: school.ben.id, classId: school.old['2b'].id };
    expect(reasonOf(await run(school.cache, 'students.move', late, early))).toBe('classUnknown');
  });
});
