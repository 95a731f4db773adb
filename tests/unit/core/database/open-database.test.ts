import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { driverProblem } from '../../../../src-main/core/database/native-driver.ts';
import { openDatabase } from '../../../../src-main/core/database/open-database.ts';
import { isDamage, isDiskFull } from '../../../../src-main/core/database/sqlite-faults.ts';
import { scratchFolder } from '../../../support/desk/scratch-folder.ts';

const canary = 'XHEALTHX-masern';

function encryptedFile() {
  return { path: join(scratchFolder(), 'some.db'), key: randomBytes(32) };
}

function fill(file: { path: string; key: Uint8Array }): void {
  const db = openDatabase(file);
  db.exec('create table note (id integer primary key, words text) strict');
  db.prepare('insert into note (words) values (?)').run(canary);
  db.close();
}

describe('R05: every connection is as durable and as careful as it must be', () => {
  const expected = {
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    busy_timeout: 5000,
    temp_store: 2,
    secure_delete: 1,
    trusted_schema: 0,
    cell_size_check: 1,
  };

  test.each([
    ['a new encrypted file', { key: randomBytes(32) }],
    ['a file without a key', { key: null }],
  ])('%s', (_, { key }) => {
    const db = openDatabase({ path: join(scratchFolder(), 'some.db'), key });
    for (const [name, value] of Object.entries(expected)) {
      expect([name, db.pragma(name, { simple: true })]).toEqual([name, value]);
    }
    db.close();
  });

  test('a file that is opened again, also for reading only', () => {
    const file = encryptedFile();
    fill(file);
    for (const readOnly of [false, true]) {
      const db = openDatabase(file, { readOnly });
      for (const [name, value] of Object.entries(expected)) {
        expect([name, db.pragma(name, { simple: true })]).toEqual([name, value]);
      }
      db.close();
    }
  });

  test('a reader can not write', () => {
    const file = encryptedFile();
    fill(file);
    const db = openDatabase(file, { readOnly: true });
    expect(() => db.exec(`insert into note (words) values ('x')`)).toThrow(/readonly/);
    db.close();
  });
});

describe('S29: a copied file is worth nothing', () => {
  test('another key is refused, and so is none', () => {
    const file = encryptedFile();
    fill(file);
    for (const key of [randomBytes(32), null]) {
      expect(() => openDatabase({ ...file, key })).toThrow(Database.SqliteError);
      try {
        openDatabase({ ...file, key });
      } catch (error) {
        expect(isDamage(error)).toBe(true);
      }
    }
  });

  test('neither the file nor its log holds a readable word', () => {
    const file = encryptedFile();
    const db = openDatabase(file);
    db.exec('create table note (id integer primary key, words text) strict');
    db.prepare('insert into note (words) values (?)').run(canary);
    for (const end of ['', '-wal']) expect(readFileSync(file.path + end).includes(canary)).toBe(false);
    db.close();
    expect(readFileSync(file.path).includes(canary)).toBe(false);
    expect(readFileSync(file.path).subarray(0, 15).toString()).not.toBe('SQLite format 3');
  });

  test('a key of another length is a mistake of ours, not a weaker file', () => {
    const path = join(scratchFolder(), 'some.db');
    expect(() => openDatabase({ path, key: randomBytes(16) })).toThrow(RangeError);
  });
});

test('R14: a flipped byte is an error, never wrong data', () => {
  const file = encryptedFile();
  fill(file);
  const bytes = readFileSync(file.path);
  bytes.writeUInt8((bytes.readUInt8(5000) + 1) % 256, 5000);
  writeFileSync(file.path, bytes);
  expect(() => {
    const db = openDatabase(file);
    try {
      db.prepare('select * from note').all();
    } finally {
      db.close();
    }
  }).toThrow(Database.SqliteError);
});

test('R30: an older Node is told what to do instead of crashing', () => {
  expect(driverProblem({ node: '20.20.1', napi: '9' })).toMatch(
    /needs Node 24.*was started with Node 20\.20\.1/,
  );
  expect(driverProblem({ node: '20.20.1' })).toBeDefined();
  expect(driverProblem({ node: '24.21.0', napi: '10' })).toBeUndefined();
  expect(driverProblem(process.versions)).toBeUndefined();
});

test('R10: a full disk is told from other failures', () => {
  expect(isDiskFull(new Database.SqliteError('full', 'SQLITE_FULL'))).toBe(true);
  expect(isDiskFull(Object.assign(new Error('full'), { code: 'ENOSPC' }))).toBe(true);
  expect(isDiskFull(new Database.SqliteError('busy', 'SQLITE_BUSY'))).toBe(false);
  expect(isDamage(new Database.SqliteError('busy', 'SQLITE_BUSY'))).toBe(false);
  expect(isDamage('no error at all')).toBe(false);
});
