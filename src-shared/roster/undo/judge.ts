import type { Row } from '../../tables/registry.ts';
import { type BeforeImage, rowKey, type UndoFacts } from './facts.ts';
import { isAsImported, type RowImage } from './row-image.ts';
import type { StayReason } from './stay-reasons.ts';

/** A child, a guardian or a class that stays as it is. */
export interface Staying {
  readonly kind: 'student' | 'guardian' | 'class';
  readonly id: string;
  readonly reason: StayReason;
}

/** `gone`: nothing is left to take back. */
export type Verdict = 'takeBack' | 'gone' | StayReason;

/**
 * Judges row by row what an import's undo takes back. Later work is never destroyed: what was changed since stays; a child
 * that somebody has worked with stays whole, with its guardians and its class. The same facts give the same verdicts,
 * whether an import is taken back part by part or looked at as a whole.
 */
export class UndoJudge {
  readonly #facts: UndoFacts;
  readonly #students = new Map<string, StayReason | null>();
  readonly #tiesOf: ReadonlyMap<string, readonly Row<'guardianship'>[]>;
  readonly #contactsOf: ReadonlyMap<string, readonly string[]>;

  constructor(facts: UndoFacts) {
    this.#facts = facts;
    this.#tiesOf = listed(
      facts.ties.flatMap((tie) => [[tie.studentId, tie] as const, [tie.guardianId, tie] as const]),
    );
    const contacts = [...facts.now].filter(([key]) => key.startsWith('guardianContact '));
    this.#contactsOf = listed(contacts.map(([key, row]) => [String(row.guardianId), key] as const));
  }

  verdict(image: RowImage, { root, rootId }: Pick<BeforeImage, 'root' | 'rootId'>): Verdict {
    const key = rowKey(image.table, image.id);
    const now = this.#facts.now.get(key);
    if (!now) return 'gone';
    if (image.table === 'guardianship') return this.#tie(now as Row<'guardianship'>) ?? 'takeBack';
    const isMade = this.#facts.made.has(rootId);
    if (isMade) return (root === 'student' ? this.#student(rootId) : this.#guardian(rootId)) ?? 'takeBack';
    if (this.#isTouched(key)) return 'changedSince';
    return (image.table === 'student' ? this.#knownStudent(image) : null) ?? 'takeBack';
  }

  /** Why a child that was there before keeps what the import wrote. */
  #knownStudent({ id, before }: RowImage): StayReason | null {
    const leavesAgain = (before?.leftOn ?? null) !== null;
    if (leavesAgain && this.#facts.worked.has(id)) return 'usedSince';
    const classId = before?.classId;
    return typeof classId === 'string' && !this.#facts.classIds.has(classId) ? 'classGone' : null;
  }

  /** Why a child that the import made stays, or null. */
  #student(id: string): StayReason | null {
    const known = this.#students.get(id);
    if (known !== undefined) return known;
    const judged = this.#judgeStudent(id);
    this.#students.set(id, judged);
    return judged;
  }

  #judgeStudent(id: string): StayReason | null {
    const ties = this.#tiesOf.get(id) ?? [];
    if (this.#isTouched(rowKey('student', id)) || this.#isTouched(rowKey('studentDetail', id)))
      return 'changedSince';
    if (this.#facts.worked.has(id) || ties.some((tie) => !this.#isImported(tie))) return 'usedSince';
    const isFamilyChanged = ties.some(
      (tie) => this.#isTouched(rowKey('guardianship', tie.id)) || this.#isChangedGuardian(tie.guardianId),
    );
    return isFamilyChanged ? 'familyChanged' : null;
  }

  /** Why a tie that the import made stays, or null. */
  #tie(tie: Row<'guardianship'>): StayReason | null {
    const { studentId, guardianId } = tie;
    if (this.#isTouched(rowKey('guardianship', tie.id))) return 'changedSince';
    if (this.#facts.made.has(studentId)) return this.#student(studentId) && 'belongsToStaying';
    if (this.#facts.spoken.has(`${studentId} ${guardianId}`)) return 'usedSince';
    return this.#isChangedGuardian(guardianId) ? 'belongsToStaying' : null;
  }

  /** Why a guardian that the import made stays, or null. */
  #guardian(id: string): StayReason | null {
    if (this.#isChangedGuardian(id)) return 'changedSince';
    if (this.#facts.worked.has(id)) return 'usedSince';
    const ties = this.#tiesOf.get(id) ?? [];
    return ties.some((tie) => !this.#isImported(tie) || this.#tie(tie) !== null) ? 'belongsToStaying' : null;
  }

  #isChangedGuardian(id: string): boolean {
    if (!this.#facts.made.has(id)) return false;
    if (this.#facts.enriched.has(id)) return true;
    return this.#guardianRows(id).some((key) => this.#isTouched(key));
  }

  #guardianRows(id: string): string[] {
    return [rowKey('guardian', id), rowKey('guardianAddress', id), ...(this.#contactsOf.get(id) ?? [])];
  }

  #isImported(tie: Row<'guardianship'>): boolean {
    return this.#facts.chains.has(rowKey('guardianship', tie.id));
  }

  /** True when a row the import wrote says something else now. Follows several parts back to the first. */
  #isTouched(key: string): boolean {
    let row = this.#facts.now.get(key);
    for (const image of this.#facts.chains.get(key) ?? []) {
      if (!row || !isAsImported(row, image)) return row !== undefined;
      row = { ...row, ...image.before };
    }
    return false;
  }
}

function listed<T>(pairs: readonly (readonly [string, T])[]): Map<string, T[]> {
  const lists = new Map<string, T[]>();
  for (const [key, value] of pairs) {
    const list = lists.get(key);
    if (list) list.push(value);
    else lists.set(key, [value]);
  }
  return lists;
}
