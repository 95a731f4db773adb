import { z } from 'zod';
import { accepted, defineCommand, put, refused } from '../contract/command.ts';
import { timeOfDaySchema } from '../values/day.ts';
import { lessonSchema, limitSchemas } from './settings.ts';

const subjects = () => [{ root: 'school' as const, id: '-' }];
const done = z.object({});

/** No primary school has more; the day's plan of a child counts lessons up to twelve. */
const MOST_LESSONS = 12;

/** The school's times: when lessons are, until when guardians report, until when classes do. */
export const decideTimes = defineCommand('settings.decideTimes', {
  args: z.strictObject({
    lessonsStart: timeOfDaySchema,
    lessonTimes: z.array(lessonSchema).max(MOST_LESSONS),
    reportCutoff: timeOfDaySchema,
    rollCallLimit: timeOfDaySchema,
  }),
  result: done,
  subjects,
  rule: async (_context, { lessonTimes, ...times }) => {
    if (!inOrder(lessonTimes)) return refused('lessonsOverlap');
    // A class can't be late before it has begun: it would be an open case each morning.
    if (times.rollCallLimit < times.lessonsStart) return refused('limitBeforeLessons');
    return accepted(settingRows({ ...times, lessonTimes: JSON.stringify(lessonTimes) }), {});
  },
});

/** The school's limits: leave a class teacher may grant, when papers are due. */
export const decideLimits = defineCommand('settings.decideLimits', {
  args: z.strictObject(limitSchemas),
  result: done,
  subjects,
  rule: async (_context, limits) => accepted(settingRows(limits), {}),
});

function settingRows(values: Readonly<Record<string, string | number>>) {
  return Object.entries(values).map(([id, value]) => put('schoolSetting', { id, value: String(value) }));
}

/** Each lesson ends after it begins and before the next one begins. */
function inOrder(lessons: readonly { readonly from: string; readonly until: string }[]): boolean {
  const ends = ['00:00', ...lessons.map(({ until }) => until)];
  return lessons.every(({ from, until }, index) => (ends[index] ?? '') <= from && from < until);
}
