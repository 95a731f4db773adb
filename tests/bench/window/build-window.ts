import { spawnSync } from 'node:child_process';
import { projectRoot } from '../../../config/project.ts';

const script = "import('./config/ensure-build.ts').then((build) => build.ensureRendererBuilt())";

/**
 * Builds dist/renderer unless it is new. What it says goes to standard error: standard output is for results.
 * @throws Error with a sentence when it can't be built
 */
export function buildWindow(): void {
  const { status } = spawnSync(process.execPath, ['-e', script], {
    cwd: projectRoot,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error("The app's window could not be built.");
}
