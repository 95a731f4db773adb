import { randomBytes } from 'node:crypto';
import type { ServerParts } from '../../src-server/http/parts.ts';
import type { Session } from '../../src-server/sync/session.ts';
import type { CommandArgs, CommandName } from '../../src-shared/contract/commands.ts';
import type { Role } from '../../src-shared/rights/roles.ts';
import type { Answer, Entry } from '../../src-shared/sync/protocol.ts';
import { type TableName, tableNames } from '../../src-shared/tables/registry.ts';
import { toInstant } from '../../src-shared/values/day.ts';
import { uuidV7 } from '../../src-shared/values/uuid.ts';
import type { SmallSchool } from './fixtures/small-school/parts.ts';
import { smallSchool } from './fixtures/small-school.ts';
import { countingIds } from './test-clock.ts';

/** A small school in a database. */
export interface FoundedRows extends SmallSchool {
  readonly schoolId: number;
  readonly key: string;
}

let schools = 0;

/** Writes a small school's rows as a set-up would have left them, and computes who sees what. */
export async function foundSmallSchool(parts: ServerParts): Promise<FoundedRows> {
  schools += 1;
  const school = smallSchool(countingIds(schools));
  const key = `school-${schools}-${randomBytes(3).toString('hex')}`;
  const at = toInstant(parts.clock.nowMs());
  const schoolId = await parts.database.writer.transaction().execute(async (db) => {
    const { id } = await db
      .insertInto('school')
      .values({
        key,
        name: 'Grundschule am Test',
        timeZone: 'Europe/Berlin',
        revision: 1,
        feedHash: key,
        oldestRevision: 1,
        visibilityDay: '',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db.insertInto('feed').values({ schoolId: id, revision: 1, hash: key, at }).execute();
    for (const table of tableNames) {
      const rows = (school.rows[table] ?? []).map((row) => ({ ...row, schoolId: id, revision: 1 }));
      // The rows are the table's own; a union over all tables is more than the builder's types can follow.
      if (rows.length > 0)
        await db
          .insertInto(table)
          .values(rows as never)
          .execute();
    }
    return id;
  });
  await parts.sync.groups.refreshVisibility(schoolId);
  return { ...school, schoolId, key };
}

export type StaffName = keyof SmallSchool['staff'];
export type GuardianName = keyof SmallSchool['guardians'];

const roleOf: Record<StaffName, Role> = {
  office: 'schoolOffice',
  secondOffice: 'schoolOffice',
  principal: 'principal',
  teacherA: 'teacher',
  teacherB: 'teacher',
  substitute: 'teacher',
  administrator: 'administrator',
};

/** What tests do with a school: act as its people. */
export class FoundedSchool {
  readonly parts: ServerParts;
  readonly rows: FoundedRows;

  constructor(parts: ServerParts, rows: FoundedRows) {
    this.parts = parts;
    this.rows = rows;
  }

  get schoolId(): number {
    return this.rows.schoolId;
  }

  get students(): SmallSchool['students'] {
    return this.rows.students;
  }

  get staff(): SmallSchool['staff'] {
    return this.rows.staff;
  }

  /** A new id, as whoever creates a thing would draw it. */
  newId(): string {
    return uuidV7(this.parts.clock.nowMs(), (length) => new Uint8Array(randomBytes(length)));
  }

  /** Who speaks after signing in; no token involved. */
  session(name: StaffName | GuardianName): Session {
    const base = { schoolId: this.schoolId, accountId: `account-${name}`, deviceId: this.newId() };
    if (isGuardian(name))
      return { ...base, personId: this.rows.guardians[name], role: 'guardian', name: 'Kim Muster' };
    return { ...base, personId: this.staff[name], role: roleOf[name], name: `Vera ${name}` };
  }

  /** An account for somebody, with a password hash that matches nothing unless one is given. */
  async addAccount(name: StaffName | GuardianName, passwordHash = 'none'): Promise<string> {
    const { personId, role } = this.session(name);
    const id = this.newId();
    await this.parts.db
      .insertInto('account')
      .values({
        id,
        schoolId: this.schoolId,
        kind: role === 'guardian' ? 'guardian' : 'staff',
        personId,
        userName: name.toLowerCase(),
        passwordHash,
        createdAt: toInstant(this.parts.clock.nowMs()),
        lockedAt: null,
      })
      .execute();
    return id;
  }

  /** A session as signing in would begin it, on a device of its own. */
  async signedIn(name: StaffName | GuardianName) {
    const accountId = await this.addAccount(name);
    const deviceId = this.newId();
    const { personId, role } = this.session(name);
    const kind = role === 'guardian' ? ('guardian' as const) : ('staff' as const);
    const holder = { accountId, schoolId: this.schoolId, kind, personId };
    return { ...(await this.parts.sessions.begin(holder, deviceId)), accountId, deviceId };
  }

  /** An entry as a desk's outbox would hold it. */
  entry<N extends CommandName>(name: N, args: CommandArgs<N>, more: Partial<Entry> = {}): Entry {
    return {
      id: this.newId(),
      name,
      args,
      occurredAt: toInstant(this.parts.clock.nowMs()),
      dependsOn: [],
      ...more,
    };
  }

  /** Sends one entry as somebody and returns its answer. */
  async send(who: StaffName | GuardianName, entry: Entry): Promise<Answer> {
    const [answer] = await this.parts.sync.push(this.session(who), [entry]);
    if (!answer) throw new Error('no answer');
    return answer;
  }

  /** Carries out a command as somebody. */
  act<N extends CommandName>(who: StaffName | GuardianName, name: N, args: CommandArgs<N>): Promise<Answer> {
    return this.send(who, this.entry(name, args));
  }

  /** A whole-day absence of today, as the phone desk sends it. */
  record(
    studentId: string,
    more: Partial<CommandArgs<'absences.record'>> = {},
  ): CommandArgs<'absences.record'> {
    return {
      absenceId: this.newId(),
      reportId: this.newId(),
      studentId,
      fromDay: '2026-11-24',
      untilDay: '2026-11-24',
      reason: 'illness',
      span: 'wholeDay',
      atTime: null,
      remark: null,
      channel: 'phone',
      guardianId: null,
      reporterName: 'Kim Muster',
      reporterRelation: 'Mutter',
      callbackNumber: null,
      fromLesson: null,
      untilLesson: null,
      excuseExpected: 'none',
      offAllDayCare: 0,
      offLunch: 0,
      notifiable: null,
      ...more,
    };
  }

  /** Where the school stands. */
  async revision(): Promise<number> {
    const row = await this.parts.db
      .selectFrom('school')
      .select('revision')
      .where('id', '=', this.schoolId)
      .executeTakeFirstOrThrow();
    return Number(row.revision);
  }

  /** Rows of one of the school's tables. */
  async all<T extends TableName>(table: T): Promise<Record<string, unknown>[]> {
    return this.parts.db
      .selectFrom(table as 'student')
      .selectAll()
      .where('schoolId', '=', this.schoolId)
      .orderBy('id')
      .execute();
  }
}

function isGuardian(name: StaffName | GuardianName): name is GuardianName {
  return name === 'mother' || name === 'father' || name === 'other';
}
