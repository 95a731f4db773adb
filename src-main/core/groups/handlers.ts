import type { groupOperations } from '../../../src-shared/groups/contract.ts';
import { studentsFitting } from '../../../src-shared/groups/members.ts';
import type { CoreContext, FeatureHandlers } from '../dispatch/context.ts';
import { viewpointOf } from '../today/viewpoint.ts';
import { classDetail, groupDetail } from './detail.ts';
import { listGroups } from './list.ts';
import { newYear } from './new-year.ts';

/** The answers behind Gruppen. */
export function groupHandlers(context: CoreContext): FeatureHandlers<typeof groupOperations> {
  const today = () => context.schoolTime().day;
  return {
    'groups.list': () => listGroups(context.reader, viewpointOf(context)),
    'groups.detail': ({ groupId }) => groupDetail(context.reader, viewpointOf(context), groupId),
    'groups.ofClass': ({ classId }) => classDetail(context.reader, today(), classId),
    'groups.newYear': () => newYear(context.reader, today()),
    'groups.countRule': async ({ rule }) => ({
      students: (await studentsFitting(context.reader, rule, today())).length,
    }),
  };
}
