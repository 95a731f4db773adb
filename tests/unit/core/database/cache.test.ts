import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Cache, openCache } from '../../../../src-main/core/database/cache.ts';
import { readMeta, writeMeta } from '../../../../src-main/core/database/cache-meta.ts';
import { aClass } from '../../../support/builders/school.ts';
import { aStudent } from '../../../support/builders/students.ts';
import { openDeskCache, rowsOf, seedCache } from '../../../support/desk/desk-cache.ts';
import { scratchFolder } from '../../../support/desk/scratch-folder.ts';

/** What SQLite answers for `synchronous`. */
const NORMAL = 1;
const FULL = 2;

describe('writing', () => {
  test('an error undoes the whole transaction and tells nobody', async () => {
    const cache = await openDeskCache();
    const told: string[][] = [];
    cache.onCommit((changes) => told.push([...changes.topics]));
    const student = aStudent();
    const failing = cache.write(async (tx) => {
      tx.rows.put('student', student);
      tx.changes.row('student', student.id);
      throw new Error('in between');
    });
    await expect(failing).rejects.toThrow('in between');
    expect(await rowsOf(cache, 'student')).toEqual([]);
    expect(told).toEqual([]);
  });

  test('writers wait for one another, in the order in which they asked', async () => {
    const cache = await openDeskCache();
    const order: string[] = [];
    const slow = cache.write(async (tx) => {
      await Promise.resolve().then(() => order.push('first begins'));
      await writeMeta(tx.db, 'cursor', 'a');
      order.push('first ends');
    });
    const fast = cache.write(async (tx) => {
      order.push('second');
      expect(await readMeta(tx.db, 'cursor')).toBe('a');
    });
    await Promise.all([slow, fast]);
    expect(order).toEqual(['first begins', 'first ends', 'second']);
  });

  test('a failed writer does not hold up the next', async () => {
    const cache = await openDeskCache();
    const failed = cache.write(() => Promise.reject(new Error('no')));
    const next = cache.write(async () => 'done');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('done');
  });

  test('what changed is told after the commit, with the people concerned', async () => {
    const cache = await openDeskCache();
    const schoolClass = aClass();
    const seen: unknown[] = [];
    cache.onCommit(async (changes) => {
      seen.push([...changes.topics], [...changes.students], changes.everybody);
    });
    await cache.write(async (tx) => {
      tx.rows.put('schoolClass', schoolClass);
      tx.changes.row('schoolClass', '-');
      tx.changes.row('studentDetail', 'child');
      tx.changes.row('absence', 'other child');
    });
    expect(seen).toEqual([['schoolClass', 'studentDetail', 'absence'], ['child'], true]);
  });
});

describe('writing what changes with each key', () => {
  const synchronous = (cache: Cache) =>
    cache.write(async (tx) => tx.raw.pragma('synchronous', { simple: true }));

  test('does not wait for the disk, and is there for every reader at once', async () => {
    const cache = await openDeskCache();
    const during = await cache.writeSoon(async (tx) => {
      tx.rows.put('student', aStudent());
      return tx.raw.pragma('synchronous', { simple: true });
    });
    expect(during).toBe(NORMAL);
    expect(await rowsOf(cache, 'student')).toHaveLength(1);
  });

  test('leaves every other writer durable, also when it fails', async () => {
    const cache = await openDeskCache();
    await cache.writeSoon(async () => undefined);
    expect(await synchronous(cache)).toBe(FULL);
    await expect(cache.writeSoon(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await synchronous(cache)).toBe(FULL);
  });
});

describe('reading', () => {
  test('a reader sees whole transactions only', async () => {
    const cache = await openDeskCache();
    await cache.write(async (tx) => {
      tx.rows.put('student', aStudent());
      expect(await rowsOf(cache, 'student')).toHaveLength(0);
    });
    expect(await rowsOf(cache, 'student')).toHaveLength(1);
  });

  test('a snapshot stays the same while others write', async () => {
    const cache = await openDeskCache();
    await seedCache(cache, { student: aStudent() });
    const counts: number[] = [];
    await cache.snapshot(async () => {
      counts.push((await rowsOf(cache, 'student')).length);
      await seedCache(cache, { student: [aStudent(), aStudent()] });
      counts.push((await rowsOf(cache, 'student')).length);
    });
    counts.push((await rowsOf(cache, 'student')).length);
    expect(counts).toEqual([1, 1, 3]);
  });

  test('emptying the log waits for open snapshots instead of blocking them', async () => {
    const cache = await openDeskCache();
    await seedCache(cache, { student: aStudent() });
    const order: string[] = [];
    const snapshot = cache.snapshot(async () => {
      await rowsOf(cache, 'student');
      await Promise.resolve();
      order.push('read');
    });
    const emptied = cache.checkpoint().then(() => order.push('emptied'));
    await Promise.all([snapshot, emptied]);
    expect(order).toEqual(['read', 'emptied']);
  });
});

test('facts are kept, overwritten and removed; what is no longer understood counts as absent', async () => {
  const cache = await openDeskCache();
  await cache.write(async (tx) => {
    await writeMeta(tx.db, 'cursor', 'one');
    await writeMeta(tx.db, 'cursor', 'two');
    await writeMeta(tx.db, 'delegation', 'd');
    await writeMeta(tx.db, 'delegation', null);
    await tx.db.insertInto('cacheMeta').values({ key: 'token', value: '{"some":"older form"}' }).execute();
  });
  expect(await readMeta(cache.reader, 'cursor')).toBe('two');
  expect(await readMeta(cache.reader, 'delegation')).toBeNull();
  expect(await readMeta(cache.reader, 'token')).toBeNull();
});

test('a closed cache is opened again with all it had', async () => {
  const file = { path: join(scratchFolder(), 'cache.db'), key: randomBytes(32) };
  const student = aStudent();
  const first = await openCache(file);
  await seedCache(first, { student });
  await first.close();
  const second = await openCache(file);
  expect(await rowsOf(second, 'student')).toEqual([student]);
  await second.close();
});
