import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));

/** Folder of the built window. */
export const windowFolder = join(projectRoot, 'dist', 'renderer');

/** The core with all its packages in one script (config/build-main.ts). */
export const coreEntry = join(projectRoot, 'dist', 'core', 'core-worker.js');

/** What to tell a person when the app has not been built; undefined when all is well. */
export function buildProblem(): string | undefined {
  if (existsSync(join(windowFolder, 'index.html')) && existsSync(coreEntry)) return undefined;
  return 'The app is not built yet. Build it with: npm run build';
}
