import { ensureAppBuilt } from './ensure-build.ts';
import { hasElectron } from './has-electron.ts';
import { projectRoot } from './project.ts';

/** Runs once before the end-to-end tests: they look at the app as it is built now. */
export default async function setUp(): Promise<void> {
  await ensureAppBuilt();
  if (!hasElectron()) return;
  // Loaded only here: the bundler takes a second to load.
  const { buildMain } = await import('./build-main.ts');
  await buildMain(projectRoot, 'electron');
}
