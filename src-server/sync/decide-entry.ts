import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import {
  type Outcome,
  type RefusalReason,
  type RuleContext,
  refused,
} from '../../src-shared/contract/command.ts';
import { commands, isCommandName } from '../../src-shared/contract/commands.ts';
import type { Answer, Entry } from '../../src-shared/sync/protocol.ts';
import { inTimeZone, toInstant } from '../../src-shared/values/day.ts';
import { derivedId } from '../../src-shared/values/uuid.ts';
import type { ServerWriter } from '../database/schema.ts';
import { readSchool } from '../database/school-scope.ts';
import { applyChanges, type ChangedRow, touchedRecords } from './apply-changes.ts';
import { mayDo } from './authorise.ts';
import type { Session } from './session.ts';
import { StoredRows } from './stored-rows.ts';

/** What all entries of one commit group share. */
export interface GroupContext {
  readonly db: ServerWriter;
  readonly dialect: 'sqlite' | 'postgres';
  readonly schoolId: number;
  readonly revision: number;
  readonly timeZone: string;
  readonly nowMs: number;
  readonly newId: () => string;
  /** Told of an error inside a rule: name of the operation and kind of error, never its content. */
  readonly onRuleError: (operation: string, error: unknown) => void;
}

/** An answer, and what it changed. `repeated`: it had been given before. */
export interface Decision {
  readonly answer: Answer;
  readonly changed: readonly ChangedRow[];
  readonly repeated: boolean;
}

/** Times further from the server's than this are a wrong clock, not a wait offline. */
const LONGEST_WAIT_MS = 60 * 86_400_000;
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/**
 * Decides one entry inside the group's transaction: repeats get the first answer; otherwise arguments,
 * dependencies, rights and the rule are asked in this order, the rows written, audit and answer kept.
 */
export async function decideEntry(group: GroupContext, session: Session, entry: Entry): Promise<Decision> {
  const argsHash = hashOf(entry);
  const known = await findAnswer(group, entry.id);
  if (known) {
    const same = known.authorId === session.personId && known.argsHash === argsHash;
    return { answer: same ? known.answer : refusal(entry.id, 'entryMismatch'), changed: [], repeated: true };
  }
  const blocked = await dependencyOf(group, entry);
  if (blocked === 'later') return { answer: { id: entry.id, status: 'later' }, changed: [], repeated: true };
  const outcome =
    blocked === 'refused' ? refused('dependencyRefused') : await ruleOutcome(group, session, entry);
  const written = outcome.kind === 'accepted' ? await write(group, session, entry, outcome) : undefined;
  const answer: Answer = written
    ? { id: entry.id, status: 'applied', result: written.result }
    : refusal(entry.id, outcome.kind === 'refused' ? outcome.reason : 'internal');
  await keepAnswer(group, session, entry, argsHash, answer);
  return { answer, changed: written?.changed ?? [], repeated: false };
}

async function ruleOutcome(group: GroupContext, session: Session, entry: Entry): Promise<Outcome<unknown>> {
  if (!isCommandName(entry.name)) return refused('unknownOperation');
  const command = commands[entry.name];
  const args = command.args.safeParse(entry.args);
  if (!args.success) return refused('invalidArguments');
  const db = readSchool(group.db, group.schoolId);
  const occurredAt = plausible(entry.occurredAt, group.nowMs);
  const context: RuleContext = {
    db,
    occurredAt,
    now: toInstant(group.nowMs),
    today: inTimeZone(Date.parse(occurredAt), group.timeZone).day,
    actor: { id: session.personId, role: session.role, name: session.name },
    id: (n) => derivedId(entry.id, n),
  };
  try {
    // Each definition takes its own arguments, which its own schema has just produced; the union of all hides that.
    const subjects = await command.subjects(args.data as never, db);
    const today = inTimeZone(group.nowMs, group.timeZone).day;
    if (!(await mayDo(db, session, entry.name, subjects, today))) return refused('forbidden');
    return await command.rule(context, args.data as never);
  } catch (error) {
    if (isStorageError(error)) throw error;
    group.onRuleError(entry.name, error);
    return refused('internal');
  }
}

/** Writes inside a savepoint, so that one entry's failure leaves the others of its group alone. */
async function write(
  group: GroupContext,
  session: Session,
  entry: Entry,
  outcome: Extract<Outcome<unknown>, { kind: 'accepted' }>,
): Promise<{ changed: ChangedRow[]; result: unknown } | undefined> {
  if (outcome.changes.length === 0) return { changed: [], result: outcome.result };
  await sql`savepoint entry`.execute(group.db);
  try {
    const changed = await applyChanges(
      new StoredRows(group.db, group.dialect, group.schoolId),
      outcome.changes,
      group.revision,
    );
    if (changed.length > 0) {
      await group.db
        .insertInto('auditEntry')
        .values({
          schoolId: group.schoolId,
          id: group.newId(),
          at: toInstant(group.nowMs),
          actorId: session.personId,
          actorRole: session.role,
          operation: entry.name,
          entryId: entry.id,
          revision: group.revision,
          records: JSON.stringify(touchedRecords(changed)),
        })
        .execute();
    }
    await sql`release savepoint entry`.execute(group.db);
    return { changed, result: outcome.result };
  } catch (error) {
    if (isStorageError(error)) throw error;
    await sql`rollback to savepoint entry`.execute(group.db);
    group.onRuleError(entry.name, error);
    return undefined;
  }
}

/** Full disk, I/O error, lost connection: the whole group fails and nobody is answered; the desks repeat. */
function isStorageError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(SQLITE_(FULL|IOERR|CORRUPT|READONLY|BUSY|NOTADB)|ECONN|EPIPE|57P|53|08|40)/.test(code);
}

async function findAnswer(group: GroupContext, entryId: string) {
  const row = await group.db
    .selectFrom('syncEntry')
    .select(['authorId', 'argsHash', 'status', 'answer'])
    .where('schoolId', '=', group.schoolId)
    .where('entryId', '=', entryId)
    .executeTakeFirst();
  if (!row) return undefined;
  const kept: unknown = JSON.parse(row.answer);
  const answer: Answer =
    row.status === 'applied'
      ? { id: entryId, status: 'applied', result: kept }
      : refusal(entryId, kept as RefusalReason); // written below from an answer's own reason
  return { authorId: row.authorId, argsHash: row.argsHash, answer };
}

async function dependencyOf(group: GroupContext, entry: Entry): Promise<'ready' | 'refused' | 'later'> {
  if (entry.dependsOn.length === 0) return 'ready';
  const rows = await group.db
    .selectFrom('syncEntry')
    .select(['entryId', 'status'])
    .where('schoolId', '=', group.schoolId)
    .where('entryId', 'in', [...entry.dependsOn])
    .execute();
  if (rows.some((row) => row.status === 'refused')) return 'refused';
  return rows.length === new Set(entry.dependsOn).size ? 'ready' : 'later';
}

async function keepAnswer(
  group: GroupContext,
  session: Session,
  entry: Entry,
  argsHash: string,
  answer: Answer,
): Promise<void> {
  if (answer.status === 'later') return;
  await group.db
    .insertInto('syncEntry')
    .values({
      schoolId: group.schoolId,
      entryId: entry.id,
      authorId: session.personId,
      name: entry.name,
      argsHash,
      status: answer.status,
      answer: JSON.stringify((answer.status === 'applied' ? answer.result : answer.reason) ?? null),
      revision: group.revision,
      occurredAt: entry.occurredAt,
      receivedAt: toInstant(group.nowMs),
    })
    .execute();
}

function refusal(id: string, reason: RefusalReason): Answer {
  return { id, status: 'refused', reason };
}

function hashOf(entry: Entry): string {
  return createHash('sha256')
    .update(entry.name)
    .update('\0')
    .update(JSON.stringify(entry.args) ?? '')
    .digest('base64url');
}

/** The desk's time unless its clock is plainly wrong; then the server's. */
function plausible(occurredAt: string, nowMs: number): string {
  const then = Date.parse(occurredAt);
  return then > nowMs + CLOCK_TOLERANCE_MS || then < nowMs - LONGEST_WAIT_MS ? toInstant(nowMs) : occurredAt;
}
