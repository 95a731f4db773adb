import { lastRollCalls, stands } from '../../../src-shared/roll-call/standing.ts';
import type { DomainReader, Row } from '../../../src-shared/tables/registry.ts';
import { isRollCallOverdue, type Morning } from '../../../src-shared/today/morning.ts';
import type { Day } from '../../../src-shared/values/day.ts';

type RollCall = Row<'rollCall'>;

/** What classes have reported on a day. */
export interface RollCalls {
  /** The one that counts, by class. */
  readonly counting: ReadonlyMap<string, RollCall>;
  /** The one that was taken back last, by class. */
  readonly retracted: ReadonlyMap<string, RollCall>;
}

/** Which classes have reported on the day, and which have taken it back. */
export async function readRollCalls(db: DomainReader, day: Day): Promise<RollCalls> {
  const rows = await db.selectFrom('rollCall').selectAll().where('day', '=', day).execute();
  const retracted = rows.filter((row) => !stands(row)).sort(byRetraction);
  return { counting: lastRollCalls(rows), retracted: new Map(retracted.map((row) => [row.classId, row])) };
}

function byRetraction(left: RollCall, right: RollCall): number {
  return (left.retractedAt ?? '') < (right.retractedAt ?? '') ? -1 : 1;
}

type DoneBy = { at: string; staffName: string } | null;

/** Whether a class has reported, as its tile and its list say it. `students`: an empty class has nothing to report. */
export function rollCallState(
  classId: string | undefined,
  rollCalls: RollCalls,
  about: { morning: Morning; students: number; staffName: (staffId: string) => string },
): { reported: DoneBy; retracted: DoneBy; overdue: boolean } {
  const { morning, students, staffName } = about;
  const reported = rollCalls.counting.get(classId ?? '');
  const retracted = reported ? undefined : rollCalls.retracted.get(classId ?? '');
  return {
    reported: reported ? { at: reported.reportedAt, staffName: staffName(reported.staffId) } : null,
    retracted: retracted
      ? { at: retracted.retractedAt ?? retracted.reportedAt, staffName: staffName(retracted.staffId) }
      : null,
    overdue: students > 0 && isRollCallOverdue(morning, reported !== undefined),
  };
}
