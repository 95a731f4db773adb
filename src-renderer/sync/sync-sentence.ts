import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';

export type SyncTone = 'calm' | 'waiting' | 'attention';

/** A part of the sync line: a key of the `sync` words and its values. */
export interface SyncSentence {
  readonly key: string;
  readonly tone: SyncTone;
  readonly at?: string | null;
  readonly count?: number;
  readonly done?: number;
  readonly total?: number;
}

type SyncState = OperationResult<'sync.state'>;
type FirstSync = OperationResult<'session.state'>['firstSync'];

/** What the sync line says: what needs attention first, then the connection, then what waits. */
export function syncSentences(state: SyncState, firstSync: FirstSync): readonly SyncSentence[] {
  const said: SyncSentence[] = [];
  if (state.attention > 0) said.push({ key: 'attention', tone: 'attention', count: state.attention });
  if (firstSync && firstSync.done < firstSync.total)
    said.push({ key: 'firstSync', tone: 'waiting', done: firstSync.done, total: firstSync.total });
  else said.push(connection(state));
  const waiting = state.pending + state.othersPending;
  if (waiting > 0) said.push({ key: 'waiting', tone: 'waiting', count: waiting });
  return said;
}

function connection(state: SyncState): SyncSentence {
  if (state.state === 'offline') return { key: 'offline', tone: 'waiting', at: state.offlineSince };
  if (state.state === 'working' || state.lastSyncAt === null) return { key: 'working', tone: 'calm' };
  return { key: 'synchronous', tone: 'calm', at: state.lastSyncAt };
}
