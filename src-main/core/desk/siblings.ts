import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import type { GuardianRelation } from '../../../src-shared/tables/students.ts';
import { among } from '../today/among.ts';

/** A home or an official guardian cares for many children who are no family. */
const noFamily: ReadonlySet<GuardianRelation> = new Set(['institution', 'legalGuardian']);

/** Children who share a guardian with the child and are likely to be its brothers and sisters. */
export async function siblingIds(db: DomainReader, studentId: string): Promise<string[]> {
  const own = await db
    .selectFrom('guardianship')
    .select(['guardianId', 'relation'])
    .where('studentId', '=', studentId)
    .execute();
  const family = own.filter((tie) => !noFamily.has(tie.relation)).map((tie) => tie.guardianId);
  if (family.length === 0) return [];
  const ties = await db
    .selectFrom('guardianship')
    .select(['studentId', 'relation'])
    .where(among('guardianId', family))
    .where('studentId', '!=', studentId)
    .execute();
  return [...new Set(ties.filter((tie) => !noFamily.has(tie.relation)).map((tie) => tie.studentId))];
}
