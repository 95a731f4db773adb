import { importKeyOf } from './contact-key.ts';
import type { CurrentStudent } from './current.ts';

type Keyed = Pick<CurrentStudent, 'id' | 'importKey'>;

/** The keys a list may name a child by: that of its source, and its id, by which our own lists name a child without one. */
export function studentKeys({ id, importKey }: Keyed): string[] {
  const source = importKey ? [importKeyOf(importKey)] : [];
  return [...new Set([...source, importKeyOf(id)])];
}

/** True when a list that writes this key means this child. */
export function isKeyOf(importKey: string, student: Keyed): boolean {
  return studentKeys(student).includes(importKeyOf(importKey));
}

/** The children by each of their keys. */
export function studentsByKey<Student extends Keyed>(students: Iterable<Student>): Map<string, Student[]> {
  const byKey = new Map<string, Student[]>();
  for (const student of students) {
    for (const key of studentKeys(student)) {
      const known = byKey.get(key);
      if (known) known.push(student);
      else byKey.set(key, [student]);
    }
  }
  return byKey;
}
