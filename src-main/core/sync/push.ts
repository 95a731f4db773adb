import { type Answer, PUSH_LIMIT, protocolVersion } from '../../../src-shared/sync/protocol.ts';
import { entryFrom, idList, pendingEntries } from '../outbox/outbox-store.ts';
import type { OutboxEntry } from '../outbox/run-rule.ts';
import { keepRefused, takeAnswers, waitOnceMore } from '../outbox/settle.ts';
import { ServerFault } from './server-transport.ts';
import type { SyncTools } from './sync-tools.ts';

interface Pushed {
  readonly dropped: boolean;
  readonly waits: boolean;
}

/**
 * Pushes what waits, oldest first, until nothing is left that the server can decide now.
 * @returns `dropped`: text that lies with the office now; `waits`: the server can't decide all of it yet
 * @throws {ServerFault}; what was answered before it stays answered
 */
export async function pushPending(tools: SyncTools, token: string): Promise<Pushed> {
  const later = new Set<string>();
  let dropped = false;
  for (;;) {
    const waiting = await pendingEntries(tools.cache.reader, PUSH_LIMIT + later.size);
    const batch = waiting.filter((entry) => !later.has(entry.id)).slice(0, PUSH_LIMIT);
    if (batch.length === 0) return { dropped, waits: later.size > 0 };
    const answers = await pushReadable(tools, token, batch);
    const taken = await tools.cache.write((tx) => takeAnswers(tx, tools.author(), answers));
    tools.taken(taken.taken);
    tools.refused(taken.refused);
    dropped ||= taken.dropped;
    const final = new Set(answers.filter((one) => one.status !== 'later').map((one) => one.id));
    for (const entry of batch) if (!final.has(entry.id)) later.add(entry.id);
  }
}

/**
 * Pushes a batch; when the server can't read it, its halves, down to the entry that is to blame. That one is
 * set aside as refused and shown, so that it does not hold up the others for ever (R25).
 */
async function pushReadable(
  tools: SyncTools,
  token: string,
  batch: readonly OutboxEntry[],
): Promise<Answer[]> {
  try {
    return await push(tools, token, batch);
  } catch (error) {
    if (!(error instanceof ServerFault) || error.kind !== 'notTaken') throw error;
    const [only] = batch;
    if (batch.length === 1 && only) return [{ id: only.id, status: 'refused', reason: 'invalidArguments' }];
    const middle = Math.ceil(batch.length / 2);
    const first = await pushReadable(tools, token, batch.slice(0, middle));
    return [...first, ...(await pushReadable(tools, token, batch.slice(middle)))];
  }
}

/** Only answers to what was asked count; a server that makes up others changes nothing here. */
async function push(tools: SyncTools, token: string, batch: readonly OutboxEntry[]): Promise<Answer[]> {
  const asked = new Set(batch.map((entry) => entry.id));
  const { answers } = await tools.transport.push(token, {
    protocol: protocolVersion,
    entries: batch.map((entry) => ({ ...entry, dependsOn: [...entry.dependsOn] })),
  });
  return answers.filter((answer) => asked.has(answer.id));
}

/**
 * Sends again what was confirmed in the last 30 days: the server may have been restored from a backup that
 * lacks it. Entries it has already are answered as before and change nothing. What it refuses now, though it
 * once agreed, is put before the person; what it can't decide before other desks are back waits in the outbox.
 */
export async function resendSentLog(tools: SyncTools, token: string): Promise<void> {
  const { reader } = tools.cache;
  const inLog = await reader.selectFrom('sentEntry').select('id').execute();
  const inOutbox = await reader.selectFrom('outboxEntry').select('id').execute();
  tools.resending(new Set([...inLog, ...inOutbox].map(({ id }) => id)));
  let after = -1;
  for (;;) {
    const stored = await tools.cache.reader
      .selectFrom('sentEntry')
      .selectAll()
      .where('position', '>', after)
      .orderBy('position')
      .limit(PUSH_LIMIT)
      .execute();
    const last = stored.at(-1);
    if (!last) break;
    const answers = await pushReadable(tools, token, stored.map(entryFrom));
    await keepRefusedAgain(tools, answers);
    await keepWaiting(tools, answers);
    after = last.position;
  }
}

async function keepRefusedAgain(tools: SyncTools, answers: readonly Answer[]): Promise<void> {
  const refused = answers.filter((answer) => answer.status === 'refused');
  if (refused.length === 0) return;
  await tools.cache.write(async (tx) => {
    for (const refusal of refused) {
      const { id } = refusal;
      const sent = await tx.db.selectFrom('sentEntry').selectAll().where('id', '=', id).executeTakeFirst();
      if (!sent) continue;
      const entry = { ...entryFrom(sent), roots: idList(sent.roots) };
      await keepRefused(tx, entry, refusal, null, tools.clock.nowMs());
      await tx.db.deleteFrom('sentEntry').where('id', '=', id).execute();
    }
    tx.changes.topic('outbox');
  });
}

async function keepWaiting(tools: SyncTools, answers: readonly Answer[]): Promise<void> {
  const later = answers.filter((answer) => answer.status === 'later').map(({ id }) => id);
  if (later.length > 0) await tools.cache.write((tx) => waitOnceMore(tx, tools.author(), later));
}
