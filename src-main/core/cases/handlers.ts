import type { caseOperations } from '../../../src-shared/cases/contract.ts';
import type { CoreContext, FeatureHandlers } from '../dispatch/context.ts';
import { readDay } from '../today/read-day.ts';
import { viewpointOf } from '../today/viewpoint.ts';
import { readEarlierCases } from './earlier-cases.ts';
import { readOpenCases } from './open-cases.ts';

/** The answers about single cases. */
export function caseHandlers(context: CoreContext): FeatureHandlers<typeof caseOperations> {
  return {
    'cases.detail': async ({ studentId, day }) => {
      const viewpoint = viewpointOf(context);
      const read = await readDay(context.reader, viewpoint, day ?? viewpoint.day, [studentId]);
      const [found] = await readOpenCases(context.reader, read);
      return { case: found ?? null };
    },
    'cases.earlier': async () => ({ cases: await readEarlierCases(context.reader, viewpointOf(context)) }),
  };
}
