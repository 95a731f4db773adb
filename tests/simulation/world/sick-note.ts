import type { CommandArgs } from '../../../src-shared/contract/commands.ts';
import type { World } from './world.ts';

type SickNote = CommandArgs<'absences.record'>;

/** A whole day of today, as the phone desk sends it. */
export function sickNote(world: World, studentId: string, more: Partial<SickNote> = {}): SickNote {
  const { today } = world.server;
  return {
    absenceId: world.newId(),
    reportId: world.newId(),
    studentId,
    fromDay: today,
    untilDay: today,
    reason: 'illness',
    span: 'wholeDay',
    atTime: null,
    remark: null,
    channel: 'phone',
    guardianId: null,
    reporterName: 'Eltern',
    reporterRelation: 'mother',
    callbackNumber: null,
    fromLesson: null,
    untilLesson: null,
    excuseExpected: 'none',
    offAllDayCare: 0,
    offLunch: 0,
    notifiable: null,
    ...more,
  };
}
