import type { AttemptOutcome } from '../../src-shared/absences/words.ts';
import { type Day, toInstant } from '../../src-shared/values/day.ts';
import { schoolYearOf } from './calendar.ts';
import type { MorningFrame } from './morning-frame.ts';
import { fullName } from './names.ts';
import type { ChildDraft, TieDraft } from './people.ts';
import { mayBeTold } from './report-desk.ts';
import { msAt } from './school-time.ts';

/** School days whose roll calls are still kept. */
const KEPT_DAYS = 5;

/** The roll calls of the last days, and cases that were open once and have been closed. */
export function putPastDays(frame: MorningFrame): void {
  const { draft, random, classes } = frame;
  for (let distance = -KEPT_DAYS; distance < 0; distance += 1) {
    const day = frame.schoolDay(distance);
    if (schoolYearOf(day) < draft.schoolYear) continue; // those were other classes
    for (const { id, teacher } of classes) {
      const ms = msAt(day, random.between(480, 498));
      draft.rows.rollCall.push({
        id: draft.idAt(ms),
        classId: id,
        day,
        reportedAt: toInstant(ms),
        staffId: teacher.id,
        retractedAt: null,
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
  const { draft } = frame;
  const { id: studentId, schoolClass } = child;
  const day = frame.schoolDay(distance);
  if (schoolYearOf(day) < draft.schoolYear) return;
  const marked = msAt(day, 484);
  draft.rows.rollCallMark.push({
    id: draft.idAt(marked),
    studentId,
    classId: schoolClass.id,
    day,
    state: 'late',
    minutesLate: 28,
    at: toInstant(msAt(day, 508)),
    staffId: schoolClass.teacher.id,
    retractedAt: null,
  });
  const [first, second = first] = mayBeTold(child);
  if (first) putAttempt(frame, child, first, { ms: msAt(day, 491), day, outcome: 'notReached' });
  if (second) putAttempt(frame, child, second, { ms: msAt(day, 494), day, outcome: 'onTheWay' });
  if (worrying) putClearedConcern(frame, child, day);
}

function putAttempt(
  frame: MorningFrame,
  child: ChildDraft,
  { guardian }: TieDraft,
  call: { ms: number; day: Day; outcome: AttemptOutcome },
): void {
  frame.draft.rows.contactAttempt.push({
    id: frame.draft.idAt(call.ms),
    studentId: child.id,
    day: call.day,
    guardianId: guardian.id,
    contactName: fullName(guardian),
    outcome: call.outcome,
    note: null,
    at: toInstant(call.ms),
    staffId: frame.secretary.id,
    reportId: null,
    markId: null,
    retractedAt: null,
  });
}

function putClearedConcern(frame: MorningFrame, child: ChildDraft, day: Day): void {
  const ms = msAt(day, 492);
  frame.draft.rows.caseConcern.push({
    id: frame.draft.idAt(ms),
    studentId: child.id,
    day,
    factor: 'custodyConflict',
    note: null,
    at: toInstant(ms),
    staffId: frame.secretary.id,
    decision: 'cleared',
    decidedAt: toInstant(msAt(day, 496)),
    decidedBy: frame.principal.id,
  });
}
