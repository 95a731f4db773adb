import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project.ts';
import { runQuietly } from './run-quietly.mjs';

const INPUTS = ['{src-renderer,src-shared}/**/*', 'resources/**/*', 'package-lock.json', 'config/vite.*.ts'];
const STAMP = 'dist/renderer.stamp';

/** Changes whenever a file the window is built from changes: names, sizes and times of all of them. */
function fingerprint(root: string): string {
  const hash = createHash('sha256');
  for (const path of globSync(INPUTS, { cwd: root }).sort()) {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** @returns whether dist/renderer was built from what is in the folder now */
export function isRendererBuilt(root: string = projectRoot): boolean {
  const stamp = join(root, STAMP);
  if (!existsSync(stamp) || !existsSync(join(root, 'dist/renderer/index.html'))) return false;
  return readFileSync(stamp, 'utf8') === fingerprint(root);
}

/**
 * Builds the window into dist/renderer unless that has been done for exactly these files.
 * Says so on standard output while it builds, and nothing otherwise.
 * @throws Error with a plain sentence when the build fails; its reason has been printed
 */
export async function ensureRendererBuilt(root: string = projectRoot): Promise<void> {
  if (isRendererBuilt(root)) return;
  const before = fingerprint(root);
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--config', 'config/vite.renderer.ts'];
  // Whoever asks for it, a test runner included, gets the window that is shipped.
  const env = { NODE_ENV: 'production' };
  if (!(await runQuietly('Building the window', process.execPath, args, { cwd: root, env }))) {
    throw new Error("The app's window could not be built.");
  }
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, STAMP), before);
}
