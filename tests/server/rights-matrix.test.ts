import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src-shared/contract/commands.ts';
import { type OperationName, operationReach, operationRights } from '../../src-shared/rights/operations.ts';
import type { Reach } from '../../src-shared/rights/roles.ts';
import type { Answer, Entry } from '../../src-shared/sync/protocol.ts';
import type { TableName } from '../../src-shared/tables/registry.ts';
import { anyArgs } from '../support/builders/any-command.ts';
import type { FoundedSchool, GuardianName, StaffName } from '../support/founded-school.ts';
import { engines } from '../support/test-database.ts';
import { useServer } from '../support/test-server.ts';

/** One person of each role, and for whom "own" means something: a child of theirs and one that is not. */
const people = [
  { who: 'office', role: 'schoolOffice', own: 'a1', foreign: 'b1' },
  { who: 'principal', role: 'principal', own: 'a1', foreign: 'b1' },
  { who: 'teacherA', role: 'teacher', own: 'a1', foreign: 'b1' },
  { who: 'substitute', role: 'teacher', own: 'b1', foreign: 'a1' },
  { who: 'administrator', role: 'administrator', own: 'a1', foreign: 'b1' },
  { who: 'mother', role: 'guardian', own: 'a1', foreign: 'a2' },
  { who: 'father', role: 'guardian', own: 'b1', foreign: 'a1' },
] as const satisfies readonly { who: StaffName | GuardianName; role: string; own: string; foreign: string }[];

const names = Object.keys(operationRights).filter((name): name is OperationName => name in operationRights);

/** Operations that are about no child and no class: the school's, or one's own drafts. */
const aboutNoChild: readonly OperationName[] = [
  'inbox.settleMessage',
  'inbox.reopenMessage',
  'handovers.settle',
  'calls.park',
  'calls.discard',
  'roster.apply',
  'roster.undo',
];

function mayReach(reach: Reach, isOwn: boolean, name: OperationName): boolean {
  if (reach === 'own') return isOwn && !aboutNoChild.includes(name);
  return reach !== 'none';
}

describe.each(engines)('the rights matrix on %s (S14)', (engine) => {
  const server = useServer(engine);

  it.each(people)('holds for $who, each operation, own and foreign children', async (person) => {
    const school = await server().newSchool();
    const pool = await idPool(school);
    const expected: Record<string, boolean> = {};
    const actual: Record<string, boolean> = {};
    for (const side of ['own', 'foreign'] as const) {
      const child = school.students[person[side]];
      const about = { studentId: child, groupId: groupOf(school, person.who, side) };
      const entries = names.map((name) => entryAbout(school, name, about, pool));
      const answers = await server().parts.sync.push(school.session(person.who), entries);
      for (const [index, name] of names.entries()) {
        expected[`${name} ${side}`] = mayReach(operationReach(person.role, name), side === 'own', name);
        actual[`${name} ${side}`] = !isForbidden(answers[index]);
      }
    }
    expect(actual).toEqual(expected);
  });

  it('is not widened by what a client says it is', async () => {
    const school = await server().newSchool();
    const args = { ...school.record(school.students.b1), role: 'principal', schoolId: 1, actor: 'office' };
    const entry = { ...school.entry('absences.record', school.record(school.students.b1)), args };
    expect(await school.send('teacherA', entry)).toMatchObject({ reason: 'invalidArguments' });
    const park = { callId: school.newId(), label: 'x', draft: {}, staffId: school.staff.principal };
    const parked = {
      ...school.entry('calls.park', { callId: park.callId, label: 'x', draft: {} }),
      args: park,
    };
    expect(await school.send('office', parked)).toMatchObject({ reason: 'invalidArguments' });
    expect((await school.all('parkedCall')).map((row) => row.staffId)).not.toContain(school.staff.principal);
  });

  it('keeps drafts to the person who parked them', async () => {
    const school = await server().newSchool();
    const callId = school.newId();
    await school.act('office', 'calls.park', { callId, label: 'Anruf', draft: { note: 'x' } });
    const take = await school.act('secondOffice', 'calls.park', { callId, label: 'meins', draft: {} });
    expect(take).toMatchObject({ status: 'refused', reason: 'draftUnknown' });
    const drop = await school.act('principal', 'calls.discard', { callId });
    expect(drop).toMatchObject({ status: 'refused', reason: 'draftUnknown' });
    expect((await school.all('parkedCall')).find((row) => row.id === callId)?.label).toBe('Anruf');
  });

  it('follows the day: a substitution is over at midnight', async () => {
    const school = await server().newSchool();
    const mark = () => ({
      markId: school.newId(),
      studentId: school.students.b1,
      day: '2026-11-24',
      state: 'missing' as const,
      minutesLate: null,
    });
    server().clock.set('2026-11-24T23:59');
    expect((await school.act('substitute', 'rollCall.mark', mark())).status).toBe('applied');
    server().clock.set('2026-11-25T00:00');
    expect(isForbidden(await school.act('substitute', 'rollCall.mark', mark()))).toBe(true);
    server().clock.set('2026-11-24T07:30');
  });
});

function isForbidden(answer: Answer | undefined): boolean {
  return answer?.status === 'refused' && answer.reason === 'forbidden';
}

/** Ids by table, for arguments that name real rows. */
async function idPool(school: FoundedSchool): Promise<Map<TableName, string[]>> {
  const pool = new Map<TableName, string[]>();
  for (const [table, rows] of Object.entries(school.rows.rows))
    pool.set(
      table as TableName, // the keys of the school's rows are table names
      rows.map((row) => row.id),
    );
  return pool;
}

/** What an operation is tried on. */
interface About {
  readonly studentId: string;
  readonly groupId: string;
}

/** A group the person leads, or one that somebody else leads. */
function groupOf(school: FoundedSchool, who: string, side: 'own' | 'foreign'): string {
  const { chess, choir } = school.rows.groups;
  const own = who === 'substitute' ? choir : chess;
  return side === 'own' ? own : own === chess ? choir : chess;
}

/** Valid arguments of an operation, about one child, that child's class, or a group. */
function entryAbout(
  school: FoundedSchool,
  name: OperationName,
  about: About,
  pool: Map<TableName, string[]>,
): Entry {
  const occurredAt = new Date(school.parts.clock.nowMs()).toISOString();
  return {
    id: school.newId(),
    name,
    args: argsAbout(school, name, about, pool),
    occurredAt,
    dependsOn: [],
  };
}

function argsAbout(
  school: FoundedSchool,
  name: OperationName,
  { studentId, groupId }: About,
  pool: Map<TableName, string[]>,
): unknown {
  if (name === 'roster.apply') return { importId: school.newId(), part: 1, parts: 1, steps: [] };
  if (name === 'roster.undo') return { importId: school.newId(), part: 1 };
  const idsOf = (table: TableName) => pool.get(table) ?? [school.newId()];
  const arbitrary: fc.Arbitrary<Record<string, unknown>> = anyArgs(idsOf, [school.newId()])[name];
  const [sample = {}] = fc.sample(arbitrary, { numRuns: 1, seed: 7 });
  const classId = school.rows.rows.student?.find((row) => row.id === studentId)?.classId;
  // A fresh id instead of a sampled one: whose row it names is not what is tried here.
  const fresh = Object.fromEntries(
    Object.entries(sample).map(([key, value]) => [
      key,
      /Id$/.test(key) && value !== null ? school.newId() : value,
    ]),
  );
  const args = {
    ...fresh,
    ...('studentId' in sample ? { studentId } : {}),
    ...('classId' in sample ? { classId } : {}),
    ...('groupId' in sample ? { groupId } : {}),
    ...('students' in sample ? { students: [{ membershipId: school.newId(), studentId }] } : {}),
  };
  expect(commands[name].args.safeParse(args).success, `${name} has valid arguments`).toBe(true);
  return args;
}
