import { z } from 'zod';
import { accepted, defineCommand, put, refused } from '../contract/command.ts';
import { findAbsence, findReport } from './find.ts';
import { partReport } from './part-report.ts';
import { idSchema } from './report-fields.ts';

/** Takes back a report that was taken down (undo of a call just logged). The absence goes with its last report. */
export const withdrawReport = defineCommand('absences.withdrawReport', {
  args: z.strictObject({ reportId: idSchema, studentId: idSchema }),
  result: z.object({ absenceWithdrawn: z.boolean() }),
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: async (context, args) => {
    const report = await findReport(context.db, args.reportId);
    if (report?.studentId !== args.studentId) return refused('reportUnknown');
    if (report.state === 'withdrawn') {
      const absence = report.absenceId ? await findAbsence(context.db, report.absenceId) : undefined;
      return accepted([], { absenceWithdrawn: absence?.withdrawn === 1 });
    }
    const event = { kind: 'reportWithdrawn', lastKind: 'withdrawn', id: context.id(1) } as const;
    const parted = await partReport(context, report, event);
    if (!parted) return refused('workedOnSince');
    return accepted([put('absenceReport', { ...report, state: 'withdrawn' }), ...parted.changes], {
      absenceWithdrawn: parted.withdrawn,
    });
  },
});
