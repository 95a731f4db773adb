import { toInstant } from '../../src-shared/values/day.ts';
import type { MorningFrame } from './morning-frame.ts';
import type { ChildDraft } from './people.ts';
import { fullName, mayBeTold } from './report-desk.ts';
import { msAt } from './school-time.ts';

/** School days whose roll calls are still kept. */
const KEPT_DAYS = 5;

/** The roll calls of the last days, and cases that were open once and have been closed. */
export function putPastDays(frame: MorningFrame): void {
  const { draft, random, classes } = frame;
  for (let distance = -KEPT_DAYS; distance < 0; distance += 1) {
    const day = frame.schoolDay(distance);
    for (const { id, teacher } of classes) {
      const ms = msAt(day, random.between(480, 498));
      draft.rows.rollCall.push({
        id: draft.idAt(ms),
        classId: id,
        day,
        reportedAt: toInstant(ms),
        staffId: teacher.id,
      });
    }
  }
  putClosedCase(frame, frame.anyChildOf('2a'), -3, false);
  putClosedCase(frame, frame.anyChildOf('4a'), -4, false);
  const watched = frame.children.find((child) => child.ties.some((tie) => tie.blocked === 1));
  if (watched) putClosedCase(frame, watched, -5, true);
}

/** Nobody answered, then somebody did: the child was on its way. */
function putClosedCase(frame: MorningFrame, child: ChildDraft, distance: number, worrying: boolean): void {
  const { draft, secretary, principal } = frame;
  const day = frame.schoolDay(distance);
  const { schoolClass } = child;
  const arrived = msAt(day, 508);
  draft.rows.rollCallMark.push({
    id: draft.idAt(msAt(day, 484)),
    studentId: child.id,
    classId: schoolClass.id,
    day,
    state: 'late',
    minutesLate: 28,
    at: toInstant(arrived),
    staffId: schoolClass.teacher.id,
  });
  const [first, second] = mayBeTold(child);
  const attempts = [
    { tie: first, outcome: 'notReached', minutes: 491 },
    { tie: second ?? first, outcome: 'onTheWay', minutes: 494 },
  ] as const;
  for (const { tie, outcome, minutes } of attempts) {
    if (!tie) continue;
    const ms = msAt(day, minutes);
    draft.rows.contactAttempt.push({
      id: draft.idAt(ms),
      studentId: child.id,
      day,
      guardianId: tie.guardian.id,
      contactName: fullName(tie.guardian),
      outcome,
      note: null,
      at: toInstant(ms),
      staffId: secretary.id,
    });
  }
  if (!worrying) return;
  const raised = msAt(day, 492);
  draft.rows.caseConcern.push({
    id: draft.idAt(raised),
    studentId: child.id,
    day,
    factor: 'custodyConflict',
    note: null,
    at: toInstant(raised),
    staffId: secretary.id,
    decision: 'cleared',
    decidedAt: toInstant(msAt(day, 496)),
    decidedBy: principal.id,
  });
}
