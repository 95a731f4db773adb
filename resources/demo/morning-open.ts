import { callDraftSchema } from '../../src-shared/calls/draft.ts';
import { toInstant } from '../../src-shared/values/day.ts';
import { beginCase, putCase } from './absence-case.ts';
import type { MorningFrame } from './morning-frame.ts';
import { fullName } from './names.ts';
import type { ChildDraft } from './people.ts';
import { mayBeTold } from './report-desk.ts';
import { msAt, timeText } from './school-time.ts';

const LATE_MINUTES = 7;
/** Classes that have not said yet who is missing; a larger school has one in four. */
const SILENT = ['2c', '3c', '4c'];
const REPORTED_AT: Readonly<Record<string, string>> = { '1a': '08:03', '2b': '08:04', '3b': '08:05' };

/** Three children are missing, and nobody knows why. */
export function putUnexplained(frame: MorningFrame): void {
  const { draft, reports, secretary, cast } = frame;
  const [first, second, third] = [cast('notReached'), cast('illYesterday'), cast('announcedLate')];
  for (const child of [first, second, third])
    putMark(frame, child, 'missing', REPORTED_AT[child.schoolClass.name] ?? '08:03');
  const mother = mayBeTold(first)[0]?.guardian;
  if (mother) {
    draft.rows.contactAttempt.push({
      id: draft.idAt(frame.at('08:09')),
      studentId: first.id,
      day: draft.today,
      guardianId: mother.id,
      contactName: fullName(mother),
      outcome: 'notReached',
      note: null,
      at: toInstant(frame.at('08:09')),
      staffId: secretary.id,
      reportId: null,
      markId: null,
      retractedAt: null,
    });
  }
  const yesterday = frame.schoolDay(-1);
  const recordedMs = msAt(yesterday, 460);
  const facts = {
    studentId: second.id,
    fromDay: yesterday,
    untilDay: yesterday,
    reason: 'illness',
    recordedMs,
  } as const;
  const illness = beginCase(draft, { ...facts, excuseExpected: 'written' });
  reports.addReport(illness, { child: second, channel: 'phone', takenMs: recordedMs, by: secretary });
  putCase(draft, illness);
  putAnnounced(frame, third);
}

/** "Kommt später" was said at 07:41; the time has passed and the child is not there. */
function putAnnounced(frame: MorningFrame, child: ChildDraft): void {
  const { draft, reports, secretary } = frame;
  const recordedMs = frame.at('07:41');
  const atTime = timeText(frame.minutes('08:10'));
  const days = { fromDay: draft.today, untilDay: draft.today };
  const one = beginCase(draft, {
    studentId: child.id,
    ...days,
    reason: 'other',
    span: 'arrivesLate',
    atTime,
    recordedMs,
  });
  reports.addReport(one, { child, channel: 'phone', takenMs: recordedMs, by: secretary });
  putCase(draft, one);
}

function putMark(frame: MorningFrame, child: ChildDraft, state: 'missing' | 'late', time: string): void {
  const { draft } = frame;
  const { schoolClass } = child;
  draft.rows.rollCallMark.push({
    id: draft.idAt(frame.at(time)),
    studentId: child.id,
    classId: schoolClass.id,
    day: draft.today,
    state,
    minutesLate: state === 'late' ? LATE_MINUTES : null,
    at: toInstant(frame.at(time)),
    staffId: schoolClass.teacher.id,
    retractedAt: null,
  });
}

/** Nine of twelve classes have reported; in one of them a child came in late. */
export function putRollCalls(frame: MorningFrame): void {
  const { draft, random, classes } = frame;
  const silent = new Set(SILENT);
  const others = random.shuffled(
    classes.filter((one) => !silent.has(one.name) && !(one.name in REPORTED_AT)),
  );
  for (const one of others) if (silent.size < Math.round(classes.length / 4)) silent.add(one.name);
  for (const { id, name, teacher } of classes) {
    if (silent.has(name)) continue;
    const ms = frame.at(REPORTED_AT[name] ?? `08:0${random.between(0, 6)}`);
    draft.rows.rollCall.push({
      id: draft.idAt(ms),
      classId: id,
      day: draft.today,
      reportedAt: toInstant(ms),
      staffId: teacher.id,
      retractedAt: null,
    });
  }
  const late = frame.anyChildOf('4b');
  putMark(frame, late, 'late', '08:07');
  const ms = frame.at('08:07');
  draft.rows.tardiness.push({
    id: draft.idAt(ms),
    studentId: late.id,
    day: draft.today,
    minutes: LATE_MINUTES,
    excuse: 'open',
    recordedAt: toInstant(ms),
    recordedBy: late.schoolClass.teacher.id,
  });
}

/** Four messages from the portal wait (two of them siblings), and one on the answering machine. */
export function putInbox(frame: MorningFrame): void {
  const { draft, reports, secretary, cast } = frame;
  const wait = (child: ChildDraft, time: string, untilDay: string) => {
    const takenMs = frame.at(time);
    const one = beginCase(draft, {
      studentId: child.id,
      fromDay: draft.today,
      untilDay,
      reason: 'illness',
      recordedMs: takenMs,
    });
    draft.rows.absenceReport.push(
      reports.waitingReport(one, { child, channel: 'portal', takenMs, by: secretary }),
    );
  };
  wait(cast('portalMorning'), '07:12', frame.nearbyDay(1));
  wait(cast('portalWithBrother'), '07:18', draft.today);
  wait(cast('portalSiblingA'), '07:26', draft.today);
  wait(cast('portalSiblingB'), '07:26', draft.today);
  const ms = frame.at('06:52');
  const caller = mayBeTold(cast('birthdayThisWeek'))[0]?.guardian.id ?? '';
  draft.rows.inboxMessage.push({
    id: draft.idAt(ms),
    receivedAt: toInstant(ms),
    durationSeconds: 70,
    callerNumber: reports.numberOf(caller),
    state: 'new',
    settledAt: null,
    settledBy: null,
    reopenedAt: null,
    reopenedBy: null,
  });
}

/** Two calls of the first secretary were interrupted. */
export function putParkedCalls(frame: MorningFrame): void {
  const { draft, secretary, cast } = frame;
  const park = (time: string, label: string, known: Parameters<typeof callDraftSchema.parse>[0]) => {
    const ms = frame.at(time);
    const call = JSON.stringify(callDraftSchema.parse(known));
    draft.rows.parkedCall.push({
      id: draft.idAt(ms),
      staffId: secretary.id,
      parkedAt: toInstant(ms),
      label,
      draft: call,
    });
  };
  const family = cast('portalSiblingA').familyName;
  park('07:58', family, { query: family.toLowerCase(), note: 'Anrufer meldet sich gleich noch einmal' });
  const child = cast('callsBack');
  const { name } = child.schoolClass;
  const caller = mayBeTold(child)[0]?.guardian;
  const note = `Frau ${caller?.familyName ?? child.familyName} ruft zurück`;
  park('08:02', `${name} „${note}“`, {
    query: `${child.familyName.toLowerCase()} ${name}`,
    studentId: child.id,
    guardianId: caller?.id ?? null,
    note,
  });
}
