import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import { facetReach, facets } from '../../../src-shared/rights/facets.ts';
import {
  operationReach,
  operationRights,
  serverOperationRights,
} from '../../../src-shared/rights/operations.ts';
import type { Reach } from '../../../src-shared/rights/roles.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { whenIs, within } from '../../../src-shared/values/span.ts';
import { fullName } from '../cases/ladder.ts';
import { compareWhen } from '../groups/spans.ts';

type Rights = NonNullable<OperationResult<'rights.ofPerson'>>;
type Responsibility = Rights['responsibilities'][number];

/** What a colleague may see and do; null when there is no such colleague. */
export async function rightsOfPerson(db: DomainReader, today: Day, staffId: string): Promise<Rights | null> {
  const person = await db.selectFrom('staffMember').selectAll().where('id', '=', staffId).executeTakeFirst();
  if (!person) return null;
  const { role, leftOn } = person;
  return {
    staffId,
    name: fullName(person),
    ...{ role, leftOn },
    responsibilities: await responsibilitiesOf(db, today, staffId),
    sees: facets.flatMap((facet) => reaching(facetReach(role, facet), (reach) => ({ facet, reach }))),
    does: Object.keys({ ...operationRights, ...serverOperationRights }).flatMap((operation) =>
      reaching(operationReach(role, operation), (reach) => ({ operation, reach })),
    ),
  };
}

function reaching<T>(reach: Reach, line: (reach: Exclude<Reach, 'none'>) => T): T[] {
  return reach === 'none' ? [] : [line(reach)];
}

async function responsibilitiesOf(db: DomainReader, today: Day, staffId: string): Promise<Responsibility[]> {
  const ofClasses = await db
    .selectFrom('classAssignment')
    .innerJoin('schoolClass', 'schoolClass.id', 'classAssignment.classId')
    .select(['classAssignment.kind', 'schoolClass.id', 'schoolClass.name'])
    .select(['classAssignment.fromDay', 'classAssignment.untilDay'])
    .where('classAssignment.staffId', '=', staffId)
    .execute();
  const ofGroups = await db
    .selectFrom('groupLead')
    .innerJoin('schoolGroup', 'schoolGroup.id', 'groupLead.groupId')
    .select(['schoolGroup.id', 'schoolGroup.name', 'groupLead.fromDay', 'groupLead.untilDay'])
    .select(['schoolGroup.fromDay as begins', 'schoolGroup.untilDay as ends'])
    .where('groupLead.staffId', '=', staffId)
    .execute();
  const leads = ofGroups.map(({ id, name, begins, ends, ...lead }) => ({
    ...{ id, name, kind: 'groupLead' as const },
    ...within(lead, { fromDay: begins, untilDay: ends }),
  }));
  return [...ofClasses, ...leads]
    .flatMap((one) => {
      const when = whenIs(one, today);
      return when === 'past' ? [] : [{ ...one, when }];
    })
    .sort(compareWhen);
}
