import { lastsOn } from '../../../src-shared/school/last-day.ts';
import type { staffOperations } from '../../../src-shared/staff/contract.ts';
import type { CoreContext, FeatureHandlers } from '../dispatch/context.ts';
import { compareByName } from '../today/people.ts';

/** The answers behind Kollegium, and behind every field in which a colleague is chosen. */
export function staffHandlers(context: CoreContext): FeatureHandlers<typeof staffOperations> {
  return {
    'staff.list': async () => {
      const rows = await context.reader.selectFrom('staffMember').selectAll().execute();
      const { day } = context.schoolTime();
      const staff = rows.map(({ id, ...fields }) => ({
        ...fields,
        staffId: id,
        here: lastsOn(fields.leftOn, day),
      }));
      staff.sort((one, other) => Number(other.here) - Number(one.here) || compareByName(one, other));
      return { staff };
    },
  };
}
