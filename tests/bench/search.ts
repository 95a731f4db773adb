import type { SearchableStudent } from '../../src-main/core/search/searchable-student.ts';
import { createStudentIndex, type StudentIndex } from '../../src-main/core/search/student-index.ts';
import { inventStudents } from '../support/invented-names.ts';
import {
  isNamesake,
  keystrokes,
  type TypedQuery,
  typedKinds,
  typedQueries,
} from '../support/typed-queries.ts';
import { type BenchResult, benchResult, median, percentile, rounded } from './result.ts';
import { plainPrefixLookup } from './search-floor.ts';

const runs = 5;
const queriesPerKind = 200;

/**
 * Type-ahead in the core, per keystroke with ten hits: `search.1500` (a school) and `search.100000` (a municipality).
 * The value is the 99th percentile in ms; extra fields give hit rates in percent by kind of spelling, and the build.
 */
export async function benchSearch(emit: (result: BenchResult) => void): Promise<void> {
  for (const count of [1_500, 100_000]) emit(measureSearch(count));
  const { benchKeyToPaint } = await import('./window/key-to-paint.ts');
  await benchKeyToPaint(emit);
}

function measureSearch(count: number): BenchResult {
  const students = inventStudents(count);
  const builds = Array.from({ length: runs }, () => timed(() => build(students)));
  const index = build(students);
  const queries = typedQueries(students, queriesPerKind);
  const keys = queries.flatMap(({ query }) => keystrokes(query));
  const floor = plainPrefixLookup(students);
  runThrough(keys, floor);
  runThrough(keys, (key) => index.search(key));
  const times = Array.from({ length: runs }, () => runThrough(keys, (key) => index.search(key)));
  const floorTimes = Array.from({ length: runs }, () => runThrough(keys, floor));
  const at = (samples: readonly number[][], part: number): number[] =>
    samples.map((run) => percentile(run, part));
  return benchResult(`search.${count}`, 'ms', at(times, 0.99), at(floorTimes, 0.99), {
    p50: rounded(median(at(times, 0.5))),
    p95: rounded(median(at(times, 0.95))),
    p99: rounded(median(at(times, 0.99))),
    keystrokes: keys.length,
    buildMs: rounded(median(builds)),
    firstBuildMs: rounded(builds[0] ?? Number.NaN),
    ...hitRates(index, students, queries),
  });
}

function build(students: readonly SearchableStudent[]): StudentIndex {
  const index = createStudentIndex();
  index.replaceAll(students);
  return index;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function runThrough(keys: readonly string[], lookUp: (key: string) => unknown): number[] {
  return keys.map((key) => timed(() => lookUp(key)));
}

/** How often the child meant is among the first five, in percent; namesakes count as the child. */
function hitRates(
  index: StudentIndex,
  students: readonly SearchableStudent[],
  queries: readonly TypedQuery[],
): Record<string, number> {
  const byId = new Map(students.map((student) => [student.id, student]));
  return Object.fromEntries(
    typedKinds.map((kind) => {
      const ofKind = queries.filter((query) => query.kind === kind);
      const hits = ofKind.filter(({ query, wanted }) =>
        index.search(query, { limit: 5 }).some(({ studentId }) => isNamesake(byId.get(studentId), wanted)),
      );
      return [`${kind}HitPercent`, rounded((100 * hits.length) / ofKind.length)];
    }),
  );
}
