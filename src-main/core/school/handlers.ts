import { operationReach } from '../../../src-shared/rights/operations.ts';
import type { schoolOperations } from '../../../src-shared/school/contract.ts';
import { planPeriods } from '../../../src-shared/school/plan-periods.ts';
import { readSettings } from '../../../src-shared/school/settings.ts';
import type { CoreContext, FeatureHandlers } from '../dispatch/context.ts';
import { OperationFailure } from '../dispatch/operation-failure.ts';
import { listCalendar } from './list-calendar.ts';
import { readCalendarFile } from './read-calendar-file.ts';

/** The answers behind "Kalender und Zeiten". */
export function schoolHandlers(context: CoreContext): FeatureHandlers<typeof schoolOperations> {
  return {
    'calendar.list': () => listCalendar(context.reader, context.schoolTime().day),
    'calendar.preview': async ({ data }) => {
      if (operationReach(context.session().person.role, 'calendar.import') !== 'all')
        throw new OperationFailure('forbidden', 'forbidden');
      const { periods, problems } = readCalendarFile(Buffer.from(data, 'base64'));
      const current = await context.reader.selectFrom('freePeriod').selectAll().orderBy('fromDay').execute();
      const listed = periods.map((period) => ({ ...period, kind: 'schoolHoliday' as const }));
      return {
        periods: planPeriods(current, listed).map(({ standing, period: { name, fromDay, untilDay } }) => ({
          ...{ name, fromDay, untilDay, standing },
        })),
        problems,
      };
    },
    'settings.current': async () => {
      const { timeZone: _, ...settings } = await readSettings(context.reader);
      return settings;
    },
  };
}
