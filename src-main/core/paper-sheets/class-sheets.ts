import type {
  DowntimeSheet,
  EvacuationList,
  GuardianContact,
} from '../../../src-shared/paper/daily-sheets.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import { readCallables } from '../cases/ladder.ts';
import { presenceOnPaper } from './presence-on-paper.ts';
import type { SheetSource } from './sheet-source.ts';

/** Every child of every class with today's state. */
export function evacuationList({ day, classes, head }: SheetSource): EvacuationList {
  return {
    ...head,
    layout: 'classPerPage',
    classes: classes.map(({ className, classTeacher, hasReported, students }) => ({
      className,
      classTeacher,
      hasReported,
      students: students.map(({ studentId, givenName, familyName }) => ({
        givenName,
        familyName,
        ...presenceOnPaper(day, studentId),
      })),
    })),
  };
}

/** Every child of every class with the people who may be called. */
export async function downtimeSheet(
  db: DomainReader,
  { day, classes, students, head }: SheetSource,
): Promise<DowntimeSheet> {
  const callables = await readCallables(db, students.keys());
  const contactsOf = (studentId: string): GuardianContact[] =>
    (callables.get(studentId) ?? []).map(({ name, relation, phones }) => ({
      name,
      relation,
      phones: phones.map(({ number, label }) => ({ number, label })),
    }));
  return {
    ...head,
    classes: classes.map(({ className, classTeacher, students: children }) => ({
      className,
      classTeacher,
      students: children.map(({ studentId, givenName, familyName }) => ({
        givenName,
        familyName,
        ...presenceOnPaper(day, studentId),
        contacts: contactsOf(studentId),
      })),
    })),
  };
}
