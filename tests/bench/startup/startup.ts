import { benchBundle } from '../bundle/bundle.ts';
import type { Emit } from '../result.ts';
import { benchWindowStart } from '../window/window-start.ts';
import { benchCoreStart } from './core-start.ts';

/** Starting: the core, the app with its window, and what the window loads. */
export async function benchStartup(emit: Emit): Promise<void> {
  await benchCoreStart(emit);
  await benchWindowStart(emit);
  await benchBundle(emit);
}
