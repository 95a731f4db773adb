import type { DeskPlace } from '../desk/bench-environment.ts';
import type { BuiltCoreChild } from '../desk/built-core-child.ts';
import { type CacheFile, countRows, findCacheFile } from '../desk/open-own-file.ts';
import { OFFICES } from '../harness/demo-morning.ts';
import { type Lab, withLab } from '../harness/lab.ts';
import { monotonicMs } from '../harness/monotonic.ts';
import type { SchoolServer } from '../harness/school-server.ts';
import type { Emit } from '../result.ts';
import { benchResult, median, rounded } from '../result.ts';
import { buildApp } from '../window/build-app.ts';
import type { CoreStartChild } from './core-start-child.ts';
import { forgetFiles } from './forget-files.ts';
import type { ReadOneRowChild } from './read-one-row-child.ts';

const RUNS = 5;

/** A desk that has worked before: its cache holds the large demo school. */
interface UsedDesk {
  readonly place: DeskPlace;
  readonly cache: CacheFile;
  readonly rows: number;
}

/** Milliseconds from the start of the process; MB. */
interface RowRead {
  readonly read: number;
  readonly memoryMb: number;
}

/** Milliseconds from the start of the process. */
interface Start {
  readonly ready: number;
  readonly state: number;
  readonly unlocked: number;
  readonly answered: number;
  readonly memoryMb: number;
}

/**
 * Starts of the core as it is shipped with 106,000 cached rows, from spawning its process to Heute's answer, the password's
 * 64 MiB of argon2 included: `startup.cold` with files and compiled code forgotten, `startup.warm` at once
 * after. The floor is a process that opens the same file and reads a row.
 */
export async function benchCoreStart(emit: Emit): Promise<void> {
  buildApp();
  await withLab(async (lab) => {
    const desk = await prepareDesk(lab, await lab.school('large'));
    const compiled = lab.fresh('compiled');
    const cold: Start[] = [];
    const warm: Start[] = [];
    const floors: Record<'cold' | 'warm', RowRead[]> = { cold: [], warm: [] };
    let forgotten = 0;
    for (let run = 0; run < RUNS; run += 1) {
      forgotten = forgetFiles(desk.place.dataFolder);
      floors.cold.push(await readOneRow(lab, desk));
      forgetFiles(desk.place.dataFolder);
      cold.push(await startOnce(lab, desk, lab.fresh('compiled')));
      await startOnce(lab, desk, compiled);
      floors.warm.push(await readOneRow(lab, desk));
      warm.push(await startOnce(lab, desk, compiled));
    }
    emit(result('startup.cold', cold, floors.cold, { rows: desk.rows, filesForgotten: forgotten }));
    emit(result('startup.warm', warm, floors.warm, { rows: desk.rows }));
    emit(memoryAtRest(warm, floors.warm));
  });
}

/** Lets a new desk sync once and close. */
async function prepareDesk(lab: Lab, server: SchoolServer): Promise<UsedDesk> {
  const child = await lab.child<BuiltCoreChild>(new URL('../desk/built-core-child.ts', import.meta.url));
  const place = {
    dataFolder: lab.fresh('desk'),
    serverUrl: server.url,
    serverStartedAtMs: server.startedAtMs,
  };
  await child.ask('firstSync', { place, userName: OFFICES[0] });
  await child.stop();
  const cache = await findCacheFile(place, OFFICES[0]);
  return { place, rows: countRows(cache), cache };
}

async function startOnce(lab: Lab, { place }: UsedDesk, compiled: string): Promise<Start> {
  const began = monotonicMs();
  const module = new URL('./core-start-child.ts', import.meta.url);
  const child = await lab.child<CoreStartChild>(module, { NODE_COMPILE_CACHE: compiled });
  const at = await child.ask('start', { place, userName: OFFICES[0] });
  await child.stop();
  return {
    ready: at.readyAt - began,
    state: at.stateAt - began,
    unlocked: at.unlockedAt - began,
    answered: at.answeredAt - began,
    memoryMb: at.memoryMb,
  };
}

async function readOneRow(lab: Lab, { cache }: UsedDesk): Promise<RowRead> {
  const began = monotonicMs();
  const child = await lab.child<ReadOneRowChild>(new URL('./read-one-row-child.ts', import.meta.url));
  const { readAt, memoryMb } = await child.ask('read', cache);
  await child.stop();
  return { read: readAt - began, memoryMb };
}

function result(
  bench: string,
  starts: readonly Start[],
  floors: readonly RowRead[],
  extra: Readonly<Record<string, number>>,
) {
  const of = (key: keyof Start) => starts.map((start) => start[key]);
  const bare = floors.map(({ read }) => read);
  return benchResult(bench, 'ms', of('answered'), bare, {
    readyMs: rounded(median(of('ready'))),
    stateMs: rounded(median(of('state'))),
    unlockedMs: rounded(median(of('unlocked'))),
    ...extra,
  });
}

/** What the core's process holds once it has nothing to do; the floor's process has read its row. */
function memoryAtRest(starts: readonly Start[], floors: readonly RowRead[]) {
  const held = (of: readonly { memoryMb: number }[]) => of.map(({ memoryMb }) => memoryMb);
  return benchResult('memory.core.rest', 'MB', held(starts), held(floors));
}
