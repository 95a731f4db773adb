import type { Emit } from '../result.ts';
import { benchResult, median, percentile, rounded } from '../result.ts';
import { type TwoDesks, withTwoDesks } from './two-desks.ts';

const RUNS = 5;
const NOTES_PER_RUN = 40;
const WARM_UP = 20;
const OFFLINE_NOTES = 1000;

/** From a note written at one desk to its notice at another; and pushing what a desk wrote offline. */
export async function benchLatency(emit: Emit): Promise<void> {
  await withTwoDesks(async (real, floor) => {
    await latencies(real, 0, WARM_UP);
    await latencies(floor, 0, WARM_UP);
    const runs: Latencies[] = [];
    const floors: Latencies[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      runs.push(await latencies(real, WARM_UP + run * NOTES_PER_RUN, NOTES_PER_RUN));
      floors.push(await latencies(floor, 0, NOTES_PER_RUN));
    }
    emit(latencyResult(runs, floors));
    await benchPush(emit, real, floor);
  });
}

interface Latencies {
  readonly arrivals: number[];
  readonly writes: number[];
}

async function latencies({ first, second }: TwoDesks, from: number, count: number): Promise<Latencies> {
  const arrivals: number[] = [];
  const writes: number[] = [];
  for (let n = from; n < from + count; n += 1) {
    await second.ask('watch', null);
    const { at, tookMs } = await first.ask('write', n);
    arrivals.push((await second.ask('seen', null)) - at);
    writes.push(tookMs);
    await first.ask('idle', null);
    await second.ask('idle', null);
  }
  return { arrivals, writes };
}

function latencyResult(runs: readonly Latencies[], floors: readonly Latencies[]) {
  const medians = (of: readonly Latencies[]) => of.map(({ arrivals }) => median(arrivals));
  const all = runs.flatMap(({ arrivals }) => arrivals);
  const bare = floors.flatMap(({ arrivals }) => arrivals);
  return benchResult('sync.latency', 'ms', medians(runs), medians(floors), {
    p50: rounded(median(all)),
    p95: rounded(percentile(all, 0.95)),
    p99: rounded(percentile(all, 0.99)),
    floorP95: rounded(percentile(bare, 0.95)),
    localWriteMs: rounded(median(runs.flatMap(({ writes }) => writes))),
    notes: all.length,
  });
}

async function benchPush(emit: Emit, real: TwoDesks, floor: TwoDesks): Promise<void> {
  const runs: number[] = [];
  const floors: number[] = [];
  const local: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const from = 10_000 + run * OFFLINE_NOTES;
    local.push(...(await real.first.ask('offline', { from, count: OFFLINE_NOTES })));
    const { tookMs, attention } = await real.first.ask('push', null);
    if (attention > 0) throw new Error(`The server refused ${attention} offline notes.`);
    runs.push(tookMs);
    await real.second.ask('idle', null);
    await floor.first.ask('offline', { from, count: OFFLINE_NOTES });
    floors.push((await floor.first.ask('push', null)).tookMs);
  }
  emit(
    benchResult('sync.push1000', 'ms', runs, floors, {
      notes: OFFLINE_NOTES,
      localWriteMs: rounded(median(local)),
      localWriteP95: rounded(percentile(local, 0.95)),
    }),
  );
}
