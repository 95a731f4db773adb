import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkImports } from '../../config/check-imports.ts';
import { projectRoot } from '../../config/project.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'postmappe-imports-'));
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
  write(
    'package.json',
    JSON.stringify({ name: 'x', dependencies: { zod: '*', kysely: '*', react: '*', pg: '*' } }),
  );
  write('src-shared/day.ts', 'export const day = 1;');
  write('src-main/core/core.ts', 'export const core = 1;');
  write('src-server/main.ts', 'export const server = 1;');
  write('tests/support/clock.ts', 'export const clock = 1;');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** The names of the rules a file with these imports breaks. */
async function rulesBroken(path: string, imports: string): Promise<string[]> {
  write(path, imports);
  const { offences } = await checkImports(root);
  return offences.map((offence) => /\n {4}([\w-]+):/.exec(offence)?.[1] ?? offence);
}

describe('allowed', () => {
  test.each([
    [
      'src-shared/a.ts',
      "import { z } from 'zod'; import { sql } from 'kysely'; import { day } from './day.ts';",
    ],
    ['src-renderer/A.tsx', "import { useState } from 'react'; import { day } from '../src-shared/day.ts';"],
    [
      'src-server/a.ts',
      "import fs from 'node:fs'; import pg from 'pg'; import { day } from '../src-shared/day.ts';",
    ],
    [
      'src-main/hosts/browser/a.ts',
      "import { core } from '../../core/core.ts'; import http from 'node:http';",
    ],
    [
      'src-main/hosts/electron/a.ts',
      "import { app } from 'electron'; import { core } from '../../core/core.ts';",
    ],
    [
      'tests/unit/a.test.ts',
      "import { clock } from '../support/clock.ts'; import { server } from '../../src-server/main.ts';",
    ],
  ])('%s may %s', async (path, imports) => {
    expect(await rulesBroken(path, imports)).toEqual([]);
  });
});

describe('forbidden', () => {
  test.each([
    ['src-shared/a.ts', "import fs from 'node:fs';", 'shared-is-pure'],
    ['src-shared/a.ts', "import { useState } from 'react';", 'shared-is-pure'],
    ['src-shared/a.ts', "import { server } from '../src-server/main.ts';", 'shared-is-pure'],
    ['src-shared/a.ts', "import { Migrator } from 'kysely/migration';", 'shared-has-no-database-driver'],
    ['src-renderer/A.tsx', "import fs from 'node:fs';", 'renderer-is-a-window'],
    ['src-renderer/A.tsx', "import type { core } from '../src-main/core/core.ts';", 'renderer-is-a-window'],
    ['src-server/a.ts', "import { core } from '../src-main/core/core.ts';", 'server-stands-alone'],
    ['src-main/core/a.ts', "import { server } from '../../src-server/main.ts';", 'core-has-no-host'],
    ['src-main/core/a.ts', "import { app } from 'electron';", 'only-the-electron-host-knows-electron'],
    [
      'src-main/hosts/browser/a.ts',
      "import { server } from '../../../src-server/main.ts';",
      'hosts-are-thin',
    ],
    ['src-main/core/a.ts', "import { clock } from '../../tests/support/clock.ts';", 'nothing-imports-tests'],
    ['src-server/a.ts', "import { x } from './missing.ts';", 'resolvable'],
  ])('%s must not %s', async (path, imports, name) => {
    expect(await rulesBroken(path, imports)).toContain(name);
  });

  test('a host that imports another host', async () => {
    write('src-main/hosts/electron/b.ts', 'export const b = 1;');
    expect(await rulesBroken('src-main/hosts/browser/a.ts', "import { b } from '../electron/b.ts';")).toEqual(
      ['hosts-are-apart'],
    );
  });

  test('a circle', async () => {
    write('src-server/b.ts', "import { a } from './a.ts'; export const b = a;");
    expect(await rulesBroken('src-server/a.ts', "import { b } from './b.ts'; export const a = b;")).toContain(
      'no-circle',
    );
  });
});

test('reading no module at all is an offence, not a pass', async () => {
  for (const folder of ['src-shared', 'src-main', 'src-server', 'tests']) {
    rmSync(join(root, folder), { recursive: true });
  }
  mkdirSync(join(root, 'src-shared'));
  const { modules, offences } = await checkImports(root);
  expect(modules).toBe(0);
  expect(offences).toHaveLength(1);
});
