import { classKey } from './class-key.ts';
import { importKeyOf } from './contact-key.ts';
import type { CurrentRoster, CurrentStudent } from './current.ts';
import { groupBy, type MergedRows } from './merge-rows.ts';
import { personKey } from './name-key.ts';
import type { StudentRow } from './preview.ts';
import { studentsByKey } from './student-keys.ts';
import type { NamedChild, ParsedGuardian } from './types.ts';

/** The child a guardian's line means: a row of the files, a child of the school, none, or more than one. */
export type FoundChild = StudentRow | CurrentStudent | 'none' | 'several';

type Child = StudentRow | CurrentStudent;

/**
 * Finds the child of a guardian's line, by its key or by its name: first among the children of the files, then in the
 * school.
 */
export function childFinder(
  merged: MergedRows,
  current: CurrentRoster,
): (guardian: Pick<ParsedGuardian, 'child' | 'studentKey'>) => FoundChild {
  const keyed = studentsByKey(current.students);
  const rowsNamed = groupBy(merged.rows, personKey);
  const namedInSchool = groupBy(current.students, personKey);

  const byKey = (studentKey: string): FoundChild => {
    const key = importKeyOf(studentKey);
    const row = merged.rowByKey.get(key);
    if (row !== undefined) return row ?? 'several';
    return only(keyed.get(key) ?? []);
  };
  const byName = (child: NamedChild): FoundChild => {
    const name = personKey(child);
    const row = only(narrow(rowsNamed.get(name) ?? [], child));
    return row === 'none' ? only(presentFirst(narrow(namedInSchool.get(name) ?? [], child))) : row;
  };
  return ({ child, studentKey }) => (child ? byName(child) : studentKey ? byKey(studentKey) : 'none');
}

function only<T extends Child>(children: readonly T[]): T | 'none' | 'several' {
  const [first, ...more] = children;
  if (!first) return 'none';
  return more.length > 0 ? 'several' : first;
}

/** Namesakes are told apart by birth date, then by class; what isn't known rules nobody out. */
function narrow<T extends Child>(children: readonly T[], { birthDate, className }: NamedChild): T[] {
  const possible = children.filter(
    (child) => !birthDate || !child.birthDate || child.birthDate === birthDate,
  );
  const sure = possible.filter((child) => child.birthDate !== null && child.birthDate === birthDate);
  const born = sure.length > 0 ? sure : possible;
  const inClass = className
    ? born.filter((child) => child.className && classKey(child.className) === classKey(className))
    : [];
  return inClass.length > 0 ? inClass : born;
}

function presentFirst(students: readonly CurrentStudent[]): readonly CurrentStudent[] {
  const present = students.filter(({ leftOn }) => leftOn === null);
  return present.length > 0 ? present : students;
}
