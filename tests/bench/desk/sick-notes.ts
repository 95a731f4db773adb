import { randomUUID } from 'node:crypto';
import type { OperationArgs } from '../../../src-shared/contract/staff-contract.ts';
import { addDays } from '../../../src-shared/values/day.ts';
import type { DeskWindow } from './desk-window.ts';

/** After today, so that no note of a benchmark meets an absence of the demo's morning. */
const FIRST_DAY = '2027-02-01';

/** All children of the school, class by class. */
export async function studentIds(desk: DeskWindow): Promise<string[]> {
  const { classes } = await desk.ask('today.office', {});
  const ids: string[] = [];
  for (const { classId } of classes) {
    const { lines } = await desk.ask('today.class', { classId });
    ids.push(...lines.map((line) => line.studentId));
  }
  return ids;
}

/** The n-th sick note: another child each time, and another day once all have had one. */
export function sickNote(students: readonly string[], n: number): OperationArgs<'absences.record'> {
  const studentId = students[n % students.length];
  if (!studentId) throw new Error('There is no child to be ill.');
  const day = addDays(FIRST_DAY, 2 * Math.floor(n / students.length));
  return {
    absenceId: randomUUID(),
    reportId: randomUUID(),
    studentId,
    fromDay: day,
    untilDay: day,
    reason: 'illness',
    span: 'wholeDay',
    atTime: null,
    fromLesson: null,
    untilLesson: null,
    remark: `Fieber seit gestern Abend (${n})`,
    channel: 'phone',
    guardianId: null,
    reporterName: 'Ayşe Yılmaz',
    reporterRelation: 'mother',
    callbackNumber: null,
    excuseExpected: 'written',
    offAllDayCare: 1,
    offLunch: 1,
    notifiable: null,
  };
}
