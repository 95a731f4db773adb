import { sql } from 'kysely';
import {
  type Outcome,
  type RefusalReason,
  type RuleContext,
  refused,
} from '../../src-shared/contract/command.ts';
import { readyCommand } from '../../src-shared/contract/ready-command.ts';
import type { Answer } from '../../src-shared/sync/protocol.ts';
import { inTimeZone, toInstant } from '../../src-shared/values/day.ts';
import { derivedId } from '../../src-shared/values/uuid.ts';
import { readSchool } from '../database/school-scope.ts';
import { isStorageFault } from '../database/storage-fault.ts';
import { type ChangedRow, TakenIdError, UnfitRowError } from './apply-changes.ts';
import type { Arrival, Decision, GroupContext } from './arrival.ts';
import { mayDo } from './authorise.ts';
import { handOver } from './hand-over.ts';
import {
  argumentsHash,
  dependencyOf,
  type FinalAnswer,
  findAnswer,
  keepAnswer,
  refusal,
} from './kept-answers.ts';
import { awaitsReturn } from './returning-desks.ts';
import { writeEffect } from './write-effect.ts';

/** Times further from the server's than this are a wrong clock, not a wait offline. */
const LONGEST_WAIT_MS = 60 * 86_400_000;
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/**
 * Decides one entry inside the group's transaction: repeats get the first answer; otherwise arguments,
 * dependencies, rights and the rule are asked in this order, the rows written, audit and answer kept. What is
 * refused is handed over to the office where its author can't have it back. After a restore a refusal may wait.
 * @throws what the storage throws (full disk, lost connection); then the whole group fails.
 */
export async function decideEntry(group: GroupContext, arrival: Arrival): Promise<Decision> {
  const { session, entry } = arrival;
  const argsHash = argumentsHash(entry);
  if (argsHash === undefined) return unwritten(refusal(entry.id, 'invalidArguments'));
  const known = await findAnswer(group, entry.id);
  if (known) {
    const same = known.authorId === session.personId && known.argsHash === argsHash;
    const first = same ? known.answer : refusal(entry.id, 'entryMismatch');
    if (first.status === 'applied') return unwritten(first);
    const { reason } = first;
    const { answer, changed } = await refuse(group, arrival, argsHash, reason);
    return { answer, changed, repeated: changed.length === 0 };
  }
  const dependency = await dependencyOf(group, entry);
  if (dependency === 'later') return unwritten({ id: entry.id, status: 'later' });
  const { outcome, changed } =
    dependency === 'refused'
      ? { outcome: refused('dependencyRefused'), changed: [] }
      : await carryOut(group, arrival);
  if (outcome.kind === 'refused' && (await awaitsReturn(group, entry, outcome.reason)))
    return unwritten({ id: entry.id, status: 'later' });
  const decided: Decided =
    outcome.kind === 'accepted'
      ? { answer: { id: entry.id, status: 'applied', result: outcome.result }, changed }
      : await refuse(group, arrival, argsHash, outcome.reason);
  await keepAnswer(group, session, entry, argsHash, decided.answer);
  return { ...decided, repeated: false };
}

interface Decided {
  readonly answer: FinalAnswer;
  readonly changed: readonly ChangedRow[];
}

function unwritten(answer: Answer): Decision {
  return { answer, changed: [], repeated: true };
}

async function refuse(
  group: GroupContext,
  arrival: Arrival,
  argsHash: string,
  reason: RefusalReason,
): Promise<Decided> {
  const { handedOver, changed } = await handOver(group, arrival, argsHash);
  const answer = refusal(arrival.entry.id, reason);
  return { answer: handedOver ? { ...answer, handedOver } : answer, changed };
}

interface CarriedOut {
  readonly outcome: Outcome<unknown>;
  readonly changed: readonly ChangedRow[];
}

/**
 * Asks the rule and writes what it wants, inside a savepoint: one entry's failure leaves the others of its
 * group alone. PostgreSQL would refuse all of them after a failed question, so the rule is inside too.
 */
async function carryOut(group: GroupContext, arrival: Arrival): Promise<CarriedOut> {
  await sql`savepoint entry`.execute(group.db);
  try {
    const outcome = await ruleOutcome(group, arrival);
    const changed =
      outcome.kind === 'accepted' && outcome.changes.length > 0
        ? await writeEffect(group, arrival, arrival.entry.name, outcome.changes)
        : [];
    await sql`release savepoint entry`.execute(group.db);
    return { outcome, changed };
  } catch (error) {
    if (isStorageFault(error)) throw error;
    await sql`rollback to savepoint entry`.execute(group.db);
    await sql`release savepoint entry`.execute(group.db);
    if (error instanceof UnfitRowError) return { outcome: refused('forbidden'), changed: [] };
    if (error instanceof TakenIdError) return { outcome: refused('idTaken'), changed: [] };
    group.onRuleError(arrival.entry.name, error);
    return { outcome: refused('internal'), changed: [] };
  }
}

async function ruleOutcome(group: GroupContext, { session, entry }: Arrival): Promise<Outcome<unknown>> {
  const command = readyCommand(entry.name, entry.args);
  if (command === undefined) return refused('unknownOperation');
  if (!('rule' in command)) return refused('invalidArguments');
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
  const subjects = await command.subjects(db);
  const today = inTimeZone(group.nowMs, group.timeZone).day;
  if (!(await mayDo(db, session, entry.name, subjects, today))) return refused('forbidden');
  return command.rule(context);
}

/** The desk's time, in the one form that sorts, unless its clock is plainly wrong; then the server's. */
function plausible(occurredAt: string, nowMs: number): string {
  const then = Date.parse(occurredAt);
  return toInstant(then > nowMs + CLOCK_TOLERANCE_MS || then < nowMs - LONGEST_WAIT_MS ? nowMs : then);
}
