import { create, type Subject } from '../../src-shared/contract/command.ts';
import { isCommandName } from '../../src-shared/contract/commands.ts';
import { subjectsOf } from '../../src-shared/contract/ready-command.ts';
import { operationReach } from '../../src-shared/rights/operations.ts';
import { inTimeZone, toInstant } from '../../src-shared/values/day.ts';
import { derivedId } from '../../src-shared/values/uuid.ts';
import { readSchool } from '../database/school-scope.ts';
import type { ChangedRow } from './apply-changes.ts';
import type { Arrival, GroupContext } from './arrival.ts';
import { maySee } from './authorise.ts';
import { StoredRows } from './stored-rows.ts';
import { writeEffect } from './write-effect.ts';

/** Characters of arguments that are kept; nobody types as much about a child. */
const LONGEST_ARGS = 100_000;

/** Whether a refused entry lies with the office now, and what that changed. */
export interface HandedOver {
  readonly handedOver: boolean;
  readonly changed: readonly ChangedRow[];
}

const kept: HandedOver = { handedOver: false, changed: [] };

/**
 * Keeps what a refused entry says for the office, when its author may not see the child any more or nobody has
 * a copy left: nothing that a person typed is dropped (I7), and no device goes on holding it. What concerns
 * only its author (a parked call) is nobody else's.
 * @param argsHash the entry's own
 */
export async function handOver(group: GroupContext, arrival: Arrival, argsHash: string): Promise<HandedOver> {
  const { session, entry, lastCopy } = arrival;
  if (session.role === 'guardian' || operationReach(session.role, entry.name) === 'self') return kept;
  const id = handoverId({ entryId: entry.id, argsHash });
  const rows = new StoredRows(group.db, group.dialect, group.schoolId);
  if (await rows.find('handover', id)) return { handedOver: true, changed: [] };
  const args = JSON.stringify(entry.args ?? null);
  if (args.length > LONGEST_ARGS) return kept;
  const subjects = (await subjectsOf(entry.name, entry.args, readSchool(group.db, group.schoolId))) ?? [];
  if (!lastCopy && (await seesAll(group, arrival, subjects))) return kept;
  const row = create('handover', {
    id,
    studentId: onlyStudent(subjects),
    authorId: session.personId,
    authorName: session.name,
    // What is no operation may be anything, also what a database can't hold.
    operation: isCommandName(entry.name) ? entry.name : 'unknown',
    args,
    occurredAt: entry.occurredAt,
    handedOverAt: toInstant(group.nowMs),
    state: 'waiting',
    settledAt: null,
    settledBy: null,
  });
  return { handedOver: true, changed: await writeEffect(group, arrival, 'handovers.keep', [row]) };
}

/** The id of what an entry becomes: two entries under one id are two handovers. */
export function handoverId({ entryId, argsHash }: { entryId: string; argsHash: string }): string {
  return derivedId(entryId, Buffer.from(argsHash, 'base64url').readInt32LE());
}

async function seesAll(
  group: GroupContext,
  { session }: Arrival,
  subjects: readonly Subject[],
): Promise<boolean> {
  const today = inTimeZone(group.nowMs, group.timeZone).day;
  const db = readSchool(group.db, group.schoolId);
  for (const subject of subjects) if (!(await maySee(db, session, subject, today))) return false;
  return true;
}

function onlyStudent(subjects: readonly Subject[]): string | null {
  const ids = subjects.filter(({ root }) => root === 'student').map(({ id }) => id);
  return ids.length === 1 ? (ids[0] ?? null) : null;
}
