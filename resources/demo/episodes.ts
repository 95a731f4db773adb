import type { Day } from '../../src-shared/values/day.ts';
import { weekday } from '../../src-shared/values/day.ts';
import { schoolYearStart } from './calendar.ts';
import type { ChildDraft } from './people.ts';
import type { Random } from './random.ts';
import type { SchoolDraft } from './school-draft.ts';

/** A stretch of school days on which a child was away, before it becomes rows. */
export interface Episode {
  readonly child: ChildDraft;
  readonly fromDay: Day;
  readonly untilDay: Day;
  readonly schoolDays: number;
  readonly cause: 'usual' | 'partOfDay' | 'weather' | 'pattern';
}

/** Colds come in winter: how much likelier than usual it is to fall ill, January first. */
const SEASON = [1.35, 1.5, 1.2, 0.9, 0.8, 0.7, 0.65, 0.65, 0.85, 1, 1.2, 1.35];
const ON_MONDAYS = 1.15;
const ON_FRIDAYS = 1.1;
/** Lengths in school days, weighted; 1.7 on average. */
const LENGTHS = { 1: 58, 2: 23, 3: 12, 4: 3, 5: 3, 8: 1 };
const PART_OF_DAY = 0.2;
/** Absences begun per child and school day: with their lengths about 5 % of all days. */
const USUAL_RATE = 0.036;
/** Days lost to absences that are still going on, and what trimming to the exact number takes away. */
const OVERDRAW = 1.2;
const SNOW_DAY_SHARE = 0.06;
const PATTERN_SHARE = 0.3;
/** The morning's own children keep the last two weeks free for what the demo says about them. */
const UNTOUCHED_DAYS = 10;

interface ChildHistory {
  readonly child: ChildDraft;
  /** First and last index into the school days. */
  readonly first: number;
  readonly last: number;
  readonly proneness: number;
}

/** Past absences of all children, none on today, none overlapping; sorted by first day. */
export function drawEpisodes(draft: SchoolDraft, children: readonly ChildDraft[]): Episode[] {
  const random = draft.random.fork('episodes');
  const days = draft.calendar.schoolDays.filter((day) => day < draft.today);
  const weights = days.map((day) => (SEASON[Number(day.slice(5, 7)) - 1] ?? 1) * weekdayWeight(day));
  const snow = snowDays(random, days);
  const histories = children.map((child) => historyOf(draft, random, days, child));
  const childDays = histories.reduce((sum, one) => sum + Math.max(0, one.last - one.first + 1), 0);
  const wanted = draft.plan.absences ?? Math.round(childDays * USUAL_RATE);
  const rate = (wanted * OVERDRAW) / Math.max(1, expected(histories, weights));
  const episodes = histories.flatMap((history) => episodesOf(random, history, { days, weights, snow, rate }));
  const kept = new Set(random.shuffled(episodes).slice(0, wanted));
  return episodes
    .filter((one) => kept.has(one))
    .sort((left, right) => (left.fromDay < right.fromDay ? -1 : left.fromDay > right.fromDay ? 1 : 0));
}

function weekdayWeight(day: Day): number {
  const number = weekday(day);
  if (number === 1) return ON_MONDAYS;
  return number === 5 ? ON_FRIDAYS : 0.92;
}

/** One day in January or February of each winter on which buses do not run. */
function snowDays(random: Random, days: readonly Day[]): Set<Day> {
  const winters = new Map<string, Day[]>();
  for (const day of days) {
    if (day.slice(5, 7) > '02') continue;
    const year = day.slice(0, 4);
    winters.set(year, [...(winters.get(year) ?? []), day]);
  }
  return new Set([...winters.values()].map((winter) => random.pick(winter)));
}

/** The first school day a child can have been absent on. */
function historyStart(draft: SchoolDraft, child: ChildDraft): Day {
  const enrolled = schoolYearStart(draft.schoolYear - child.schoolClass.grade + 1);
  const { today, plan } = draft;
  const years =
    plan.history === 'twelveMonths' ? `${Number(today.slice(0, 4)) - 1}${today.slice(4)}` : enrolled;
  const start =
    plan.history === 'eightWeeks'
      ? (draft.calendar.schoolDays.filter((day) => day < today).at(-40) ?? today)
      : years;
  return start > enrolled ? start : enrolled;
}

function historyOf(
  draft: SchoolDraft,
  random: Random,
  days: readonly Day[],
  child: ChildDraft,
): ChildHistory {
  const start = historyStart(draft, child);
  const found = days.findIndex((day) => day >= start);
  const last = days.length - 1 - (child.role === null ? 0 : UNTOUCHED_DAYS);
  // Some are hardly ever ill, a few often.
  return {
    child,
    first: found < 0 ? days.length : found,
    last,
    proneness: 0.3 + random.next() + random.next() * random.next() * 1.6,
  };
}

function expected(histories: readonly ChildHistory[], weights: readonly number[]): number {
  const sums = [0];
  for (const [index, weight] of weights.entries()) sums.push((sums[index] ?? 0) + weight);
  const between = (first: number, last: number) =>
    last < first ? 0 : (sums[last + 1] ?? 0) - (sums[first] ?? 0);
  return histories.reduce((sum, one) => sum + one.proneness * between(one.first, one.last), 0);
}

interface DrawFrame {
  readonly days: readonly Day[];
  readonly weights: readonly number[];
  readonly snow: ReadonlySet<Day>;
  readonly rate: number;
}

function episodesOf(random: Random, history: ChildHistory, frame: DrawFrame): Episode[] {
  const { child, proneness, first, last } = history;
  const patternDay = child.role === 'mondays' ? 1 : child.role === 'fridays' ? 5 : 0;
  const rate = frame.rate * proneness * (patternDay ? 0.3 : 1);
  const episodes: Episode[] = [];
  for (let index = first; index <= last; index += 1) {
    const fromDay = frame.days[index] ?? '';
    const cause = causeOn(random, frame, fromDay, { patternDay, chance: rate * (frame.weights[index] ?? 0) });
    if (!cause) continue;
    const wanted = cause === 'usual' ? Number(random.weighted(LENGTHS)) : 1;
    const schoolDays = Math.min(wanted, last - index + 1);
    index += schoolDays - 1;
    episodes.push({ child, fromDay, untilDay: frame.days[index] ?? fromDay, schoolDays, cause });
    index += 1; // back for a day at least
  }
  return episodes;
}

function causeOn(
  random: Random,
  frame: DrawFrame,
  day: Day,
  child: { patternDay: number; chance: number },
): Episode['cause'] | undefined {
  if (child.patternDay && weekday(day) === child.patternDay && random.chance(PATTERN_SHARE)) return 'pattern';
  if (frame.snow.has(day) && random.chance(SNOW_DAY_SHARE)) return 'weather';
  if (!random.chance(child.chance)) return undefined;
  return random.chance(PART_OF_DAY) ? 'partOfDay' : 'usual';
}
