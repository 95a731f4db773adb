import type { TableName } from '../../src-shared/tables/registry.ts';
import type { Day } from '../../src-shared/values/day.ts';
import type { ServerWriter } from '../database/schema.ts';
import { readSchool } from '../database/school-scope.ts';
import type { ChangedRow } from './apply-changes.ts';
import { desiredVisibility, visibilityKey } from './desired-visibility.ts';

/** A field of one of these decides who sees what; any other change leaves all intervals as they are. */
const decisive: Partial<Record<TableName, readonly string[]>> = {
  student: ['classId', 'leftOn'],
  classAssignment: ['id', 'classId', 'staffId', 'fromDay', 'untilDay'],
  studentDetail: ['allDayCare', 'lunch'],
  schoolClass: ['gradeLevel'],
  schoolGroup: ['kind', 'rule', 'fromDay', 'untilDay'],
  groupLead: ['id', 'groupId', 'staffId', 'fromDay', 'untilDay'],
  studentMembership: ['id', 'groupId', 'fromDay', 'untilDay'],
  guardianship: ['id', 'guardianId', 'studentId'],
  staffMember: ['id', 'role', 'leftOn'],
};

/** True when the changed rows can open or close an interval. */
export function touchesVisibility(changed: readonly ChangedRow[]): boolean {
  return changed.some((row) => {
    const fields = decisive[row.table];
    return (
      fields !== undefined && (row.row === undefined || row.fields.some((field) => fields.includes(field)))
    );
  });
}

/**
 * Brings the intervals to what the rights table says today: opens, closes, and moves the last day.
 * Part of the writing transaction, at its revision; a moved last day is a new interval, so that devices hear of it.
 * @returns the staff whose view changed.
 */
export async function recomputeVisibility(
  db: ServerWriter,
  schoolId: number,
  today: Day,
  revision: number,
): Promise<Set<string>> {
  const desired = await desiredVisibility(readSchool(db, schoolId), today);
  const open = await db
    .selectFrom('visibility')
    .select(['staffId', 'facet', 'rootId', 'sinceRevision', 'untilDay'])
    .where('schoolId', '=', schoolId)
    .where('untilRevision', 'is', null)
    .execute();
  const touched = new Set<string>();
  const held = new Map<string, Set<string>>();
  for (const interval of open) {
    const key = visibilityKey(interval.facet, interval.rootId);
    const wanted = desired.get(interval.staffId);
    if (wanted?.has(key) && wanted.get(key) === interval.untilDay) {
      (held.get(interval.staffId) ?? held.set(interval.staffId, new Set()).get(interval.staffId))?.add(key);
      continue;
    }
    touched.add(interval.staffId);
    await close(db, schoolId, interval, revision);
  }
  for (const [staffId, wanted] of desired) {
    const missing = [...wanted].filter(([key]) => !held.get(staffId)?.has(key));
    if (missing.length === 0) continue;
    touched.add(staffId);
    await openIntervals(db, schoolId, staffId, missing, revision);
  }
  return touched;
}

async function close(
  db: ServerWriter,
  schoolId: number,
  interval: { staffId: string; facet: string; rootId: string; sinceRevision: number },
  revision: number,
) {
  const same = db
    .updateTable('visibility')
    .set({ untilRevision: revision })
    .where('schoolId', '=', schoolId)
    .where('staffId', '=', interval.staffId)
    .where('facet', '=', interval.facet)
    .where('rootId', '=', interval.rootId)
    .where('sinceRevision', '=', interval.sinceRevision);
  await same.execute();
}

async function openIntervals(
  db: ServerWriter,
  schoolId: number,
  staffId: string,
  keys: readonly (readonly [string, Day | null])[],
  revision: number,
) {
  const rows = keys.map(([key, untilDay]) => {
    const [facet = '', rootId = ''] = key.split('|');
    return { schoolId, staffId, facet, rootId, sinceRevision: revision, untilRevision: null, untilDay };
  });
  for (let start = 0; start < rows.length; start += 500) {
    await db
      .insertInto('visibility')
      .values(rows.slice(start, start + 500))
      // Closed and opened again in one commit group: the same interval goes on.
      .onConflict((conflict) =>
        conflict
          .columns(['schoolId', 'staffId', 'facet', 'rootId', 'sinceRevision'])
          .doUpdateSet({ untilRevision: null }),
      )
      .execute();
  }
}
