import type {
  Answer,
  Entry,
  FirstPullLine,
  PullResponse,
  SealedBox,
  StreamFrame,
} from '../../src-shared/sync/protocol.ts';
import type { ServerDatabase } from '../database/server-database.ts';
import type { Arrival } from './arrival.ts';
import type { Clock } from './clock.ts';
import { CommitGroups } from './commit-groups.ts';
import { CursorSeal } from './cursor.ts';
import { firstPull } from './first-pull.ts';
import { pull } from './pull.ts';
import { noteRestore } from './returning-desks.ts';
import { EntryOpener } from './sealed-entries.ts';
import { type ServerFacts, serverFacts } from './server-facts.ts';
import type { Session } from './session.ts';
import { Streams } from './streams.ts';

/** Opens a box: what it says, and who says it; undefined when that can't be known, `locked` when not for now. */
type Opening = (
  deviceId: string,
  box: SealedBox,
) => Promise<Pick<Arrival, 'session' | 'entry'> | 'locked' | undefined>;

export type DeliveryOutcome = 'done' | 'refused' | 'later' | 'unreadable';

/** What the sync part needs from its surroundings. */
export interface SyncSurroundings {
  readonly database: ServerDatabase;
  readonly clock: Clock;
  readonly log: (message: string, facts: Record<string, string | number>) => void;
  /** Who a delegation speaks for; undefined when it is unknown, expired, or its device was revoked. */
  readonly sessionOfDelegation: (
    delegation: string,
    deviceId: string,
  ) => Promise<Session | 'locked' | undefined>;
}

/** The server's side of sync, without HTTP: what routes, simulation and tests speak to. */
export interface SyncService {
  readonly facts: ServerFacts;
  /** Raw X25519 public key, base64. */
  readonly sealingKey: string;
  readonly groups: CommitGroups;
  readonly streams: Streams;
  readonly push: (session: Session, entries: readonly Entry[]) => Promise<Answer[]>;
  readonly pull: (session: Session, cursor: string, awaiting?: readonly string[]) => Promise<PullResponse>;
  readonly firstPull: (session: Session, resume: string | null) => AsyncGenerator<FirstPullLine>;
  readonly subscribe: (
    session: Session,
    cursor: string,
    send: (frame: StreamFrame) => void,
  ) => Promise<() => void>;
  readonly deliver: (
    deviceId: string,
    boxes: readonly SealedBox[],
  ) => Promise<{ id: string; outcome: DeliveryOutcome }[]>;
}

/** Puts the parts together over an open, migrated database. */
export async function createSyncService(surroundings: SyncSurroundings): Promise<SyncService> {
  const { database, clock, log } = surroundings;
  const facts = await serverFacts(database.writer, clock);
  const seal = new CursorSeal(facts.cursorSecret);
  const groups = new CommitGroups(database, clock, log);
  const pullFor: SyncService['pull'] = async (session, cursor, awaiting) => {
    const answer = await pull(database, seal, facts.epoch, session, cursor, awaiting);
    if (answer !== 'restored') return answer;
    await noteRestore(database.writer, session.schoolId, clock.nowMs());
    return { kind: 'resync' };
  };
  const streams = new Streams({ database, seal, epoch: facts.epoch, groups, pull: pullFor, log });
  const opener = new EntryOpener(facts.sealingKey);
  const push = (session: Session, entries: readonly Entry[]) =>
    Promise.all(entries.map((entry) => groups.submit({ session, entry, lastCopy: false })));
  const open: Opening = async (deviceId, { id, box }) => {
    const content = opener.open(box);
    if (!content || content.entry.id !== id) return undefined;
    const session = await surroundings.sessionOfDelegation(content.delegation, deviceId);
    return typeof session === 'object' ? { session, entry: content.entry } : session;
  };
  return {
    facts,
    groups,
    streams,
    push,
    sealingKey: opener.publicKey.toString('base64'),
    pull: pullFor,
    firstPull: (session, resume) =>
      firstPull(database, seal, facts.epoch, session, { resume, nowMs: clock.nowMs() }),
    subscribe: (session, cursor, send) => streams.subscribe(session, cursor, send),
    deliver: (deviceId, boxes) => Promise.all(boxes.map((box) => deliverOne(groups, open, deviceId, box))),
  };
}

async function deliverOne(
  groups: CommitGroups,
  open: Opening,
  deviceId: string,
  sealed: SealedBox,
): Promise<{ id: string; outcome: DeliveryOutcome }> {
  const { id, lastCopy } = sealed;
  const opened = await open(deviceId, sealed);
  if (!opened) return { id, outcome: 'unreadable' };
  if (opened === 'locked') return { id, outcome: 'later' };
  const answer = await groups.submit({ ...opened, lastCopy });
  if (answer.status === 'later') return { id, outcome: 'later' };
  return { id, outcome: answer.status === 'applied' || answer.handedOver ? 'done' : 'refused' };
}
