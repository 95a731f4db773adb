import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildMain } from '../../config/build-main.ts';
import { ensureAppBuilt, isAppBuilt } from '../../config/ensure-build.ts';
import { projectRoot } from '../../config/project.ts';

let root: string;

/** A project of three files with the real configuration and the real packages. */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'postmappe-build-'));
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
  cpSync(join(projectRoot, 'config'), join(root, 'config'), { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(projectRoot, file), join(root, file));
  write(
    'src-renderer/index.html',
    '<html><body><script type="module" src="./main.ts"></script></body></html>',
  );
  write(
    'src-renderer/main.ts',
    "import '@fontsource-variable/inter'; import { day } from '../src-shared/day.ts'; document.title = day;",
  );
  write('src-shared/day.ts', "export const day = 'Montag';");
  write(
    'src-main/hosts/electron/preload.ts',
    "import { contextBridge } from 'electron'; import { z } from 'zod'; contextBridge.exposeInMainWorld('a', z.string());",
  );
  write(
    'src-main/core/core-worker.ts',
    "import Database from 'better-sqlite3'; import { z } from 'zod'; import { day } from '../../src-shared/day.ts'; new Database(z.string().parse(day));",
  );
  await ensureAppBuilt(root);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe('the window', () => {
  test('is listed in a manifest and has hashed names', () => {
    const manifest = JSON.parse(read('dist/renderer/.vite/manifest.json'));
    expect(manifest['index.html'].file).toMatch(/^assets\/index-[\w-]+\.js$/);
  });

  test('asks for nothing outside its own origin and inlines nothing', () => {
    const html = read('dist/renderer/index.html');
    expect(html).not.toMatch(/(src|href)="(?!\/assets\/)/);
    expect(html).not.toMatch(/<script[^>]*>[^<]/);
    for (const style of globSync('dist/renderer/assets/*.css', { cwd: root })) {
      expect(read(style)).not.toMatch(/url\((?!["']?\/assets\/)/);
    }
  });

  test('is built once, and again after a change', async () => {
    expect(isAppBuilt(root)).toBe(true);
    write('src-shared/day.ts', "export const day = 'Dienstag';");
    expect(isAppBuilt(root)).toBe(false);
    await ensureAppBuilt(root);
    expect(isAppBuilt(root)).toBe(true);
    expect(globSync('dist/renderer/assets/*.js', { cwd: root }).map(read).join('')).toContain('Dienstag');
  });
});

describe('what runs outside the window', () => {
  test('an entry that does not exist yet is left out', async () => {
    expect(await buildMain(root)).toEqual(['preload', 'core-worker']);
    expect(existsSync(join(root, 'dist/electron/server.js'))).toBe(false);
  });

  test('the preload is one CommonJS file that needs only electron', async () => {
    await buildMain(root);
    const needed = [...read('dist/electron/preload.cjs').matchAll(/\brequire\(["']([^"']+)["']\)/g)].map(
      ([, name]) => name,
    );
    expect(needed).toEqual(['electron']);
    expect(read('dist/electron/preload.cjs')).not.toMatch(/^import /m);
  });

  test('the core is one script that needs only Node and what is native', async () => {
    const worker = read('dist/core/core-worker.js');
    const needed = [...worker.matchAll(/^import .*?["']([^"']+)["'];$/gm)].map(([, name = '']) => name);
    expect(needed.filter((name) => !name.startsWith('node:'))).toEqual(['better-sqlite3']);
    expect(worker).toContain('Dienstag');
  });
});
