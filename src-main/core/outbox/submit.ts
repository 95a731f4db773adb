import { z } from 'zod';
import type { Outcome } from '../../../src-shared/contract/command.ts';
import { type ReadyCommand, readyCommand } from '../../../src-shared/contract/ready-command.ts';
import { inTimeZone, toInstant } from '../../../src-shared/values/day.ts';
import { type RandomBytes, uuidV7 } from '../../../src-shared/values/uuid.ts';
import { type Cache, type CacheTransaction, domainReader } from '../database/cache.ts';
import { isDiskFull } from '../database/sqlite-faults.ts';
import type { SignedIn } from '../dispatch/context.ts';
import { OperationFailure } from '../dispatch/operation-failure.ts';
import type { Clock } from '../environment.ts';
import { rootsOf, takesForeignId, writeOptimistically } from './optimistic-rows.ts';
import { storeEntry } from './outbox-store.ts';
import { mayDo } from './rights-check.ts';
import { type OutboxEntry, ruleContext } from './run-rule.ts';

/** What submitting needs of an open workspace. */
export interface SubmitTools {
  readonly cache: Cache;
  readonly session: () => SignedIn;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
}

/** An entry that is now in the outbox, and what its rule answered. */
export interface Submitted {
  readonly entry: OutboxEntry;
  readonly result: unknown;
}

/** The protocol's limit of `dependsOn`; the newest are kept, they depend on the older ones themselves. */
const MOST_DEPENDENCIES = 50;

/**
 * Does a command at this desk: checks rights, runs its rule on the cache and keeps rows, before-images and
 * entry in one transaction. Afterwards it can't be lost; the server hears of it with the next push.
 * @param after ids of entries of this desk without which this one makes no sense
 * @throws {OperationFailure} `invalidArguments`, `forbidden`, `refused` (with the rule's reason) or
 * `unavailable`/`noSpace`; then nothing was stored.
 */
export async function submit(
  tools: SubmitTools,
  name: string,
  args: unknown,
  after: readonly string[] = [],
): Promise<Submitted> {
  const command = readyCommand(name, args);
  if (command === undefined) throw new OperationFailure('unknownOperation', 'unknownOperation');
  if (command instanceof z.ZodError) throw new OperationFailure('invalidArguments', 'invalidArguments');
  try {
    return await tools.cache.write((tx) =>
      submitWithin(tx, tools, command, { name, args, dependsOn: after }),
    );
  } catch (error) {
    if (isDiskFull(error)) throw new OperationFailure('unavailable', 'noSpace');
    throw error;
  }
}

async function submitWithin(
  tx: CacheTransaction,
  tools: SubmitTools,
  command: ReadyCommand,
  entered: Pick<OutboxEntry, 'name' | 'args' | 'dependsOn'>,
): Promise<Submitted> {
  const db = domainReader(tx.db);
  const session = tools.session();
  const nowMs = tools.clock.nowMs();
  const draft = { ...entered, id: uuidV7(nowMs, tools.randomBytes), occurredAt: toInstant(nowMs) };
  const subjects = await command.subjects(db);
  const { day } = inTimeZone(nowMs, session.school.timeZone);
  if (!(await mayDo(db, session, draft.name, subjects, day)))
    throw new OperationFailure('forbidden', 'forbidden');
  const { changes, result } = accept(await command.rule(ruleContext(db, draft, { session, nowMs })));
  if (takesForeignId(tx, changes)) throw new OperationFailure('refused', 'idTaken');
  const roots = [...subjects.map((subject) => subject.id), ...rootsOf(changes)];
  const dependsOn = [...new Set([...entered.dependsOn, ...dependencies(tx, changes)])];
  const entry = { ...draft, dependsOn };
  await storeEntry(tx.db, entry, roots);
  writeOptimistically(tx, entry.id, changes);
  tx.changes.topic('outbox');
  return { entry, result };
}

function accept<Result>(outcome: Outcome<Result>) {
  if (outcome.kind === 'refused') throw new OperationFailure('refused', outcome.reason);
  return outcome;
}

/** Unsettled entries that changed a row which this one changes too, oldest first. One question for all rows. */
function dependencies(
  tx: CacheTransaction,
  changes: Extract<Outcome<unknown>, { kind: 'accepted' }>['changes'],
): string[] {
  const rows = changes.map((change) => [change.table, change.kind === 'put' ? change.row.id : change.id]);
  const earlier = tx.raw
    .prepare<[string], { id: string }>(
      `select distinct outbox_entry.id from json_each(?) as changed
         join before_image on table_name = changed.value ->> 0 and row_id = changed.value ->> 1
         join outbox_entry on outbox_entry.id = entry_id
       order by outbox_entry.position`,
    )
    .all(JSON.stringify(rows));
  return earlier.slice(-MOST_DEPENDENCIES).map(({ id }) => id);
}
