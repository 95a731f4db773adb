import { OFFICES } from '../harness/demo-morning.ts';
import { withLab } from '../harness/lab.ts';
import { benchResult, type Emit, median, percentile, rounded } from '../result.ts';
import type { CommitFloorChild } from './commit-floor-child.ts';
import type { RushChild } from './rush-child.ts';

const RUNS = 5;
const CONNECTIONS = 64;
/** With the warm-up all runs stay below the 6,000 requests a minute that the server takes from one address. */
const NOTES = 1024;

/**
 * `rush.sqlite`: acknowledged sick notes a second over HTTP with 64 connections, on a server with 1,500
 * children. The floor commits the rows of as many notes in the process itself, 64 in each durable
 * transaction: no rights, no audit, no answers, no HTTP.
 */
export async function benchRush(emit: Emit): Promise<void> {
  await withLab(async (lab) => {
    const server = await lab.school('large');
    const caller = await lab.child<RushChild>(new URL('./rush-child.ts', import.meta.url));
    const floor = await lab.child<CommitFloorChild>(new URL('./commit-floor-child.ts', import.meta.url));
    await caller.ask('prepare', { url: server.url, userName: OFFICES[0], connections: CONNECTIONS });
    await caller.ask('run', { notes: NOTES / 4, connections: CONNECTIONS });
    const rates: number[] = [];
    const floors: number[] = [];
    const took: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const path = lab.fresh('floor.db');
      floors.push(await floor.ask('run', { path, notes: NOTES, group: CONNECTIONS }));
      const answered = await caller.ask('run', { notes: NOTES, connections: CONNECTIONS });
      rates.push(answered.perSecond);
      took.push(...answered.took);
    }
    emit(
      benchResult('rush.sqlite', 'notes/s', rates, floors, {
        p50: rounded(median(took)),
        p95: rounded(percentile(took, 0.95)),
        p99: rounded(percentile(took, 0.99)),
        percentilesIn: 'ms',
        connections: CONNECTIONS,
        notes: took.length,
      }),
    );
  });
}
