import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { inTimeZone, toInstant } from '../../src-shared/values/day.ts';
import { uuidV7 } from '../../src-shared/values/uuid.ts';
import type { ServerWriter } from '../database/schema.ts';
import type { ServerParts } from '../http/parts.ts';
import { applyChanges } from '../sync/apply-changes.ts';
import { StoredRows } from '../sync/stored-rows.ts';
import { writeAudit } from '../sync/write-audit.ts';
import { type FoundingPerson, foundingRows } from './founding-rows.ts';
import type { SetUpScope } from './set-up-door.ts';
import type { SetUp } from './set-up-request.ts';

/** A further school has the short name of one that is there. */
export class SchoolKeyTakenError extends Error {
  override name = 'SchoolKeyTakenError';
}

/** There is a school already, and the token is for the first one (S33). */
export class AlreadySetUpError extends Error {
  override name = 'AlreadySetUpError';
}

/** Who founds what, at which moment. */
interface Founding {
  readonly request: SetUp;
  readonly people: readonly FoundingPerson[];
  readonly nowMs: number;
  readonly newId: () => string;
}

/**
 * Founds a school: settings, calendar, first administrator and staff list, in one transaction.
 * @throws AlreadySetUpError when the server has a school and no further one is to be founded.
 * @throws SchoolKeyTakenError when a further one has the short name of another.
 */
export async function foundSchool(
  parts: ServerParts,
  request: SetUp,
  { further }: SetUpScope,
): Promise<{ schoolId: number }> {
  const { database, clock, passwords } = parts;
  const nowMs = clock.nowMs();
  const newId = () => uuidV7(nowMs, (length) => new Uint8Array(randomBytes(length)));
  const everybody = [{ ...request.administrator, role: 'administrator' as const }, ...request.staff];
  const people = await Promise.all(
    everybody.map(async (person) => ({
      ...person,
      staffId: newId(),
      passwordHash: await passwords.hash(person.password),
    })),
  );
  const founding: Founding = { request, people, nowMs, newId };
  const schoolId = await database.writer.transaction().execute(async (db) => {
    // Two servers on one empty PostgreSQL each have a token; the second waits here and finds a school.
    if (database.dialect === 'postgres') await sql`lock table school in exclusive mode`.execute(db);
    const known = await db.selectFrom('school').select('key').execute();
    if (known.some(({ key }) => key === request.school.key) && further)
      throw new SchoolKeyTakenError('A school of this server has that short name.');
    if (known.length > 0 && !further) throw new AlreadySetUpError('This server has been set up already.');
    const id = await insertSchool(db, founding);
    const today = inTimeZone(nowMs, request.school.timeZone).day;
    const rows = new StoredRows(db, database.dialect, id);
    const changed = await applyChanges(rows, foundingRows(request, people, today, newId), 1);
    await insertAccounts(db, id, founding);
    const act = { actorId: 'console', actorRole: 'administrator', operation: 'school.found', entryId: null };
    await writeAudit({ db, schoolId: id, revision: 1, nowMs, newId }, act, changed);
    return id;
  });
  await parts.sync.groups.refreshVisibility(schoolId);
  return { schoolId };
}

async function insertSchool(db: ServerWriter, { request, nowMs }: Founding): Promise<number> {
  const { id } = await db
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
    .values({ schoolId: id, revision: 1, hash: 'founded', at: toInstant(nowMs) })
    .execute();
  return id;
}

async function insertAccounts(
  db: ServerWriter,
  schoolId: number,
  { people, nowMs, newId }: Founding,
): Promise<void> {
  const accounts = people.map((person) => ({
    id: newId(),
    schoolId,
    kind: 'staff' as const,
    personId: person.staffId,
    userName: person.userName,
    passwordHash: person.passwordHash,
    createdAt: toInstant(nowMs),
    lockedAt: null,
  }));
  await db.insertInto('account').values(accounts).execute();
}
