import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { FoundedSchool } from '../support/founded-school.ts';
import { engines } from '../support/test-database.ts';
import { useServer } from '../support/test-server.ts';
import { ThinClient } from '../support/thin-client.ts';

const FIRST = '2027-08-12';

describe.each(engines)('the change of the school year, on %s', (engine) => {
  const server = useServer(engine);
  beforeEach(() => server().clock.set(`${FIRST}T07:30`));
  afterAll(() => server().clock.set('2026-11-24T07:30'));

  /** 1a becomes 2a, 2b becomes 3b, and 3c leaves. */
  function wishOf(school: FoundedSchool) {
    const { a, b, c } = school.rows.classes;
    const [next, third] = [school.newId(), school.newId()];
    return {
      ...{ changeId: school.newId(), firstDay: FIRST, apart: [] },
      classes: [
        { classId: next, name: '2a', gradeLevel: 2 },
        { classId: third, name: '3b', gradeLevel: 3 },
      ],
      moves: [
        { fromClassId: a, toClassId: next },
        { fromClassId: b, toClassId: third },
        { fromClassId: c, toClassId: null },
      ],
    };
  }

  const register = async (school: FoundedSchool) =>
    Object.fromEntries(
      await Promise.all(
        (['schoolClass', 'classAssignment', 'schoolGroup', 'student', 'classMove'] as const).map(
          async (table) => [table, (await school.all(table)).map(({ revision: _, ...row }) => row)] as const,
        ),
      ),
    );

  it('reaches every desk: teachers keep their children, and leavers are nobody’s but the office’s', async () => {
    const school = await server().newSchool();
    const teacher = await new ThinClient(server().parts, school.session('teacherA')).firstPull();
    const leaving = await new ThinClient(server().parts, school.session('substitute')).firstPull();
    const office = await new ThinClient(server().parts, school.session('secondOffice')).firstPull();
    expect(leaving.row('studentDetail', school.students.c1)).toBeDefined();
    const wish = wishOf(school);
    expect((await school.act('office', 'classes.changeYear', wish)).status).toBe('applied');
    for (const desk of [teacher, leaving, office]) await desk.pull();
    expect(teacher.row('student', school.students.a1)).toMatchObject({ classId: wish.classes[0]?.classId });
    expect(teacher.row('studentDetail', school.students.a1)).toBeDefined();
    expect(leaving.row('studentDetail', school.students.c1)).toBeUndefined();
    expect(office.row('student', school.students.c1)).toMatchObject({ leftOn: '2027-08-11' });
    expect(office.row('studentDetail', school.students.c1)).toBeDefined();
  });

  it('is the office’s and the head’s, and only once a year, whoever is quicker', async () => {
    const school = await server().newSchool();
    for (const who of ['teacherA', 'administrator', 'mother'] as const)
      expect(await school.act(who, 'classes.changeYear', wishOf(school))).toMatchObject({
        reason: 'forbidden',
      });
    const late = school.entry('classes.changeYear', wishOf(school));
    expect((await school.act('principal', 'classes.changeYear', wishOf(school))).status).toBe('applied');
    expect(await school.send('secondOffice', late)).toMatchObject({ reason: 'yearChangedAlready' });
    const classes = (await school.all('schoolClass')).filter(({ endedOn }) => endedOn === null);
    expect(classes.map(({ name }) => name).sort()).toEqual(['2a', '3b']);
  });

  it('takes along a child that another desk enrolled before, and refuses one for a class that is over', async () => {
    const school = await server().newSchool();
    const enrol = (studentId: string) =>
      school.entry('students.enrol', {
        ...{ studentId, givenName: 'Ida', familyName: 'Neu', birthDate: null, allDayCare: 0 },
        ...{ lunch: 0, earlyPickupAt: null, classId: school.rows.classes.a },
      });
    // The change was made at a desk that did not know of the child.
    const wish = wishOf(school);
    const change = school.entry('classes.changeYear', wish);
    const [known, late] = [school.newId(), school.newId()];
    const offline = { ...enrol(late), occurredAt: '2027-08-10T06:00:00.000Z' };
    await school.send('secondOffice', enrol(known));
    expect((await school.send('office', change)).status).toBe('applied');
    const child = (await school.all('student')).find(({ id }) => id === known);
    expect(child).toMatchObject({ classId: wish.classes[0]?.classId });
    expect(await school.send('secondOffice', offline)).toMatchObject({ reason: 'classUnknown' });
  });

  it('is taken back as a whole, row by row, also at two desks at once', async () => {
    const school = await server().newSchool();
    const before = await register(school);
    const wish = wishOf(school);
    await school.act('office', 'classes.changeYear', wish);
    const teacher = await new ThinClient(server().parts, school.session('substitute')).firstPull();
    const { changeId } = wish;
    const late = school.entry('classes.restoreYear', { changeId });
    expect((await school.act('principal', 'classes.restoreYear', { changeId })).status).toBe('applied');
    expect((await school.send('office', late)).status).toBe('applied');
    expect(await register(school)).toEqual(before);
    await teacher.pull();
    expect(teacher.row('studentDetail', school.students.c1)).toBeDefined();
    // And then the year can be changed again.
    expect((await school.act('office', 'classes.changeYear', wishOf(school))).status).toBe('applied');
  });

  it('stays when a new class has reported', async () => {
    const school = await server().newSchool();
    const wish = wishOf(school);
    await school.act('office', 'classes.changeYear', wish);
    const classId = wish.classes[0]?.classId ?? '';
    const report = { rollCallId: school.newId(), classId, day: FIRST };
    expect((await school.act('teacherA', 'rollCall.report', report)).status).toBe('applied');
    const { changeId } = wish;
    expect(await school.act('office', 'classes.restoreYear', { changeId })).toMatchObject({
      reason: 'rollCallSince',
    });
  });
});
