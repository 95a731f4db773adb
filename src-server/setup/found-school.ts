import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { type PutChange, put } from '../../src-shared/contract/command.ts';
import { inTimeZone, toInstant } from '../../src-shared/values/day.ts';
import { uuidV7 } from '../../src-shared/values/uuid.ts';
import type { ServerParts } from '../http/parts.ts';
import { applyChanges, touchedRecords } from '../sync/apply-changes.ts';
import { StoredRows } from '../sync/stored-rows.ts';
import { publicHolidays } from './public-holidays.ts';
import type { setUpRequestSchema } from './set-up-request.ts';

type SetUp = z.output<typeof setUpRequestSchema>;

/** There is a school already; a second set-up is impossible (S33). */
export class AlreadySetUpError extends Error {
  override name = 'AlreadySetUpError';
}

/**
 * Founds a school: settings, calendar, first administrator and staff list, in one transaction.
 * @throws AlreadySetUpError when the server has a school.
 */
export async function foundSchool(parts: ServerParts, request: SetUp): Promise<{ schoolId: number }> {
  const { database, clock, passwords } = parts;
  const nowMs = clock.nowMs();
  const newId = () => uuidV7(nowMs, (length) => new Uint8Array(randomBytes(length)));
  const people = [{ ...request.administrator, role: 'administrator' as const }, ...request.staff];
  const accounts = await Promise.all(
    people.map(async (person) => ({
      ...person,
      staffId: newId(),
      passwordHash: await passwords.hash(person.password),
    })),
  );
  const schoolId = await database.writer.transaction().execute(async (db) => {
    if (await db.selectFrom('school').select('id').limit(1).executeTakeFirst())
      throw new AlreadySetUpError('This server has been set up already.');
    const today = inTimeZone(nowMs, request.school.timeZone).day;
    const school = await db
      .insertInto('school')
      .values({
        key: request.school.key,
        name: request.school.name,
        timeZone: request.school.timeZone,
        revision: 1,
        feedHash: 'founded',
        oldestRevision: 1,
        visibilityDay: '',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('feed')
      .values({ schoolId: school.id, revision: 1, hash: 'founded', at: toInstant(nowMs) })
      .execute();
    const changes = foundingRows(request, accounts, today, newId);
    const changed = await applyChanges(new StoredRows(db, database.dialect, school.id), changes, 1);
    await db
      .insertInto('account')
      .values(
        accounts.map((account) => ({
          id: newId(),
          schoolId: school.id,
          kind: 'staff' as const,
          personId: account.staffId,
          userName: account.userName.toLowerCase(),
          passwordHash: account.passwordHash,
          createdAt: toInstant(nowMs),
          lockedAt: null,
        })),
      )
      .execute();
    await db
      .insertInto('auditEntry')
      .values({
        schoolId: school.id,
        id: newId(),
        at: toInstant(nowMs),
        actorId: 'console',
        actorRole: 'administrator',
        operation: 'school.found',
        entryId: null,
        revision: 1,
        records: JSON.stringify(touchedRecords(changed)),
      })
      .execute();
    return school.id;
  });
  await parts.sync.groups.refreshVisibility(schoolId);
  return { schoolId };
}

function foundingRows(
  request: SetUp,
  staff: readonly (SetUp['staff'][number] & { staffId: string })[],
  today: string,
  newId: () => string,
): PutChange[] {
  const settings = Object.entries({
    schoolName: request.school.name,
    timeZone: request.school.timeZone,
    stateCode: request.school.stateCode,
    ...request.settings,
  }).map(([id, value]) => put('schoolSetting', { id, value: String(value) }));
  const year = Number(today.slice(0, 4));
  const holidays = [
    ...publicHolidays(request.school.stateCode, [year - 1, year, year + 1, year + 2]),
    ...request.calendar.map((period) => ({ kind: 'schoolHoliday' as const, ...period })),
  ];
  return [
    ...settings,
    ...holidays.map((period) => put('freePeriod', { id: newId(), ...period })),
    ...staff.map((person) =>
      put('staffMember', {
        id: person.staffId,
        givenName: person.givenName,
        familyName: person.familyName,
        shortName: person.shortName,
        role: person.role,
        leftOn: null,
      }),
    ),
  ];
}
