import type { deskOperations } from '../../../src-shared/desk/contract.ts';
import { parkedCalls } from '../calls/parked-calls.ts';
import type { CoreContext, FeatureHandlers } from '../dispatch/context.ts';
import { viewpointOf } from '../today/viewpoint.ts';
import { bestFound, studentHits } from './search-students.ts';
import { deskStudent } from './student.ts';
import { waitingReport } from './waiting-report.ts';

/** The answers behind the phone desk. */
export function deskHandlers(context: CoreContext): FeatureHandlers<typeof deskOperations> {
  return {
    'desk.searchStudents': async ({ query, limit }) => {
      const viewpoint = viewpointOf(context);
      const found = await bestFound(context, query, limit, viewpoint);
      return { hits: await studentHits(context.reader, viewpoint, found) };
    },
    'desk.student': ({ studentId, day }) => {
      const viewpoint = viewpointOf(context);
      return deskStudent(context.reader, viewpoint, studentId, day ?? viewpoint.day);
    },
    'desk.waitingReport': ({ reportId }) => waitingReport(context.reader, reportId),
    'desk.parkedCalls': () => parkedCalls(context.reader, context.session().person.id),
    'desk.workingDraft': () => context.workingDraft.read(),
    'desk.keepDraft': async ({ callId, draft }) => {
      await context.workingDraft.keep(callId, draft);
      context.changed('workingDraft');
      return {};
    },
  };
}
