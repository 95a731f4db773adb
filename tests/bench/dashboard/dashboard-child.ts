import type { DeskPlace } from '../desk/bench-environment.ts';
import { openDesk } from '../desk/desk.ts';
import type { DeskWindow } from '../desk/desk-window.ts';
import { timeFirstSync } from '../desk/first-sync-times.ts';
import { countRows, findCacheFile, openBeside } from '../desk/open-own-file.ts';
import { answerParent } from '../harness/answer-parent.ts';
import { monotonicMs } from '../harness/monotonic.ts';
import { bareReads } from './bare-reads.ts';

/** Who asks is another person than who reads beside: the office of the demo. */
const REPEATS = 200;
const WARM_UP = 30;

interface Samples {
  readonly real: number[];
  readonly floor: number[];
  /** How much the answer holds. */
  readonly lines: number;
}

interface Query {
  readonly ask: () => Promise<number>;
  readonly floor: () => void;
}

let queries: Record<'school' | 'class' | 'absences', Query> | undefined;

async function prepare({ place, userName }: { place: DeskPlace; userName: string }): Promise<number> {
  const desk = await openDesk(place);
  await timeFirstSync(desk, userName);
  await desk.idle();
  const { day, classes } = await desk.ask('today.office', {});
  const classId = classes[Math.floor(classes.length / 2)]?.classId ?? '';
  const range = { fromDay: '2026-11-09', untilDay: day };
  const file = await findCacheFile(place, userName);
  const bare = bareReads(openBeside(file), { day, classId, ...range });
  queries = {
    school: { ask: () => askOffice(desk), floor: bare.office },
    class: {
      ask: async () => (await desk.ask('today.class', { classId })).lines.length,
      floor: bare.ofClass,
    },
    absences: { ask: async () => (await desk.ask('absences.list', range)).lines.length, floor: bare.list },
  };
  return countRows(file);
}

async function askOffice(desk: DeskWindow): Promise<number> {
  const { absentStudents, openCases, classes } = await desk.ask('today.office', {});
  return absentStudents.length + openCases.length + classes.length;
}

async function measure(name: 'school' | 'class' | 'absences'): Promise<Samples> {
  const query = queries?.[name];
  if (!query) throw new Error('Nothing is prepared.');
  const samples = { real: [] as number[], floor: [] as number[] };
  let lines = 0;
  for (let n = -WARM_UP; n < REPEATS; n += 1) {
    const began = monotonicMs();
    lines = await query.ask();
    const answered = monotonicMs();
    query.floor();
    if (n < 0) continue;
    samples.real.push(answered - began);
    samples.floor.push(monotonicMs() - answered);
  }
  return { ...samples, lines };
}

const handlers = { prepare, measure };

/** What the process that asks for dashboards can be asked. */
export type DashboardChild = typeof handlers;

answerParent(handlers);
