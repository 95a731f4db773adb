import type { NotifiableIllness } from '../../src-shared/absences/notifiable-illness.ts';
import type { AbsenceReason, ExcuseExpected } from '../../src-shared/absences/words.ts';
import { addDays, type Day, toInstant } from '../../src-shared/values/day.ts';
import { type AbsenceCase, type AbsenceFacts, beginCase, changeCase } from './absence-case.ts';
import type { Episode } from './episodes.ts';
import { fullName } from './names.ts';
import type { PastDesk } from './past-desk.ts';
import { settleExcuse } from './past-excuse.ts';
import type { Random } from './random.ts';
import { mayBeTold } from './report-desk.ts';
import type { SchoolDraft } from './school-draft.ts';
import { msAt, timeText } from './school-time.ts';

/** What goes round at a primary school; weights. Any other diagnosis is never stored. */
const ILLNESSES = {
  headLice: 50,
  scarletFever: 20,
  chickenpox: 12,
  impetigo: 8,
  whoopingCough: 5,
  scabies: 5,
} as const satisfies Partial<Record<NotifiableIllness, number>>;

const REMARKS = [
  'Arbeitsblätter bitte dem Geschwisterkind mitgeben',
  'ruft morgen wieder an',
  'Sportzeug bleibt in der Klasse',
  'bitte nicht zu Hause anrufen, Nachtschicht',
  'Hausaufgaben über die Nachbarin',
];

const PURPOSES = [
  'Hochzeit in der Familie',
  'Beerdigung',
  'Religiöser Feiertag',
  'Kur der Mutter',
  'Sportwettkampf',
  'Familienfeier im Ausland',
];

/** Makes one past absence with its report, excuse and history. */
export function pastCase(desk: PastDesk, episode: Episode): AbsenceCase {
  if (episode.cause === 'usual' && episode.schoolDays <= 3 && desk.random.chance(0.03))
    return leaveCase(desk, episode);
  const { draft, random, reports } = desk;
  const recordedMs = msAt(episode.fromDay, random.between(400, 492));
  const facts = factsOf(desk, episode, recordedMs);
  const openEnded = episode.schoolDays >= 3 && random.chance(0.15);
  const one = beginCase(draft, openEnded ? { ...facts, untilDay: null } : facts);
  addReports(desk, one, episode, recordedMs);
  if (openEnded) noteReturn(desk, one, episode.untilDay);
  addNotifiable(desk, one, recordedMs);
  const by = fullName(reports.clerk());
  if (!openEnded && random.chance(0.012))
    withdraw(draft, one, { atMs: recordedMs + random.between(45, 90) * 60_000, actorName: by });
  else settleExcuse(desk, one, episode, by);
  return one;
}

function reasonOf(random: Random, episode: Episode): AbsenceReason {
  if (episode.cause === 'weather') return 'weather';
  if (episode.cause === 'pattern') return 'illness';
  const weights =
    episode.cause === 'partOfDay' ? { doctor: 70, other: 30 } : { illness: 88, other: 6, doctor: 6 };
  return random.weighted<AbsenceReason>(weights as Record<AbsenceReason, number>); // only the listed ones are drawn
}

function expectedExcuse(random: Random, episode: Episode, reason: AbsenceReason): ExcuseExpected {
  if (reason !== 'illness') return 'none';
  if (episode.schoolDays >= 4) return random.chance(0.6) ? 'certificate' : 'written';
  return episode.cause === 'pattern' || random.chance(0.6) ? 'written' : 'none';
}

function factsOf(desk: PastDesk, episode: Episode, recordedMs: number): AbsenceFacts {
  const { random } = desk;
  const { child, fromDay, untilDay } = episode;
  const reason = reasonOf(random, episode);
  const care = random.chance(0.45) ? 1 : 0;
  const remark = random.chance(0.05) ? random.pick(REMARKS) : undefined;
  const facts = {
    studentId: child.id,
    fromDay,
    untilDay,
    reason,
    recordedMs,
    remark,
    excuseExpected: expectedExcuse(random, episode, reason),
  };
  if (episode.cause !== 'partOfDay') return { ...facts, offAllDayCare: care, offLunch: care };
  const span = random.weighted({ arrivesLate: 45, leavesEarly: 40, lessons: 15 });
  if (span === 'lessons')
    return {
      ...facts,
      span,
      lessons: random.pick([
        [1, 2],
        [2, 3],
        [5, 6],
      ] as const),
    };
  const minutes = span === 'arrivesLate' ? random.between(104, 128) * 5 : random.between(126, 150) * 5;
  return { ...facts, span, atTime: timeText(minutes) };
}

function addReports(desk: PastDesk, one: AbsenceCase, episode: Episode, recordedMs: number): void {
  const { random, reports } = desk;
  const { child } = episode;
  const channel = reports.channel();
  const by = channel === 'teacher' ? child.schoolClass.teacher : reports.clerk();
  const others = mayBeTold(child).length > 1;
  const reporter = others && random.chance(0.3) ? 1 : 0;
  const sent = channel === 'portal' || channel === 'answeringMachine';
  const takenMs = sent ? sentBefore(random, episode.fromDay, recordedMs) : recordedMs;
  reports.addReport(one, { child, channel, takenMs, decidedMs: recordedMs, by, reporter });
  // Now and then both parents report, each without knowing of the other.
  if (others && random.chance(0.015)) {
    const atMs = recordedMs + random.between(3, 40) * 60_000;
    reports.addReport(one, {
      child,
      channel: 'phone',
      takenMs: atMs,
      by: reports.clerk(),
      reporter: 1 - reporter,
    });
  }
}

/** Messages come in the evening before or early in the morning. */
function sentBefore(random: Random, day: Day, recordedMs: number): number {
  const sent = random.chance(0.3)
    ? msAt(addDays(day, -1), random.between(1110, 1290))
    : msAt(day, random.between(350, 470));
  return Math.min(sent, recordedMs);
}

function addNotifiable(desk: PastDesk, one: AbsenceCase, recordedMs: number): void {
  const { id, studentId, reason, span, fromDay } = one.absence;
  if (reason !== 'illness' || span !== 'wholeDay' || !desk.random.chance(0.012)) return;
  const illness = desk.random.weighted(ILLNESSES);
  const healthOfficeNotifiedAt = toInstant(msAt(fromDay, desk.random.between(600, 760)));
  one.notifiable = { id, studentId, illness, notedAt: toInstant(recordedMs), healthOfficeNotifiedAt };
}

/** "Bis auf Weiteres" ends when the guardians say from when the child comes again. */
function noteReturn(desk: PastDesk, one: AbsenceCase, untilDay: Day): void {
  const actorName = fullName(desk.reports.clerk());
  const atMs = msAt(untilDay, desk.random.between(500, 800));
  changeCase(desk.draft, one, 'corrected', { atMs, actorName, fields: { untilDay } });
}

function withdraw(draft: SchoolDraft, one: AbsenceCase, how: { atMs: number; actorName: string }): void {
  changeCase(draft, one, 'withdrawn', { ...how, fields: { withdrawn: 1 } });
  for (const [index, report] of one.reports.entries()) one.reports[index] = { ...report, state: 'withdrawn' };
}

/** Leave that was asked for and granted: excused from the start, no message needed. */
function leaveCase(desk: PastDesk, episode: Episode): AbsenceCase {
  const { draft, random, principal } = desk;
  const { child, fromDay, untilDay, schoolDays } = episode;
  const decider = schoolDays > 2 ? principal : child.schoolClass.teacher;
  const askedMs = msAt(addDays(fromDay, -random.between(10, 30)), random.between(480, 900));
  const grantedMs = askedMs + random.between(1, 6) * 86_400_000;
  const facts = {
    studentId: child.id,
    fromDay,
    untilDay,
    recordedMs: grantedMs,
    offAllDayCare: 1,
    offLunch: 1,
  } as const;
  const one = beginCase(draft, { ...facts, reason: 'leave' });
  changeCase(draft, one, 'leaveGranted', { atMs: grantedMs, actorName: fullName(decider) });
  one.leave = {
    id: draft.idAt(askedMs),
    studentId: child.id,
    fromDay,
    untilDay,
    purpose: random.pick(PURPOSES),
    requestedAt: toInstant(askedMs),
    state: 'granted',
    decidedBy: decider.id,
    decidedAt: toInstant(grantedMs),
    absenceId: one.absence.id,
  };
  return one;
}
