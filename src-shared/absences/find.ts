import type { DomainReader, Row } from '../tables/registry.ts';
import type { Day } from '../values/day.ts';

/** Sorts after every real day; stands for "until further notice". */
export const END_OF_DAYS = '9999-12-31';

/** The absence of this id, or the one that took its place when two desks recorded the same. */
export async function findAbsence(db: DomainReader, id: string): Promise<Row<'absence'> | undefined> {
  const found = await db.selectFrom('absence').selectAll().where('id', '=', id).executeTakeFirst();
  if (found) return found;
  const alias = await db
    .selectFrom('absenceAlias')
    .select('absenceId')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!alias) return undefined;
  return db.selectFrom('absence').selectAll().where('id', '=', alias.absenceId).executeTakeFirst();
}

/**
 * True when the id leads, or once led, to another absence than `keptId`. An id stands for one absence for
 * good: to go on with another under it would mislead whoever names it later.
 */
export async function leadsElsewhere(
  db: DomainReader,
  id: string,
  keptId: string | undefined,
): Promise<boolean> {
  const known = await findAbsence(db, id);
  return known !== undefined && known.id !== keptId;
}

/** The report of this id, whosever it is. */
export async function findReport(db: DomainReader, id: string): Promise<Row<'absenceReport'> | undefined> {
  return db.selectFrom('absenceReport').selectAll().where('id', '=', id).executeTakeFirst();
}

/** True while the child is in the register; what comes late for an erased one is refused. */
export async function knowsStudent(db: DomainReader, studentId: string): Promise<boolean> {
  const student = await db.selectFrom('student').select('id').where('id', '=', studentId).executeTakeFirst();
  return student !== undefined;
}

/** The absences of a child, not withdrawn, that share a day with the range; the oldest first. */
export async function findOverlappingAbsences(
  db: DomainReader,
  studentId: string,
  fromDay: Day,
  untilDay: Day | null,
): Promise<Row<'absence'>[]> {
  return db
    .selectFrom('absence')
    .selectAll()
    .where('studentId', '=', studentId)
    .where('withdrawn', '=', 0)
    .where('fromDay', '<=', untilDay ?? END_OF_DAYS)
    .where((where) => where.or([where('untilDay', 'is', null), where('untilDay', '>=', fromDay)]))
    .orderBy('recordedAt')
    .orderBy('id')
    .execute();
}

/** True when a certificate has been ordered for the child on that day. */
export async function owesCertificate(db: DomainReader, studentId: string, day: Day): Promise<boolean> {
  const duty = await db
    .selectFrom('certificateDuty')
    .select('id')
    .where('studentId', '=', studentId)
    .where('fromDay', '<=', day)
    .where((where) => where.or([where('untilDay', 'is', null), where('untilDay', '>=', day)]))
    .executeTakeFirst();
  return duty !== undefined;
}
