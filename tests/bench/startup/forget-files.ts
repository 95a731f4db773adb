import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../config/project.ts';

/** The code that a core loads: the built one, and the packages it leaves outside. */
const LOADED = ['dist/core/*.js', 'node_modules/{better-sqlite3,@node-rs}/**/*.{js,cjs,mjs,node}'];

/**
 * Asks Linux to drop its copies of the app's code and of a desk's files, as after a night in which other
 * programs needed the memory. @returns how many files; 0 where the system can't be asked
 */
export function forgetFiles(deskFolder: string): number {
  if (process.platform !== 'linux') return 0;
  const code = globSync(LOADED, { cwd: projectRoot }).map((path) => join(projectRoot, path));
  const files = [...code, ...globSync('**/*', { cwd: deskFolder }).map((path) => join(deskFolder, path))];
  const script = 'for file; do dd if="$file" iflag=nocache count=0 status=none; done';
  for (let at = 0; at < files.length; at += 500) {
    spawnSync('sh', ['-c', script, 'sh', ...files.slice(at, at + 500)], { stdio: 'ignore' });
  }
  return files.length;
}
