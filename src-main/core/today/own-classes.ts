import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import { type ClassName, readClasses } from './people.ts';
import { seesAllAbsences, type Viewpoint } from './viewpoint.ts';

/** A class somebody may report. */
export interface OwnClass extends ClassName {
  readonly substitute: boolean;
}

/** A class teacher's own class stands before those of a subject, these before a substitution. */
const kindOrder = { classTeacher: 0, subjectTeacher: 1, substitute: 2 } as const;

/** Classes the person may report today: the office all, a teacher those they are responsible for, own ones first. */
export async function ownClasses(db: DomainReader, viewpoint: Viewpoint): Promise<OwnClass[]> {
  const { staffId, role, day } = viewpoint;
  const classes = await readClasses(db, day);
  if (seesAllAbsences(role)) return classes.map((one) => ({ ...one, substitute: false }));
  if (role !== 'teacher') return [];
  const assignments = await db
    .selectFrom('classAssignment')
    .select(['classId', 'kind'])
    .where('staffId', '=', staffId)
    .where('fromDay', '<=', day)
    .where((where) => where.or([where('untilDay', 'is', null), where('untilDay', '>=', day)]))
    .execute();
  assignments.sort((left, right) => kindOrder[left.kind] - kindOrder[right.kind]);
  const byId = new Map(classes.map((one) => [one.classId, one]));
  const own = new Map<string, OwnClass>();
  for (const { classId, kind } of assignments) {
    const one = byId.get(classId);
    if (one && !own.has(classId)) own.set(classId, { ...one, substitute: kind === 'substitute' });
  }
  return [...own.values()];
}
