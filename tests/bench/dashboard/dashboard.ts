import { OFFICES } from '../harness/demo-morning.ts';
import { withLab } from '../harness/lab.ts';
import type { Emit } from '../result.ts';
import { benchResult, median, percentile, rounded } from '../result.ts';
import type { DashboardChild } from './dashboard-child.ts';

const RUNS = 5;

/**
 * The queries behind Heute and Abwesenheiten on a school of 1,500 children and 30,000 absences, asked of the
 * core like a window asks: `dashboard.school` (today.office), `dashboard.class` (today.class) and
 * `dashboard.absences` (absences.list over sixteen days). Value and floor are 95th percentiles.
 */
export async function benchDashboard(emit: Emit): Promise<void> {
  await withLab(async (lab) => {
    const server = await lab.school('large');
    const child = await lab.child<DashboardChild>(new URL('./dashboard-child.ts', import.meta.url));
    const place = { serverUrl: server.url, serverStartedAtMs: server.startedAtMs };
    const rows = await child.ask('prepare', {
      place: { dataFolder: lab.fresh('desk'), ...place },
      userName: OFFICES[0],
    });
    for (const name of ['school', 'class', 'absences'] as const) {
      const runs = [];
      for (let run = 0; run < RUNS; run += 1) runs.push(await child.ask('measure', name));
      const p95 = (samples: readonly number[][]) => samples.map((one) => percentile(one, 0.95));
      const all = runs.flatMap(({ real }) => real);
      emit(
        benchResult(
          `dashboard.${name}`,
          'ms',
          p95(runs.map(({ real }) => real)),
          p95(runs.map(({ floor }) => floor)),
          {
            p50: rounded(median(all)),
            p95: rounded(percentile(all, 0.95)),
            p99: rounded(percentile(all, 0.99)),
            floorP50: rounded(median(runs.flatMap(({ floor }) => floor))),
            lines: runs[0]?.lines ?? 0,
            cachedRows: rows,
          },
        ),
      );
    }
  });
}
