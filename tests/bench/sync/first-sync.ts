import type { BuiltCoreChild, FirstSync } from '../desk/built-core-child.ts';
import { countRows, findCacheFile } from '../desk/open-own-file.ts';
import { OFFICES } from '../harness/demo-morning.ts';
import { type Lab, withLab } from '../harness/lab.ts';
import type { SchoolServer } from '../harness/school-server.ts';
import type { Emit } from '../result.ts';
import { benchResult, median, rounded } from '../result.ts';
import { buildApp } from '../window/build-app.ts';
import type { InsertFloorChild } from './insert-floor-child.ts';

const RUNS = 5;

interface Measured {
  readonly rows: number;
  readonly times: FirstSync[];
  /** Inserting all rows, inserting those of the morning, and a bare process: ms, ms, MB. */
  readonly floors: { readonly all: number[]; readonly morning: number[] };
}

/**
 * First syncs of fresh desks against a real server: of the small demo school (about 10,000 rows) and the
 * large one (106,000). Each desk is a process of its own with the core as it is shipped; desks and floors
 * take turns.
 */
export async function benchFirstSync(emit: Emit): Promise<void> {
  buildApp();
  const small = await measure('small');
  emit(firstSync('sync.first.10k', small));
  emit(firstScreen('sync.firstScreen', small));
  const large = await measure('large');
  emit(firstSync('sync.first.106k', large));
  emit(firstScreen('sync.firstScreen.1500', large));
  emit(peakMemory(large));
}

function measure(demo: 'small' | 'large'): Promise<Measured> {
  return withLab(async (lab) => {
    const server = await lab.school(demo);
    const floor = await lab.child<InsertFloorChild>(new URL('./insert-floor-child.ts', import.meta.url));
    const rows = await floor.ask('load', { serverUrl: server.url, userName: OFFICES[0] });
    const compiled = lab.fresh('compiled');
    // As on any day but the first: the host's own code has been compiled before.
    await syncFreshDesk(lab, server, compiled);
    const times: FirstSync[] = [];
    const floors = { all: [] as number[], morning: [] as number[] };
    for (let run = 0; run < RUNS; run += 1) {
      floors.all.push(await floor.ask('insert', { path: lab.fresh('floor.db'), whole: true }));
      floors.morning.push(await floor.ask('insert', { path: lab.fresh('floor.db'), whole: false }));
      const synced = await syncFreshDesk(lab, server, compiled);
      if (synced.rows !== rows) throw new Error(`The desk holds ${synced.rows} rows, the floor ${rows}.`);
      times.push(synced.times);
    }
    return { rows, times, floors };
  });
}

async function syncFreshDesk(
  lab: Lab,
  server: SchoolServer,
  compiled: string,
): Promise<{ times: FirstSync; rows: number }> {
  const module = new URL('../desk/built-core-child.ts', import.meta.url);
  const desk = await lab.child<BuiltCoreChild>(module, { NODE_COMPILE_CACHE: compiled });
  const { url: serverUrl, startedAtMs: serverStartedAtMs } = server;
  const place = { dataFolder: lab.fresh('desk'), serverUrl, serverStartedAtMs };
  const times = await desk.ask('firstSync', { place, userName: OFFICES[0] });
  await desk.stop();
  return { times, rows: countRows(await findCacheFile(place, OFFICES[0])) };
}

function firstSync(bench: string, { rows, times, floors }: Measured) {
  const values = times.map((time) => time.readyMs);
  return benchResult(bench, 'ms', values, floors.all, {
    rows,
    rowsPerSecond: Math.round((rows / median(values)) * 1000),
    signInMs: rounded(median(times.map((time) => time.signInMs))),
  });
}

function firstScreen(bench: string, { times, floors }: Measured) {
  const values = times.map((time) => time.firstScreenMs);
  return benchResult(bench, 'ms', values, floors.morning, { students: times[0]?.students ?? 0 });
}

/** The floor is the same process with the core started and nobody signed in. */
function peakMemory({ times }: Measured) {
  const peaks = times.map((time) => time.peakMb);
  const bases = times.map((time) => time.baseMb);
  return benchResult('memory.core.firstSync', 'MB', peaks, bases, {
    added: rounded(median(peaks) - median(bases)),
  });
}
