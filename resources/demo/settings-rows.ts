import { demoTimeZone } from '../../src-shared/values/demo-clock.ts';
import { schoolYearStart } from './calendar.ts';
import type { SchoolDraft } from './school-draft.ts';
import { msAt } from './school-time.ts';

const lessonTimes = [
  { from: '08:00', until: '08:45' },
  { from: '08:50', until: '09:35' },
  { from: '09:55', until: '10:40' },
  { from: '10:45', until: '11:30' },
  { from: '11:45', until: '12:30' },
  { from: '12:35', until: '13:20' },
];

/** Puts the school's times and limits and the days without lessons into the draft's rows. */
export function putSettings(draft: SchoolDraft): void {
  const settings: Readonly<Record<string, string>> = {
    schoolName: draft.plan.name,
    timeZone: demoTimeZone,
    stateCode: 'DE-NI',
    lessonsStart: '08:00',
    lessonTimes: JSON.stringify(lessonTimes),
    reportCutoff: '08:00',
    rollCallLimit: '08:20',
    certificateFromDay: '4',
    writtenExcuseWithinDays: '3',
    leaveLimitDays: '2',
    idleLockMinutes: '15',
  };
  for (const [id, value] of Object.entries(settings)) draft.rows.schoolSetting.push({ id, value });
  const made = msAt(schoolYearStart(draft.schoolYear), 420);
  for (const [index, { kind, name, fromDay, untilDay }] of draft.calendar.periods.entries()) {
    draft.rows.freePeriod.push({ id: draft.idAt(made + index), kind, name, fromDay, untilDay });
  }
}
