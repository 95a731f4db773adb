import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project.ts';
import { runQuietly } from './run-quietly.mjs';

/** A part of the app that is built before it runs. */
interface Part {
  /** In the sentences that name it. */
  readonly name: string;
  /** What it is built from. */
  readonly inputs: readonly string[];
  /** Below dist; a stamp beside it says what it was built from. */
  readonly folder: string;
  /** Is there when it was built. */
  readonly file: string;
  /** Arguments of Node that build it. */
  readonly build: readonly string[];
}

const PARTS: readonly Part[] = [
  {
    name: 'window',
    inputs: ['{src-renderer,src-shared}/**/*', 'resources/**/*', 'package-lock.json', 'config/vite.*.ts'],
    folder: 'renderer',
    file: 'index.html',
    build: ['node_modules/vite/bin/vite.js', 'build', '--config', 'config/vite.renderer.ts'],
  },
  {
    name: 'core',
    inputs: ['{src-main/core,src-shared}/**/*', 'package-lock.json', 'config/build-main.ts'],
    folder: 'core',
    file: 'core-worker.js',
    build: ['config/build-main.ts', 'core'],
  },
];

const stampOf = ({ folder }: Part) => `dist/${folder}.stamp`;

/** Changes whenever a file the part is built from changes: names, sizes and times of all of them. */
function fingerprint(root: string, { inputs }: Part): string {
  const hash = createHash('sha256');
  for (const path of globSync([...inputs], { cwd: root }).sort()) {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function isBuilt(root: string, part: Part): boolean {
  const stamp = join(root, stampOf(part));
  if (!existsSync(stamp) || !existsSync(join(root, 'dist', part.folder, part.file))) return false;
  return readFileSync(stamp, 'utf8') === fingerprint(root, part);
}

/** @returns whether window and core were built from what is in the folder now */
export function isAppBuilt(root: string = projectRoot): boolean {
  return PARTS.every((part) => isBuilt(root, part));
}

/**
 * Builds the window into dist/renderer and the core into dist/core unless that has been done for exactly
 * these files. Says so on standard output while it builds, and nothing otherwise.
 * @throws Error with a plain sentence when the build fails; its reason has been printed
 */
export async function ensureAppBuilt(root: string = projectRoot): Promise<void> {
  for (const part of PARTS) {
    if (isBuilt(root, part)) continue;
    const before = fingerprint(root, part);
    // Whoever asks for it, a test runner included, gets the app that is shipped.
    const options = { cwd: root, env: { NODE_ENV: 'production' } };
    if (!(await runQuietly(`Building the ${part.name}`, process.execPath, [...part.build], options))) {
      throw new Error(`The app's ${part.name} could not be built.`);
    }
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(join(root, stampOf(part)), before);
  }
}
