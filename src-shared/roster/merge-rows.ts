import { classKey, looksLikeClass } from './class-key.ts';
import { importKeyOf } from './contact-key.ts';
import { personKey } from './name-key.ts';
import type { StudentRow } from './preview.ts';
import { type RosterProblem, type RosterProblemCode, rosterProblem } from './problems.ts';
import type { ParsedRoster } from './types.ts';

/** What remains of the lines of all files: one row per child. */
export interface MergedRows {
  readonly rows: StudentRow[];
  /** Normalised import key → row; null where a key stands for two different children. */
  readonly rowByKey: ReadonlyMap<string, StudentRow | null>;
  readonly unreadable: RosterProblem[];
  readonly notes: RosterProblem[];
}

/**
 * Puts lines together that mean the same child: the same import key and name (DaNiS repeats a child for each of its
 * groups), or the same name and class in two files.
 */
export function mergeRows(files: readonly ParsedRoster[]): MergedRows {
  const merged: MergedRows = { rows: [], rowByKey: new Map(), unreadable: [], notes: [] };
  const all = files.flatMap((roster, index) =>
    roster.students.map((student) => ({
      ...student,
      file: roster.file,
      ref: `student:${index}:${student.line}`,
    })),
  );
  const rowByKey = new Map<string, StudentRow | null>();
  for (const rows of groupBy(all, (row) => (row.importKey ? importKeyOf(row.importKey) : row.ref)).values()) {
    const key = rows[0]?.importKey ? importKeyOf(rows[0].importKey) : null;
    const children = mergeKeyed(rows, merged);
    if (key !== null) rowByKey.set(key, children.length === 1 ? (children[0] ?? null) : null);
    merged.rows.push(...children);
  }
  return { ...merged, rows: withoutRepeats(merged), rowByKey };
}

/** Groups in order of first appearance. */
export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function mergeKeyed(rows: readonly StudentRow[], merged: MergedRows): StudentRow[] {
  const first = rows[0];
  if (!first || rows.length === 1) return [...rows];
  const people = groupBy(rows, personKey);
  const birthDates = new Set(rows.map((row) => row.birthDate).filter((day) => day !== null));
  if (people.size === 1 && birthDates.size <= 1) return [mergePerson(rows, merged)];
  for (const row of rows.slice(1)) {
    merged.unreadable.push(
      about('importKeyTwice', row, { value: row.importKey, params: { firstLine: first.line } }),
    );
  }
  return rows.map((row) => ({ ...row, importKey: null }));
}

function mergePerson(rows: readonly StudentRow[], merged: MergedRows): StudentRow {
  const first = rows[0] as StudentRow; // called with at least two rows
  const classes = groupBy(rows, (row) => (row.className ? classKey(row.className) : null));
  const real = [...classes.values()]
    .map((group) => group[0])
    .filter((row) => looksLikeClass(row?.className ?? ''));
  const chosen =
    classes.size <= 1 ? rows.find((row) => row.className) : real.length === 1 ? real[0] : undefined;
  for (const row of rows.slice(1)) {
    if (classes.size <= 1)
      merged.notes.push(about('duplicateRow', row, { params: { firstLine: first.line } }));
  }
  if (classes.size > 1) noteGroups(rows, chosen, merged);
  return {
    ...first,
    className: chosen?.className ?? null,
    birthDate: rows.find((row) => row.birthDate)?.birthDate ?? null,
  };
}

function noteGroups(rows: readonly StudentRow[], chosen: StudentRow | undefined, merged: MergedRows): void {
  if (!chosen) {
    const last = rows.at(-1) as StudentRow; // called with at least two rows
    const classes = [...new Set(rows.map((row) => row.className).filter((name) => name !== null))].join(', ');
    merged.unreadable.push(
      about('twoClasses', last, { value: classes, params: { firstLine: rows[0]?.line ?? 0 } }),
    );
    return;
  }
  const others = rows.filter(
    (row) => row.className && classKey(row.className) !== classKey(chosen.className ?? ''),
  );
  for (const row of others) merged.notes.push(about('groupIgnored', row, { value: row.className }));
}

function withoutRepeats(merged: MergedRows): StudentRow[] {
  const seen = new Map<string, StudentRow>();
  const keyedFirst = [...merged.rows].sort(
    (left, right) => Number(left.importKey === null) - Number(right.importKey === null),
  );
  return keyedFirst.filter((row) => {
    const key = `${personKey(row)} ${classKey(row.className ?? '')}`;
    const first = seen.get(`${key} ${row.birthDate}`) ?? seen.get(key);
    if (first && isRepeat(first, row)) {
      merged.notes.push(about('duplicateRow', row, { params: { firstLine: first.line } }));
      return false;
    }
    seen.set(key, row);
    if (row.birthDate) seen.set(`${key} ${row.birthDate}`, row);
    return true;
  });
}

/** Two files may both list a child; within one file it may be a namesake, which only the school can tell. */
function isRepeat(first: StudentRow, row: StudentRow): boolean {
  if (first.importKey && row.importKey) return false;
  const sameBirthDate = !first.birthDate || !row.birthDate || first.birthDate === row.birthDate;
  return sameBirthDate && first.file !== row.file;
}

/** A problem about a row of a file. */
export function about(
  code: RosterProblemCode,
  row: { file: string; line: number },
  details: Partial<RosterProblem> = {},
): RosterProblem {
  return rosterProblem(code, row.file, { line: row.line, ...details });
}
