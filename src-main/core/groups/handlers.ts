import type { groupOperations } from '../../../src-shared/groups/contract.ts';
import { lasting } from '../../../src-shared/school/last-day.ts';
import { fullName } from '../cases/ladder.ts';
import type { CoreContext, FeatureHandlers } from '../dispatch/context.ts';
import { viewpointOf } from '../today/viewpoint.ts';
import { classDetail, groupDetail } from './detail.ts';
import { listGroups } from './list.ts';

/** The answers behind Gruppen. */
export function groupHandlers(context: CoreContext): FeatureHandlers<typeof groupOperations> {
  const today = () => context.schoolTime().day;
  return {
    'groups.list': () => listGroups(context.reader, viewpointOf(context)),
    'groups.detail': ({ groupId }) => groupDetail(context.reader, viewpointOf(context), groupId),
    'groups.ofClass': ({ classId }) => classDetail(context.reader, today(), classId),
    'groups.staff': async () => {
      const rows = await context.reader
        .selectFrom('staffMember')
        .select(['id', 'givenName', 'familyName', 'role'])
        .where(lasting('leftOn', today()))
        .orderBy('familyName')
        .orderBy('givenName')
        .execute();
      return { staff: rows.map(({ id, role, ...name }) => ({ staffId: id, role, name: fullName(name) })) };
    },
  };
}
