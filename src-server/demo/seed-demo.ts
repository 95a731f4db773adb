import { randomBytes } from 'node:crypto';
import type { DemoSchool } from '../../resources/demo/demo-school.ts';
import { generateDemoSchools } from '../../resources/demo/generate.ts';
import type { DemoProfile } from '../../resources/demo/profiles.ts';
import { type Row, type TableName, tableNames } from '../../src-shared/tables/registry.ts';
import { inTimeZone, toInstant } from '../../src-shared/values/day.ts';
import { demoTimeZone } from '../../src-shared/values/demo-clock.ts';
import { uuidV7 } from '../../src-shared/values/uuid.ts';
import type { ServerWriter } from '../database/schema.ts';
import type { ServerParts } from '../http/parts.ts';

const CHUNK = 200;

/** Whom the demo lets in: printed once, on the console of whoever started it. */
export interface DemoPerson {
  readonly school: string;
  readonly userName: string;
  readonly role: string;
}

/**
 * Fills an empty server with invented schools. The portal's waiting reports are not written as rows: they
 * are reported by their guardians through `absences.report`, like real ones.
 * @param password the one password of all demo people.
 * @returns the people of the first school; an empty list when the server has schools already.
 */
export async function seedDemo(
  parts: ServerParts,
  profile: DemoProfile,
  password: string,
): Promise<DemoPerson[]> {
  const known = await parts.db.selectFrom('school').select('id').limit(1).executeTakeFirst();
  if (known) return [];
  const now = inTimeZone(parts.clock.nowMs(), demoTimeZone);
  const passwordHash = await parts.passwords.hash(password);
  const people: DemoPerson[] = [];
  for (const school of generateDemoSchools(profile, { today: now.day, nowTime: now.time })) {
    const schoolId = await foundDemoSchool(parts, school, passwordHash);
    await parts.sync.groups.refreshVisibility(schoolId);
    await reportByPortal(parts, schoolId, school);
    if (people.length === 0)
      people.push(
        ...school.staffAccounts.map(({ userName, role }) => ({ school: school.key, userName, role })),
      );
  }
  return people;
}

function isPortalReport(row: Row<'absenceReport'>): boolean {
  return row.state === 'waiting' && row.channel === 'portal' && row.guardianId !== null;
}

/** Writes one invented school with its accounts, all at its first revision. @returns its id on this server */
export async function foundDemoSchool(
  parts: ServerParts,
  school: DemoSchool,
  passwordHash: string,
): Promise<number> {
  const nowMs = parts.clock.nowMs();
  const at = toInstant(nowMs);
  return parts.database.writer.transaction().execute(async (db) => {
    const { id: schoolId } = await db
      .insertInto('school')
      .values({
        key: school.key,
        name: school.name,
        timeZone: demoTimeZone,
        revision: 1,
        feedHash: 'demo',
        oldestRevision: 1,
        visibilityDay: '',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db.insertInto('feed').values({ schoolId, revision: 1, hash: 'demo', at }).execute();
    for (const table of tableNames) await insertRows(db, schoolId, table, school);
    const newId = () => uuidV7(nowMs, (length) => new Uint8Array(randomBytes(length)));
    await db
      .insertInto('account')
      .values(
        school.staffAccounts.map(({ staffId, userName }) => ({
          id: newId(),
          schoolId,
          kind: 'staff' as const,
          personId: staffId,
          userName,
          passwordHash,
          createdAt: at,
          lockedAt: null,
        })),
      )
      .execute();
    return schoolId;
  });
}

async function insertRows(
  db: ServerWriter,
  schoolId: number,
  table: TableName,
  school: DemoSchool,
): Promise<void> {
  const all =
    table === 'absenceReport'
      ? school.rows.absenceReport.filter((row) => !isPortalReport(row))
      : school.rows[table];
  for (let start = 0; start < all.length; start += CHUNK) {
    const values = all.slice(start, start + CHUNK).map((row) => ({ ...row, schoolId, revision: 1 }));
    // The rows are the table's own; a union over all tables is more than the builder's types can follow.
    await db
      .insertInto(table)
      .values(values as never)
      .execute();
  }
}

async function reportByPortal(parts: ServerParts, schoolId: number, school: DemoSchool): Promise<void> {
  const guardians = new Map(school.rows.guardian.map((guardian) => [guardian.id, guardian]));
  const nowMs = parts.clock.nowMs();
  for (const report of school.rows.absenceReport.filter(isPortalReport)) {
    const guardian = guardians.get(report.guardianId ?? '');
    if (!guardian) continue;
    const session = {
      schoolId,
      accountId: 'portal',
      personId: guardian.id,
      role: 'guardian' as const,
      name: `${guardian.givenName} ${guardian.familyName}`,
      deviceId: 'portal',
    };
    const { fromDay, untilDay, reason, span, atTime, remark, studentId } = report;
    const id = uuidV7(nowMs, (length) => new Uint8Array(randomBytes(length)));
    const args = { reportId: report.id, studentId, fromDay, untilDay, reason, span, atTime, remark };
    await parts.sync.push(session, [
      { id, name: 'absences.report', args, occurredAt: report.takenAt, dependsOn: [] },
    ]);
  }
}
