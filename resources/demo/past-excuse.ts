import type { AbsenceCase } from './absence-case.ts';
import { changeCase } from './absence-case.ts';
import type { Episode } from './episodes.ts';
import type { PastDesk } from './past-desk.ts';
import { msAt } from './school-time.ts';

/** School days after which somebody has asked for a missing excuse. */
const PATIENCE = 8;

/** What became of the excuse: it came, it never came, or it is still awaited. */
export function settleExcuse(desk: PastDesk, one: AbsenceCase, episode: Episode, actorName: string): void {
  const { draft, random } = desk;
  const { excuseExpected } = one.absence;
  if (excuseExpected === 'none') return;
  const { schoolDays } = draft.calendar;
  const back = schoolDays.findIndex((day) => day > episode.untilDay);
  const fate = random.weighted(
    episode.cause === 'pattern'
      ? { came: 35, never: 45, forgotten: 20 }
      : { came: 93, never: 4, forgotten: 3 },
  );
  if (fate === 'forgotten' || back < 0) return;
  const day = schoolDays[back + (fate === 'came' ? random.between(0, 3) : PATIENCE)];
  // What would have happened today or later has not happened yet.
  if (!day || day >= draft.today) return;
  const how = { atMs: msAt(day, random.between(470, 720)), actorName };
  if (fate === 'never') changeCase(draft, one, 'excuseDecided', { ...how, fields: { excuse: 'unexcused' } });
  else if (excuseExpected === 'written')
    changeCase(draft, one, 'writtenExcuseReceived', {
      ...how,
      fields: { writtenExcuseOn: day, excuse: 'excused' },
    });
  else
    changeCase(draft, one, 'certificateSeen', {
      ...how,
      fields: { certificateSeenOn: day, excuse: 'excused' },
    });
}
