import type { absenceOperations } from '../../../src-shared/absences/contract.ts';
import { readFreePeriods } from '../../../src-shared/school/settings.ts';
import { freeDaysIn } from '../../../src-shared/values/school-calendar.ts';
import type { CoreContext, FeatureHandlers } from '../dispatch/context.ts';
import { OperationFailure } from '../dispatch/operation-failure.ts';
import { seesAllAbsences } from '../today/viewpoint.ts';
import { classesOn } from './classes-on.ts';
import { absenceDetail } from './detail.ts';
import { exportSchild } from './export-schild.ts';
import { listAbsences } from './list.ts';
import { absencesOfStudent } from './of-student.ts';

/** The answers behind Abwesenheiten. */
export function absenceHandlers(context: CoreContext): FeatureHandlers<typeof absenceOperations> {
  const today = () => context.schoolTime().day;
  return {
    'absences.list': (args) => listAbsences(context.reader, today(), args),
    'absences.detail': ({ absenceId }) => absenceDetail(context.reader, today(), absenceId),
    'absences.ofStudent': ({ studentId }) => absencesOfStudent(context.reader, today(), studentId),
    'absences.classes': async ({ day }) => ({
      classes: (await classesOn(context.reader, day ?? today())).map(({ classId, name }) => ({
        ...{ classId, name },
      })),
    }),
    'absences.calendar': async ({ fromDay, untilDay }) => ({
      free: freeDaysIn(fromDay, untilDay, await readFreePeriods(context.reader)),
    }),
    'absences.exportSchild': (period) => {
      if (!seesAllAbsences(context.session().person.role))
        throw new OperationFailure('forbidden', 'forbidden');
      return exportSchild(context.reader, today(), period);
    },
  };
}
