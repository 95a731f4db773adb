import { withLab } from '../harness/lab.ts';
import { benchResult, type Emit, median, percentile, rounded } from '../result.ts';
import { type GrowingSchool, openGrowingSchool, readers } from './growing-school.ts';

/** By the name of the result: so many schools of 240 children in one. */
const sizes = { 240: 1, 1500: 6, 15000: 62 } as const;
const RUNS = 5;
const CHANGES_PER_RUN = 40;

/**
 * `growth.pull.*`: what a server needs to tell a desk of one change, in schools of 240, 1,500 and 15,000
 * children. The floor is the same in the school of 240, in the same run: the ratio says what size costs. Each
 * change is pulled by an office, which sees the whole school, and by the teacher of the class.
 */
export async function benchGrowth(emit: Emit): Promise<void> {
  await withLab(async (lab) => {
    const schools = new Map<string, GrowingSchool>();
    for (const [name, times] of Object.entries(sizes)) schools.set(name, await openGrowingSchool(lab, times));
    await oneRun(schools);
    const runs: Map<string, number[]>[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await oneRun(schools));
    const [smallest] = schools.keys();
    for (const [name, { students, rows }] of schools) {
      const medians = runs.map((run) => median(run.get(name) ?? []));
      const floors = runs.map((run) => median(run.get(smallest ?? '') ?? []));
      const all = runs.flatMap((run) => run.get(name) ?? []);
      emit(
        benchResult(`growth.pull.${name}`, 'ms', medians, floors, {
          ...{ p50: rounded(median(all)), p95: rounded(percentile(all, 0.95)) },
          ...{ students, rows, pulls: all.length },
        }),
      );
    }
  });
}

/** The schools take turns, so that whatever else the machine does falls on all of them alike. */
async function oneRun(schools: ReadonlyMap<string, GrowingSchool>): Promise<Map<string, number[]>> {
  const took = new Map<string, number[]>();
  for (let change = 0; change < CHANGES_PER_RUN; change += 1) {
    for (const [name, school] of schools) {
      await school.change();
      for (const reader of readers) took.set(name, [...(took.get(name) ?? []), await school.pull(reader)]);
    }
  }
  return took;
}
