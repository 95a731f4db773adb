import { type CacheTransaction, domainReader } from '../database/cache.ts';
import { rootsOf, takesForeignId, undoOptimistically, writeOptimistically } from './optimistic-rows.ts';
import { addRoots, removeEntries, type WaitingEntry, waitingEntries } from './outbox-store.ts';
import { type RuleAuthor, rerunRule } from './run-rule.ts';

/** Which roots arriving rows change; `all` when rights to a whole facet come or go. */
export type TouchedRoots = ReadonlySet<string> | 'all';

/**
 * Lets rows of the server in under the desk's own unsettled entries, without flicker (decision 0003):
 * inside one transaction the entries concerned are taken back, `arrive` writes, and their rules run again in
 * their old order. Entries on other roots are not touched; mostly there are none and `arrive` runs alone.
 * A rule that now refuses shows nothing; its entry stays and the server decides.
 * @param gone ids of entries that leave the outbox with this (settled or refused); their effect is taken back
 */
export async function rebase(
  tx: CacheTransaction,
  author: RuleAuthor,
  touched: TouchedRoots,
  gone: ReadonlySet<string>,
  arrive: () => Promise<void>,
): Promise<void> {
  const concerned = concernedEntries(await waitingEntries(tx.db), touched, gone);
  await undoOptimistically(
    tx,
    concerned.map((entry) => entry.id),
  );
  await removeEntries(tx.db, gone);
  await arrive();
  for (const entry of concerned) if (!gone.has(entry.id)) await rerun(tx, author, entry);
}

async function rerun(tx: CacheTransaction, author: RuleAuthor, entry: WaitingEntry): Promise<void> {
  const outcome = await rerunRule(domainReader(tx.db), entry, author);
  if (outcome.kind === 'refused' || takesForeignId(tx, outcome.changes)) return;
  writeOptimistically(tx, entry.id, outcome.changes);
  await addRoots(tx.db, entry, rootsOf(outcome.changes));
}

/** Entries that share a root with the arriving rows, or with another entry that does, oldest first. */
function concernedEntries(
  entries: readonly WaitingEntry[],
  touched: TouchedRoots,
  gone: ReadonlySet<string>,
): WaitingEntry[] {
  if (touched === 'all') return [...entries];
  const roots = new Set(touched);
  for (const entry of entries) if (gone.has(entry.id)) for (const root of entry.roots) roots.add(root);
  const concerned = new Set<WaitingEntry>();
  for (let grew = true; grew; ) {
    grew = false;
    for (const entry of entries) {
      if (concerned.has(entry) || !entry.roots.some((root) => roots.has(root))) continue;
      concerned.add(entry);
      for (const root of entry.roots) roots.add(root);
      grew = true;
    }
  }
  return entries.filter((entry) => concerned.has(entry));
}
