import type { viewOperations } from '../../../src-shared/views/contract.ts';
import type { CoreContext, FeatureHandlers } from '../dispatch/context.ts';

/** The answers behind the views a person has kept; the cache holds nobody else's. */
export function viewHandlers(context: CoreContext): FeatureHandlers<typeof viewOperations> {
  return {
    'views.list': async ({ screen }) => ({
      views: await context.reader
        .selectFrom('savedView')
        .select(['id as viewId', 'name', 'definition'])
        .where('screen', '=', screen)
        .orderBy('name')
        .execute(),
    }),
  };
}
