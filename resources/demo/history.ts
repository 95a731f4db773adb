import { putCase } from './absence-case.ts';
import type { DemoRows } from './demo-school.ts';
import { drawEpisodes } from './episodes.ts';
import { pastCase } from './past-absence.ts';
import type { PastDesk } from './past-desk.ts';
import type { ChildDraft } from './people.ts';
import { ReportDesk } from './report-desk.ts';
import type { SchoolDraft, StaffDraft } from './school-draft.ts';
import { putTardiness } from './tardiness.ts';

/** Rows that the morning and the past days' roll calls will still add, roughly. */
const ROWS_TO_COME = 460;

/** Counts the rows of all tables. */
export function countRows(rows: DemoRows): number {
  return Object.values(rows).reduce((sum, list) => sum + list.length, 0);
}

/** Puts all past absences and late arrivals into the draft's rows, oldest first. */
export function putHistory(
  draft: SchoolDraft,
  children: readonly ChildDraft[],
  staff: readonly StaffDraft[],
): void {
  const episodes = drawEpisodes(draft, children);
  putTardiness(draft, children, episodes);
  const random = draft.random.fork('history');
  const principal = staff.find((person) => person.role === 'principal');
  if (!principal) throw new RangeError('a school needs a principal');
  const desk: PastDesk = { draft, random, reports: new ReportDesk(draft, random, staff), principal };
  const { rows, plan } = draft;
  const facts = 2 * episodes.length;
  let room =
    plan.rowTarget === null
      ? Number.POSITIVE_INFINITY
      : plan.rowTarget - countRows(rows) - facts - ROWS_TO_COME;
  // The newest first: when there is no room left, the older ones have only their facts.
  const cases = episodes.toReversed().map((episode) => {
    const one = pastCase(desk, episode);
    const keepsHistory = room > 0;
    room -= one.reports.length + one.events.length + one.aliases.length;
    return { one, keepsHistory };
  });
  for (const { one, keepsHistory } of cases.reverse()) putCase(draft, one, keepsHistory);
}
