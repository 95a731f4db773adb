import type { AbsenceReason, ReportChannel } from '../../src-shared/absences/words.ts';
import { toInstant } from '../../src-shared/values/day.ts';
import { type AbsenceFacts, beginCase, changeCase, putCase } from './absence-case.ts';
import type { MorningFrame } from './morning-frame.ts';
import { fullName } from './names.ts';
import type { ChildDraft } from './people.ts';

import { msAt } from './school-time.ts';

type Details = Partial<Omit<AbsenceFacts, 'studentId' | 'recordedMs'>>;

interface Told {
  readonly child: ChildDraft;
  readonly reason: AbsenceReason;
  readonly channel: ReportChannel;
  readonly takenAt: string;
  readonly decidedAt?: string;
}

/** Share of children who are away on a usual day, for schools larger than the small one. */
const AWAY_SHARE = 0.058;
const WRITTEN_OUT = 14;

function putReported(frame: MorningFrame, told: Told, details: Details = {}): void {
  const { draft, reports, secretary } = frame;
  const { child, reason, channel } = told;
  const takenMs = frame.at(told.takenAt);
  const decidedMs = frame.at(told.decidedAt ?? told.takenAt);
  const facts = {
    studentId: child.id,
    fromDay: draft.today,
    untilDay: draft.today,
    reason,
    recordedMs: decidedMs,
    ...details,
  };
  const one = beginCase(draft, facts);
  reports.addReport(one, { child, channel, takenMs, decidedMs, by: secretary });
  putCase(draft, one);
}

/** The fourteen children whose guardians have said that they are away today, all of it or a part. */
export function putReportedToday(frame: MorningFrame): void {
  const { nearbyDay, anyChildOf, cast } = frame;
  const ill = (
    child: ChildDraft,
    takenAt: string,
    details?: Details,
    channel: ReportChannel = 'phone',
    decidedAt?: string,
  ) => putReported(frame, { child, reason: 'illness', channel, takenAt, decidedAt }, details);
  ill(anyChildOf('1a'), '07:22', { excuseExpected: 'written', offAllDayCare: 1, offLunch: 1 });
  ill(anyChildOf('1b'), '07:31', { untilDay: nearbyDay(1) });
  ill(cast('illSiblingA'), '07:35', { excuseExpected: 'written' });
  ill(cast('illSiblingB'), '07:35', { excuseExpected: 'written' });
  ill(anyChildOf('1c'), '06:55', { untilDay: null }, 'portal', '07:33');
  ill(anyChildOf('3b'), '07:05', { untilDay: nearbyDay(2), excuseExpected: 'written' }, 'email', '07:19');
  ill(anyChildOf('4a'), '06:48', {}, 'answeringMachine', '07:15');
  ill(anyChildOf('4c'), '07:46');
  putReported(
    frame,
    { child: anyChildOf('3b'), reason: 'doctor', channel: 'phone', takenAt: '07:50' },
    { span: 'arrivesLate', atTime: '09:40' },
  );
  putReported(
    frame,
    { child: anyChildOf('3c'), reason: 'doctor', channel: 'paper', takenAt: '07:55' },
    { span: 'leavesEarly', atTime: '11:15' },
  );
  putReported(
    frame,
    { child: anyChildOf('4c'), reason: 'doctor', channel: 'phone', takenAt: '07:52' },
    { span: 'lessons', lessons: [1, 2] },
  );
  putHeadLice(frame, anyChildOf('2b'));
  putSinceYesterday(frame, anyChildOf('3a'));
  putLeaveToday(frame, anyChildOf('4b'));
  putOthers(frame);
}

/** Head lice: to be told to the health office (§ 34 Abs. 6 IfSG), not done yet. */
function putHeadLice(frame: MorningFrame, child: ChildDraft): void {
  const { draft, reports, secretary } = frame;
  const recordedMs = frame.at('07:44');
  const one = beginCase(draft, {
    studentId: child.id,
    fromDay: draft.today,
    untilDay: frame.nearbyDay(1),
    reason: 'illness',
    recordedMs,
  });
  reports.addReport(one, { child, channel: 'phone', takenMs: recordedMs, by: secretary });
  const { id, studentId } = one.absence;
  one.notifiable = {
    id,
    studentId,
    illness: 'headLice',
    notedAt: toInstant(recordedMs),
    healthOfficeNotifiedAt: null,
  };
  putCase(draft, one);
}

function putSinceYesterday(frame: MorningFrame, child: ChildDraft): void {
  const { draft, reports, secretary } = frame;
  const yesterday = frame.nearbyDay(-1);
  const recordedMs = msAt(yesterday, 448);
  const facts = {
    studentId: child.id,
    fromDay: yesterday,
    untilDay: frame.nearbyDay(1),
    reason: 'illness',
    recordedMs,
  } as const;
  const one = beginCase(draft, { ...facts, excuseExpected: 'written', offAllDayCare: 1, offLunch: 1 });
  reports.addReport(one, { child, channel: 'phone', takenMs: recordedMs, by: secretary });
  putCase(draft, one);
}

function putLeaveToday(frame: MorningFrame, child: ChildDraft): void {
  const { draft } = frame;
  const { teacher } = child.schoolClass;
  const askedMs = msAt(frame.schoolDay(-7), 475);
  const grantedMs = msAt(frame.schoolDay(-6), 790);
  const days = { studentId: child.id, fromDay: draft.today, untilDay: draft.today };
  const one = beginCase(draft, {
    ...days,
    reason: 'leave',
    recordedMs: grantedMs,
    offAllDayCare: 1,
    offLunch: 1,
  });
  changeCase(draft, one, 'leaveGranted', { atMs: grantedMs, actorName: fullName(teacher) });
  one.leave = {
    ...days,
    id: draft.idAt(askedMs),
    purpose: 'Umzug der Familie',
    requestedAt: toInstant(askedMs),
    state: 'granted',
    decidedBy: teacher.id,
    decidedAt: toInstant(grantedMs),
    absenceId: one.absence.id,
  };
  putCase(draft, one);
}

/** A larger school has more children away than have a part here. */
function putOthers(frame: MorningFrame): void {
  const { random, children, classes, nearbyDay } = frame;
  const more = Math.round(children.length * AWAY_SHARE) - WRITTEN_OUT;
  for (let count = 0; count < more; count += 1) {
    const child = frame.anyChildOf(random.pick(classes).name);
    const minute = String(random.between(2, 58)).padStart(2, '0');
    const told = { child, reason: 'illness', channel: 'phone', takenAt: `07:${minute}` } as const;
    putReported(frame, told, { untilDay: nearbyDay(random.between(0, 2)) });
  }
}
