import type { Episode } from './episodes.ts';
import type { ChildDraft } from './people.ts';
import type { SchoolDraft } from './school-draft.ts';
import { instantAt, msAt } from './school-time.ts';

/** A year's school days, roughly: how far back being late is kept. */
const KEPT_SCHOOL_DAYS = 185;
const OFTEN_LATE = 0.25;
const LESSONS_START = 480;

/** Puts in who came late on which past days; nobody is late on a day of absence. */
export function putTardiness(
  draft: SchoolDraft,
  children: readonly ChildDraft[],
  episodes: readonly Episode[],
): void {
  const random = draft.random.fork('tardiness');
  const depth = draft.plan.history === 'eightWeeks' ? 40 : KEPT_SCHOOL_DAYS;
  const days = draft.calendar.schoolDays.filter((day) => day < draft.today).slice(-depth);
  const beginners = days.filter((day) => day >= `${draft.schoolYear}-08-01`);
  const away = new Map<string, Episode[]>();
  for (const episode of episodes)
    away.set(episode.child.id, [...(away.get(episode.child.id) ?? []), episode]);
  for (const child of children.filter(() => random.chance(OFTEN_LATE))) {
    const possible = child.schoolClass.grade === 1 ? beginners : days;
    const times = Math.min(
      possible.length,
      random.between(1, Math.round((draft.plan.tardinessPerChild * 2) / OFTEN_LATE)),
    );
    const late = new Set(Array.from({ length: times }, () => random.pick(possible)));
    for (const day of [...late].sort()) {
      const absent = away.get(child.id)?.some((one) => one.fromDay <= day && day <= one.untilDay);
      if (absent) continue;
      const minutes = Math.ceil(3 + random.next() ** 3 * 40);
      const atMinutes = LESSONS_START + minutes;
      draft.rows.tardiness.push({
        id: draft.idAt(msAt(day, atMinutes)),
        studentId: child.id,
        day,
        minutes,
        excuse: random.weighted({ open: 55, excused: 35, unexcused: 10 }),
        recordedAt: instantAt(day, atMinutes),
        recordedBy: child.schoolClass.teacher.id,
      });
    }
  }
}
