import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeTable } from '../../support/roster-files/write-table.ts';

const script = fileURLToPath(new URL('../../../src-main/core/roster/import-cli.ts', import.meta.url));
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roster-'));
  await writeFile(
    join(folder, 'liste.csv'),
    writeTable(
      [
        ['Vorname', 'Nachname', 'Klasse'],
        ['Jürgen', 'Groß', '3b'],
      ],
      { encoding: 'windows-1252' },
    ),
  );
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function run(...argv: string[]): Promise<{ status: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...argv], (error, out, err) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

it('runs as a program of its own', async () => {
  const { status, out, err } = await run(join(folder, 'liste.csv'), '--json');
  expect([status, err]).toEqual([0, '']);
  expect(JSON.parse(out)).toMatchObject({
    files: [{ file: 'liste.csv', students: [{ givenName: 'Jürgen', familyName: 'Groß' }] }],
  });
});

it('ends with its status and one sentence, without a stack trace', async () => {
  const { status, out, err } = await run(folder);
  expect([status, out]).toEqual([3, '']);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).toContain('lässt sich nicht öffnen');
});

it('goes on quietly when nobody reads its words any more', async () => {
  const child = spawn(process.execPath, [script, join(folder, 'liste.csv')]);
  child.stdout.destroy();
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const [code] = await once(child, 'close');
  expect([code, err]).toEqual([0, '']);
});
