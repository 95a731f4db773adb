import { sql } from 'kysely';
import { type Outcome, type RuleContext, refused } from '../../src-shared/contract/command.ts';
import { commands, isCommandName } from '../../src-shared/contract/commands.ts';
import type { Answer, Entry } from '../../src-shared/sync/protocol.ts';
import { inTimeZone, toInstant } from '../../src-shared/values/day.ts';
import { derivedId } from '../../src-shared/values/uuid.ts';
import type { ServerWriter } from '../database/schema.ts';
import { readSchool } from '../database/school-scope.ts';
import { isStorageFault } from '../database/storage-fault.ts';
import {
  applyChanges,
  type ChangedRow,
  TakenIdError,
  touchedRecords,
  UnfitRowError,
} from './apply-changes.ts';
import { mayDo } from './authorise.ts';
import { argumentsHash, dependencyOf, findAnswer, keepAnswer, refusal } from './kept-answers.ts';
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

/** An answer, and what it changed. `repeated`: nothing was written; it had been given before, or is none yet. */
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
 * @throws what the storage throws (full disk, lost connection); then the whole group fails.
 */
export async function decideEntry(group: GroupContext, session: Session, entry: Entry): Promise<Decision> {
  const argsHash = argumentsHash(entry);
  if (argsHash === undefined) return unwritten(refusal(entry.id, 'invalidArguments'));
  const known = await findAnswer(group, entry.id);
  if (known) {
    const same = known.authorId === session.personId && known.argsHash === argsHash;
    return unwritten(same ? known.answer : refusal(entry.id, 'entryMismatch'));
  }
  const dependency = await dependencyOf(group, entry);
  if (dependency === 'later') return unwritten({ id: entry.id, status: 'later' });
  const { outcome, changed } =
    dependency === 'refused'
      ? { outcome: refused('dependencyRefused'), changed: [] }
      : await carryOut(group, session, entry);
  const answer: Exclude<Answer, { status: 'later' }> =
    outcome.kind === 'accepted'
      ? { id: entry.id, status: 'applied', result: outcome.result }
      : refusal(entry.id, outcome.reason);
  await keepAnswer(group, session, entry, argsHash, answer);
  return { answer, changed, repeated: false };
}

function unwritten(answer: Answer): Decision {
  return { answer, changed: [], repeated: true };
}

interface CarriedOut {
  readonly outcome: Outcome<unknown>;
  readonly changed: readonly ChangedRow[];
}

/**
 * Asks the rule and writes what it wants, inside a savepoint: one entry's failure leaves the others of its
 * group alone. PostgreSQL would refuse all of them after a failed question, so the rule is inside too.
 */
async function carryOut(group: GroupContext, session: Session, entry: Entry): Promise<CarriedOut> {
  await sql`savepoint entry`.execute(group.db);
  try {
    const outcome = await ruleOutcome(group, session, entry);
    const changed =
      outcome.kind === 'accepted' && outcome.changes.length > 0
        ? await write(group, session, entry, outcome.changes)
        : [];
    await sql`release savepoint entry`.execute(group.db);
    return { outcome, changed };
  } catch (error) {
    if (isStorageFault(error)) throw error;
    await sql`rollback to savepoint entry`.execute(group.db);
    await sql`release savepoint entry`.execute(group.db);
    if (error instanceof UnfitRowError) return { outcome: refused('forbidden'), changed: [] };
    if (error instanceof TakenIdError) return { outcome: refused('idTaken'), changed: [] };
    group.onRuleError(entry.name, error);
    return { outcome: refused('internal'), changed: [] };
  }
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
  // Each definition takes its own arguments, which its own schema has just produced; the union of all hides that.
  const subjects = await command.subjects(args.data as never, db);
  const today = inTimeZone(group.nowMs, group.timeZone).day;
  if (!(await mayDo(db, session, entry.name, subjects, today))) return refused('forbidden');
  return await command.rule(context, args.data as never);
}

/** Rows and audit, one entry per effect in the same transaction (I9). */
async function write(
  group: GroupContext,
  session: Session,
  entry: Entry,
  changes: Extract<Outcome<unknown>, { kind: 'accepted' }>['changes'],
): Promise<ChangedRow[]> {
  const rows = new StoredRows(group.db, group.dialect, group.schoolId);
  const changed = await applyChanges(rows, changes, group.revision);
  if (changed.length === 0) return changed;
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
  return changed;
}

/** The desk's time, in the one form that sorts, unless its clock is plainly wrong; then the server's. */
function plausible(occurredAt: string, nowMs: number): string {
  const then = Date.parse(occurredAt);
  return toInstant(then > nowMs + CLOCK_TOLERANCE_MS || then < nowMs - LONGEST_WAIT_MS ? nowMs : then);
}
