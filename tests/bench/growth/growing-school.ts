import { randomBytes, randomUUID } from 'node:crypto';
import type { DemoSchool } from '../../../resources/demo/demo-school.ts';
import { generateDemoSchools } from '../../../resources/demo/generate.ts';
import { migrateServer } from '../../../src-server/database/migrate.ts';
import { openDatabase } from '../../../src-server/database/open-database.ts';
import { foundDemoSchool } from '../../../src-server/demo/seed-demo.ts';
import { createServerParts, type ServerParts } from '../../../src-server/http/parts.ts';
import type { Session } from '../../../src-server/sync/session.ts';
import { sickNote } from '../desk/sick-notes.ts';
import { DEMO_NOW_MS } from '../harness/demo-morning.ts';
import type { Lab } from '../harness/lab.ts';
import { countRows, enlargedSchool } from './enlarged-school.ts';

/** Who pulls: an office sees the whole school, a teacher the children of a class. */
export const readers = ['office', 'teacher'] as const;
export type Reader = (typeof readers)[number];

/** A school of some size on a server of its own, and two desks that are in step with it. */
export interface GrowingSchool {
  readonly students: number;
  readonly rows: number;
  /** One child of the teacher's class is reported ill. */
  change(): Promise<void>;
  /** Brings a reader up to date. @returns ms it took the server */
  pull(reader: Reader): Promise<number>;
}

/** The smallest school of the demo: 240 children, with the absences of eight weeks. */
function unit(): DemoSchool {
  const [school] = generateDemoSchools('municipality', { today: '2026-11-24', nowTime: '08:14' });
  if (!school) throw new Error('The demo has no school.');
  return school;
}

/** Opens a school as large as so many of the smallest, in an encrypted file. */
export async function openGrowingSchool(lab: Lab, times: number): Promise<GrowingSchool> {
  const key = randomBytes(32).toString('hex');
  const database = await openDatabase({ kind: 'sqlite', file: lab.fresh('school.db'), key });
  lab.later(() => database.close());
  await migrateServer(database.writer, database.dialect);
  const parts = await createServerParts(database, { nowMs: () => DEMO_NOW_MS }, () => undefined);
  const school = enlargedSchool(unit(), times);
  const schoolId = await foundDemoSchool(parts, school, 'none');
  await parts.sync.groups.refreshVisibility(schoolId);
  const people = peopleOf(school, schoolId);
  const cursors = new Map<Reader, string>();
  for (const reader of readers) cursors.set(reader, await firstCursor(parts, people[reader]));
  let count = 0;
  return {
    students: school.rows.student.length,
    rows: countRows(school),
    async change() {
      const entry = { id: randomUUID(), name: 'absences.record', dependsOn: [] };
      const args = sickNote(people.children, count++);
      const occurredAt = new Date(DEMO_NOW_MS).toISOString();
      const [answer] = await parts.sync.push(people.author, [{ ...entry, args, occurredAt }]);
      if (answer?.status !== 'applied') throw new Error('The server did not take the change.');
    },
    async pull(reader) {
      const began = performance.now();
      const answer = await parts.sync.pull(people[reader], cursors.get(reader) ?? '');
      const took = performance.now() - began;
      if (answer.kind !== 'delta' || !answer.rows.absence?.length)
        throw new Error(`The ${reader} has not been told of the change.`);
      cursors.set(reader, answer.to);
      return took;
    },
  };
}

interface People extends Record<Reader, Session> {
  readonly author: Session;
  readonly children: readonly string[];
}

function peopleOf({ rows, staffAccounts }: DemoSchool, schoolId: number): People {
  const session = (staffId: string, role: Session['role']): Session => ({
    ...{ schoolId, personId: staffId, role, name: 'Vera Muster' },
    ...{ accountId: randomUUID(), deviceId: randomUUID() },
  });
  const [author, office] = staffAccounts.filter((account) => account.role === 'schoolOffice');
  const assigned = rows.classAssignment.find((one) =>
    rows.student.some(({ classId }) => classId === one.classId),
  );
  if (!author || !office || !assigned)
    throw new Error('The school has no office, or no class with a teacher.');
  return {
    author: session(author.staffId, 'schoolOffice'),
    office: session(office.staffId, 'schoolOffice'),
    teacher: session(assigned.staffId, 'teacher'),
    children: rows.student.filter(({ classId }) => classId === assigned.classId).map(({ id }) => id),
  };
}

async function firstCursor(parts: ServerParts, session: Session): Promise<string> {
  for await (const line of parts.sync.firstPull(session, null)) if (line.kind === 'end') return line.cursor;
  throw new Error('The first pull has no end.');
}
