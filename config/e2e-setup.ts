import { ensureRendererBuilt } from './ensure-build.ts';

/** Runs once before the end-to-end tests: they look at the window as it is built now. */
export default async function setUp(): Promise<void> {
  await ensureRendererBuilt();
}
