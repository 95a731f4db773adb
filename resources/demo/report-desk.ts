import type { ReportChannel } from '../../src-shared/absences/words.ts';
import type { Row } from '../../src-shared/tables/registry.ts';
import { toInstant } from '../../src-shared/values/day.ts';
import { type AbsenceCase, changeCase } from './absence-case.ts';
import { fullName } from './names.ts';
import type { ChildDraft, TieDraft } from './people.ts';
import type { Random } from './random.ts';
import type { SchoolDraft, StaffDraft } from './school-draft.ts';

const CHANNELS: Readonly<Record<ReportChannel, number>> = {
  phone: 50,
  portal: 26,
  answeringMachine: 9,
  email: 6,
  paper: 5,
  inPerson: 2,
  teacher: 2,
};

export interface ReportFacts {
  readonly child: ChildDraft;
  readonly channel: ReportChannel;
  readonly takenMs: number;
  /** When the office accepted it; for the portal later than it was sent. */
  readonly decidedMs?: number;
  readonly by: StaffDraft;
  /** Index of the guardian among those who may be told; the first unless said otherwise. */
  readonly reporter?: number;
}

/** Those of a child's guardians who may report and be told, first the one who is called first. */
export function mayBeTold(child: ChildDraft): readonly TieDraft[] {
  return child.ties.filter((tie) => tie.blocked === 0);
}

/** Draws who reports by which way, and writes reports down. */
export class ReportDesk {
  readonly #draft: SchoolDraft;
  readonly #random: Random;
  readonly #office: readonly StaffDraft[];
  /** The number each guardian is reached by. */
  readonly #numbers: ReadonlyMap<string, string>;

  constructor(draft: SchoolDraft, random: Random, staff: readonly StaffDraft[]) {
    this.#draft = draft;
    this.#random = random;
    this.#office = staff.filter((person) => person.role === 'schoolOffice');
    const phones = draft.rows.guardianContact.filter((contact) => contact.kind === 'phone');
    this.#numbers = new Map(phones.toReversed().map((contact) => [contact.guardianId, contact.value]));
  }

  /** Mostly the first of the office is at the desk. */
  clerk(): StaffDraft {
    const [first] = this.#office;
    return first && this.#random.chance(0.7) ? first : this.#random.pick(this.#office);
  }

  channel(): ReportChannel {
    return this.#random.weighted(CHANNELS);
  }

  /** The number a guardian gave for being called back. */
  numberOf(guardianId: string): string | null {
    return this.#numbers.get(guardianId) ?? null;
  }

  /** Adds an accepted report to a case, and the entry in its history; a second one leaves an alias. */
  addReport(one: AbsenceCase, facts: ReportFacts): void {
    const { takenMs, decidedMs = takenMs, by } = facts;
    const decided = {
      state: 'accepted',
      decidedBy: by.id,
      decidedAt: toInstant(decidedMs),
      absenceId: one.absence.id,
    } as const;
    const recordedBy = facts.channel === 'portal' ? null : by.id;
    const { id: absenceId, studentId } = one.absence;
    if (one.reports.length > 0) one.aliases.push({ id: this.#draft.idAt(decidedMs), studentId, absenceId });
    one.reports.push({ ...this.waitingReport(one, facts), ...decided, recordedBy });
    const first = facts.channel === 'portal' ? 'reportAccepted' : 'recorded';
    changeCase(this.#draft, one, one.reports.length > 1 ? 'reportAdded' : first, {
      atMs: decidedMs,
      actorName: fullName(by),
    });
  }

  /** A message that nobody has decided on yet. */
  waitingReport(one: AbsenceCase, facts: ReportFacts): Row<'absenceReport'> {
    const { child, channel, takenMs, by } = facts;
    const { studentId, fromDay, untilDay, reason, span, atTime, remark } = one.absence;
    const ties = mayBeTold(child);
    const tie = channel === 'teacher' ? undefined : (ties[facts.reporter ?? 0] ?? ties[0]);
    const asksBack = channel === 'answeringMachine' || (channel === 'phone' && this.#random.chance(0.12));
    return {
      id: this.#draft.idAt(takenMs),
      studentId,
      absenceId: null,
      state: 'waiting',
      channel,
      takenAt: toInstant(takenMs),
      guardianId: tie?.guardian.id ?? null,
      reporterName: fullName(tie?.guardian ?? by),
      reporterRelation: tie?.relation ?? '',
      callbackNumber: tie && asksBack ? this.numberOf(tie.guardian.id) : null,
      fromDay,
      untilDay,
      reason,
      span,
      atTime,
      remark,
      recordedBy: null,
      decidedBy: null,
      decidedAt: null,
      rejection: null,
      asReported: null,
    };
  }
}
