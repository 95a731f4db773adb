import type { Emit } from '../result.ts';
import { benchFirstSync } from './first-sync.ts';
import { benchLatency } from './latency.ts';

/** All results whose names begin with `sync.`, and the memory of a first sync. */
export async function benchSync(emit: Emit): Promise<void> {
  await benchFirstSync(emit);
  await benchLatency(emit);
}
