import { afterEach, describe, expect, it } from 'vitest';
import { beginDays } from '../../src-server/start/housekeeping.ts';
import type { FoundedSchool, StaffName } from '../support/founded-school.ts';
import { plainRows, visibleRowsOf } from '../support/rights-oracle.ts';
import { engines } from '../support/test-database.ts';
import { useServer } from '../support/test-server.ts';
import { ThinClient } from '../support/thin-client.ts';

const TODAY = '2026-11-24';
const TOMORROW = '2026-11-25';
const YESTERDAY = '2026-11-23';

describe.each(engines)('who is responsible for a child on %s', (engine) => {
  const server = useServer(engine);
  afterEach(() => server().clock.set(`${TODAY}T07:30`));

  async function client(school: FoundedSchool, who: StaffName) {
    return new ThinClient(server().parts, school.session(who)).firstPull();
  }

  async function dawn(day: string) {
    server().clock.set(`${day}T00:00`);
    await beginDays(server().parts);
  }

  /** What a device holds is exactly what its person may see: no row of anybody else's child is left. */
  async function exact(device: ThinClient) {
    expect(plainRows(device.rows)).toEqual(plainRows(await visibleRowsOf(server().parts, device.session)));
  }

  const substitution = (school: FoundedSchool, fromDay: string, untilDay: string) => ({
    ...{ assignmentId: school.newId(), classId: school.rows.classes.c, staffId: school.staff.teacherA },
    ...{ kind: 'substitute' as const, fromDay, untilDay },
  });

  it('S15: a substitution of today shows the children on a connected device at once, with their guardians', async () => {
    const school = await server().newSchool();
    const stand = await client(school, 'substitute');
    await stand.listen();
    const { a2 } = school.students;
    const { other } = school.rows.guardians;
    const args = { ...substitution(school, TODAY, TODAY), classId: school.rows.classes.a };
    const held = () => [stand.holds('studentDetail', a2), stand.holds('guardianContact', contact)];
    const contact = String((await school.all('guardianContact')).find((one) => one.guardianId === other)?.id);
    expect(held()).toEqual([false, false]);
    await school.act('office', 'classes.appoint', { ...args, staffId: school.staff.substitute });
    await stand.readInbox();
    expect(held()).toEqual([true, true]);
    expect(stand.grants).toContainEqual({ facet: 'student.contact', rootId: a2, untilDay: TODAY });
    await exact(stand);
    const { assignmentId, classId } = args;
    await school.act('principal', 'classes.relieve', { assignmentId, classId, on: YESTERDAY });
    await stand.readInbox();
    expect(held()).toEqual([false, false]);
    expect(stand.holds('classAssignment', assignmentId)).toBe(false);
    await exact(stand);
  });

  it('S15: one that begins tomorrow shows nothing before its first minute, and nothing after its last', async () => {
    const school = await server().newSchool();
    const teacher = await client(school, 'teacherA');
    const { c1 } = school.students;
    await school.act('office', 'classes.appoint', substitution(school, TOMORROW, TOMORROW));
    await teacher.pull();
    expect(teacher.holds('studentDetail', c1)).toBe(false);
    server().clock.set(`${TODAY}T23:59`);
    await beginDays(server().parts);
    await teacher.pull();
    expect(teacher.holds('studentDetail', c1)).toBe(false);
    await dawn(TOMORROW);
    await teacher.pull();
    expect(teacher.holds('studentDetail', c1)).toBe(true);
    await exact(teacher);
    await dawn('2026-11-26');
    await teacher.pull();
    expect(teacher.holds('studentDetail', c1)).toBe(false);
    await exact(teacher);
  });

  it('S15: a device that was away learns at its next sync what began and ended meanwhile', async () => {
    const school = await server().newSchool();
    const teacher = await client(school, 'teacherA');
    const leadId = school.newId();
    const lead = { leadId, groupId: school.rows.groups.choir };
    await school.act('office', 'groups.appointLead', {
      ...{ ...lead, staffId: school.staff.teacherA, fromDay: TODAY, untilDay: null },
    });
    await teacher.pull();
    expect(teacher.holds('studentDetail', school.students.c2)).toBe(true);
    await exact(teacher);
    await school.act('office', 'groups.relieveLead', { ...lead, on: TODAY });
    await dawn(TOMORROW);
    await teacher.pull();
    expect(teacher.holds('studentDetail', school.students.c2)).toBe(false);
    expect(teacher.row('groupLead', leadId)).toMatchObject({ untilDay: TODAY });
    await exact(teacher);
  });

  it('a child that joins a led group comes to its lead, and goes with its last day or the group’s', async () => {
    const school = await server().newSchool();
    const teacher = await client(school, 'teacherA');
    const { chess } = school.rows.groups;
    const { c1, b2 } = school.students;
    const members = [c1, b2].map((studentId) => ({ membershipId: school.newId(), studentId }));
    await school.act('office', 'groups.admitStudents', {
      ...{ groupId: chess, students: members, fromDay: TODAY, untilDay: null },
    });
    await teacher.pull();
    expect([c1, b2].map((id) => teacher.holds('studentDetail', id))).toEqual([true, true]);
    await school.act('teacherA', 'groups.dismissStudent', {
      ...{ membershipId: members[0]?.membershipId ?? '', studentId: c1, groupId: chess, on: TODAY },
    });
    await teacher.pull();
    expect(teacher.grants).toContainEqual({ facet: 'student.core', rootId: c1, untilDay: TODAY });
    await dawn(TOMORROW);
    await teacher.pull();
    expect([c1, b2].map((id) => teacher.holds('studentDetail', id))).toEqual([false, true]);
    await school.act('office', 'groups.correct', { groupId: chess, fields: { untilDay: TODAY } });
    await teacher.pull();
    expect(teacher.holds('studentDetail', b2)).toBe(false);
    await exact(teacher);
  });

  it('a rule follows the facts: who fits comes, who no longer fits goes', async () => {
    const school = await server().newSchool();
    const teacher = await client(school, 'teacherA');
    const { b1 } = school.students;
    const [detail] = (await school.all('studentDetail')).filter(({ id }) => id === b1);
    const care = async (value: 0 | 1) =>
      school.act('office', 'students.correct', { studentId: b1, fields: { allDayCare: value } });
    await care(0);
    const groupId = school.newId();
    const rule = { gradeLevels: [2], allDayCare: true as const };
    await school.act('office', 'groups.found', {
      ...{ groupId, kind: 'care', name: 'Betreuung 2', rule, note: null, fromDay: TODAY, untilDay: null },
    });
    const staffId = school.staff.teacherA;
    await school.act('office', 'groups.appointLead', {
      ...{ leadId: school.newId(), groupId, staffId, fromDay: TODAY, untilDay: null },
    });
    await teacher.pull();
    const held = [];
    for (const value of [1, 0] as const) {
      await care(value);
      await teacher.pull();
      held.push(teacher.holds('studentDetail', b1));
      await exact(teacher);
    }
    expect([detail?.id, held]).toEqual([b1, [true, false]]);
  });

  it('S14: who leads a group enters and takes out own children only, and nobody in a group of others', async () => {
    const school = await server().newSchool();
    const { chess, choir } = school.rows.groups;
    const admit = async (groupId: string, studentId: string) => {
      const students = [{ membershipId: school.newId(), studentId }];
      const span = { fromDay: TODAY, untilDay: null };
      const answer = await school.act('teacherA', 'groups.admitStudents', { groupId, students, ...span });
      return answer.status === 'refused' ? answer.reason : answer.status;
    };
    expect(await admit(chess, school.students.a1)).toBe('applied');
    expect(await admit(chess, school.students.b1)).toBe('forbidden');
    expect(await admit(choir, school.students.a1)).toBe('forbidden');
  });

  it('a colleague’s last day is the last on which anything is theirs', async () => {
    const school = await server().newSchool();
    const teacher = await client(school, 'teacherA');
    await school.act('principal', 'staff.leave', { staffId: school.staff.teacherA, on: TODAY });
    await teacher.pull();
    expect(teacher.holds('studentDetail', school.students.a1)).toBe(true);
    await dawn(TOMORROW);
    await teacher.pull();
    expect(plainRows(teacher.rows)).toEqual({});
  });
});
