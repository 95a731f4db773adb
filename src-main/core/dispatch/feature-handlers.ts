import type { absenceOperations } from '../../../src-shared/absences/contract.ts';
import type { caseOperations } from '../../../src-shared/cases/contract.ts';
import type { deskOperations } from '../../../src-shared/desk/contract.ts';
import type { groupOperations } from '../../../src-shared/groups/contract.ts';
import type { handoverOperations } from '../../../src-shared/handovers/contract.ts';
import type { paperOperations } from '../../../src-shared/paper/contract.ts';
import type { rightsOperations } from '../../../src-shared/rights/contract.ts';
import type { rosterOperations } from '../../../src-shared/roster/contract.ts';
import type { schoolOperations } from '../../../src-shared/school/contract.ts';
import type { staffOperations } from '../../../src-shared/staff/contract.ts';
import type { studentOperations } from '../../../src-shared/students/contract.ts';
import type { todayOperations } from '../../../src-shared/today/contract.ts';
import type { viewOperations } from '../../../src-shared/views/contract.ts';
import { absenceHandlers } from '../absences/handlers.ts';
import { caseHandlers } from '../cases/handlers.ts';
import { deskHandlers } from '../desk/handlers.ts';
import { groupHandlers } from '../groups/handlers.ts';
import { handoverHandlers } from '../handovers/handlers.ts';
import { type PaperParts, paperHandlers } from '../paper-sheets/handlers.ts';
import { rightsHandlers } from '../rights/handlers.ts';
import { createRosterHandlers } from '../roster/handlers.ts';
import { schoolHandlers } from '../school/handlers.ts';
import { staffHandlers } from '../staff/handlers.ts';
import { studentHandlers } from '../students/handlers.ts';
import { todayHandlers } from '../today/handlers.ts';
import { viewHandlers } from '../views/handlers.ts';
import type { CoreContext, EntryTools, FeatureHandlers } from './context.ts';

type FeatureOperations = typeof deskOperations &
  typeof todayOperations &
  typeof caseOperations &
  typeof absenceOperations &
  typeof handoverOperations &
  typeof paperOperations &
  typeof rosterOperations &
  typeof studentOperations &
  typeof groupOperations &
  typeof rightsOperations &
  typeof staffOperations &
  typeof viewOperations &
  typeof schoolOperations;

/** All handlers of the features, over one open cache. */
export function featureHandlers(
  context: CoreContext,
  paper: PaperParts,
  entries: EntryTools,
): FeatureHandlers<FeatureOperations> {
  return {
    ...deskHandlers(context),
    ...todayHandlers(context),
    ...caseHandlers(context),
    ...absenceHandlers(context),
    ...paperHandlers(context, paper),
    ...handoverHandlers(context, entries),
    ...createRosterHandlers(context, entries),
    ...studentHandlers(context),
    ...groupHandlers(context),
    ...rightsHandlers(context),
    ...staffHandlers(context),
    ...viewHandlers(context),
    ...schoolHandlers(context),
  };
}
