import Database from 'better-sqlite3';
import { answerParent } from '../harness/answer-parent.ts';
import { monotonicMs } from '../harness/monotonic.ts';

const handlers = {
  /** Opens an encrypted file in the plainest way and reads one row of it; answers when, and with how much memory. */
  read({ path, key }: { path: string; key: string }): { readAt: number; memoryMb: number } {
    const db = new Database(path, { readonly: true });
    db.pragma("cipher = 'sqlcipher'");
    db.pragma(`key = "x'${key}'"`);
    db.prepare('select * from student limit 1').get();
    const readAt = monotonicMs();
    db.close();
    return { readAt, memoryMb: process.memoryUsage.rss() / 1e6 };
  },
};

/** What the floor of a start can be asked. */
export type ReadOneRowChild = typeof handlers;

answerParent(handlers);
