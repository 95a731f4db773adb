import { randomBytes } from 'node:crypto';
import { uuidV7 } from '../../src-shared/values/uuid.ts';
import type { ServerKysely } from '../database/schema.ts';
import type { Clock } from './clock.ts';
import { newSealingKey } from './sealed-entries.ts';

/**
 * What makes this server this server, drawn once and kept in the database. A restored backup has the same epoch:
 * that it lacks something shows by the feed, and by entries the desks still know.
 */
export interface ServerFacts {
  readonly serverId: string;
  readonly epoch: string;
  /** 32 bytes. */
  readonly cursorSecret: Buffer;
  readonly sealingKey: string;
}

/** Reads the facts, drawing them at the first start. Two processes that start at once agree: the first row wins. */
export async function serverFacts(db: ServerKysely, clock: Clock): Promise<ServerFacts> {
  const newId = () => uuidV7(clock.nowMs(), (length) => new Uint8Array(randomBytes(length)));
  const fresh = [
    { id: 'serverId', value: newId() },
    { id: 'epoch', value: newId() },
    { id: 'cursorSecret', value: randomBytes(32).toString('base64') },
    { id: 'sealingKey', value: newSealingKey() },
  ];
  await db
    .insertInto('serverFact')
    .values(fresh)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const rows = await db.selectFrom('serverFact').select(['id', 'value']).execute();
  const value = (id: string): string => {
    const found = rows.find((row) => row.id === id);
    if (!found) throw new Error(`The server's own fact ${id} is missing.`);
    return found.value;
  };
  return {
    serverId: value('serverId'),
    epoch: value('epoch'),
    cursorSecret: Buffer.from(value('cursorSecret'), 'base64'),
    sealingKey: value('sealingKey'),
  };
}
