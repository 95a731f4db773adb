import type { todayOperations } from '../../../src-shared/today/contract.ts';
import type { CoreContext, FeatureHandlers } from '../dispatch/context.ts';
import { todayClass } from './class.ts';
import { todayOffice } from './office.ts';
import { todayPrincipal } from './principal.ts';
import { viewpointOf } from './viewpoint.ts';

/** The answers behind Heute. */
export function todayHandlers(context: CoreContext): FeatureHandlers<typeof todayOperations> {
  return {
    'today.office': () => todayOffice(context.reader, viewpointOf(context)),
    'today.class': ({ classId }) => todayClass(context.reader, viewpointOf(context), classId),
    'today.principal': () => todayPrincipal(context.reader, viewpointOf(context)),
  };
}
