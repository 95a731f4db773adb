import { spawnSync } from 'node:child_process';
import { projectRoot } from '../../../config/project.ts';

const script = "import('./config/ensure-build.ts').then((build) => build.ensureAppBuilt())";

/**
 * Builds window and core unless they are new. What it says goes to standard error: standard output is for results.
 * @throws Error with a sentence when it can't be built
 */
export function buildApp(): void {
  const { status } = spawnSync(process.execPath, ['-e', script], {
    cwd: projectRoot,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('The app could not be built.');
}
