import { columnNames, isTableName, tables } from '../../../src-shared/tables/registry.ts';
import type { SimSchool } from './sim-school.ts';

/** What a teacher must never receive of a child that was never theirs, written anew rather than taken from the rights. */
const onlyOwn = new Set(['student.core', 'student.contact', 'student.absence']);
const never = new Set(['student.notifiable', 'office.inbox', 'office.handovers']);

/**
 * Knows which child was ever in whose class, and objects when a link carries a row that its person could at
 * no time have been allowed to see (I4).
 */
export class Oracle {
  readonly #everOwn = new Map<string, Set<string>>();
  readonly #teachers = new Map<string, string[]>();
  readonly #everIn = new Map<string, Set<string>>();
  readonly violations: string[] = [];

  constructor(school: SimSchool) {
    for (const { classId, staffId } of school.rows.classAssignment ?? [])
      this.#teachers.set(classId, [...(this.#teachers.get(classId) ?? []), staffId]);
    for (const { id, classId } of school.rows.student ?? []) if (classId) this.inClass(id, classId);
  }

  /** A child is in a class from now on. */
  inClass(studentId: string, classId: string): void {
    this.#everIn.set(classId, (this.#everIn.get(classId) ?? new Set()).add(studentId));
    for (const teacher of this.#teachers.get(classId) ?? []) this.becomesOwn(teacher, studentId);
  }

  /** Somebody is responsible for a class, for some days at least: its children were theirs once. */
  isLent(classId: string, staffId: string): void {
    this.#teachers.set(classId, [...(this.#teachers.get(classId) ?? []), staffId]);
    for (const studentId of this.#everIn.get(classId) ?? []) this.becomesOwn(staffId, studentId);
  }

  /** A child is in a group somebody leads. */
  becomesOwn(staffId: string, studentId: string): void {
    this.#everOwn.set(staffId, (this.#everOwn.get(staffId) ?? new Set()).add(studentId));
  }

  /** Looks at a row on its way to a teacher. */
  witness(staffId: string, kind: 'row' | 'removed', table: string, cells: readonly unknown[]): void {
    if (!isTableName(table) || kind === 'removed') return;
    const { facet, rootColumn } = tables[table];
    const root = rootColumn === null ? '-' : String(cells[columnNames(table).indexOf(rootColumn)]);
    const foreign = onlyOwn.has(facet) && !this.#everOwn.get(staffId)?.has(root);
    if (foreign || never.has(facet)) this.violations.push(`${table} of a foreign root reached a teacher`);
  }
}
