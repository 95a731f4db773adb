import { z } from 'zod';
import type { DomainReader } from '../tables/registry.ts';
import { inTimeZone, timeOfDaySchema } from '../values/day.ts';
import type { FreePeriod } from '../values/school-calendar.ts';

export const lessonSchema = z.object({ from: timeOfDaySchema, until: timeOfDaySchema });

/** Limits counted in days, or minutes; the bounds keep a slip of the finger from switching a rule off. */
export const limitSchemas = {
  /** From this school day of an illness on a certificate is asked for; usually the fourth. */
  certificateFromDay: z.number().int().min(1).max(30),
  writtenExcuseWithinDays: z.number().int().min(1).max(30),
  /** School days of leave a class teacher may grant; beyond it, and next to holidays, the head decides. */
  leaveLimitDays: z.number().int().min(0).max(10),
  /** Minutes after which a desk nobody uses locks itself: office PCs stand at the counter. */
  idleLockMinutes: z.number().int().min(5).max(60),
};

/** The school's times and limits with the values a new school starts with. */
const settingSchemas = {
  schoolName: z.string().default('Schule'),
  timeZone: z.string().refine(isTimeZone).default('Europe/Berlin'),
  stateCode: z.string().default('DE-NI'),
  /** Start of the first lesson; the clock of an unexplained absence runs from here. */
  lessonsStart: timeOfDaySchema.default('08:00'),
  lessonTimes: z.array(lessonSchema).default([]),
  /** Until when guardians are asked to report. */
  reportCutoff: timeOfDaySchema.default('08:00'),
  /** A class that has not reported by then is an open case of its own. */
  rollCallLimit: timeOfDaySchema.default('08:20'),
  certificateFromDay: limitSchemas.certificateFromDay.default(4),
  writtenExcuseWithinDays: limitSchemas.writtenExcuseWithinDays.default(3),
  leaveLimitDays: limitSchemas.leaveLimitDays.default(2),
  idleLockMinutes: limitSchemas.idleLockMinutes.default(15),
  /** How long an import can be taken back; so long the school keeps how children and guardians were before it. */
  importUndoDays: z.number().int().min(0).max(366).default(30),
} as const;

export type SettingName = keyof typeof settingSchemas;
export type SchoolSettings = { [K in SettingName]: z.output<(typeof settingSchemas)[K]> };

/** Reads all settings; an absent or unreadable value is the default, never an error. */
export async function readSettings(db: DomainReader): Promise<SchoolSettings> {
  const rows = await db.selectFrom('schoolSetting').select(['id', 'value']).execute();
  return settingsFrom(rows);
}

/** Settings from stored rows (`value` is plain text, a number, or JSON). */
export function settingsFrom(rows: readonly { id: string; value: string }[]): SchoolSettings {
  const stored = new Map(rows.map((row) => [row.id, row.value]));
  const read = <K extends SettingName>(name: K): SchoolSettings[K] => {
    const schema: z.ZodType = settingSchemas[name];
    const text = stored.get(name);
    for (const candidate of [text, parsed(text), undefined]) {
      const result = schema.safeParse(candidate);
      // The schema of this very name has just accepted the value.
      if (result.success) return result.data as SchoolSettings[K];
    }
    throw new Error(`setting ${name} has no default`);
  };
  return {
    schoolName: read('schoolName'),
    timeZone: read('timeZone'),
    stateCode: read('stateCode'),
    lessonsStart: read('lessonsStart'),
    lessonTimes: read('lessonTimes'),
    reportCutoff: read('reportCutoff'),
    rollCallLimit: read('rollCallLimit'),
    certificateFromDay: read('certificateFromDay'),
    writtenExcuseWithinDays: read('writtenExcuseWithinDays'),
    leaveLimitDays: read('leaveLimitDays'),
    idleLockMinutes: read('idleLockMinutes'),
    importUndoDays: read('importUndoDays'),
  };
}

/** All days without lessons. */
export async function readFreePeriods(db: DomainReader): Promise<FreePeriod[]> {
  return db
    .selectFrom('freePeriod')
    .select(['kind', 'name', 'fromDay', 'untilDay'])
    .orderBy('fromDay')
    .execute();
}

function isTimeZone(name: string): boolean {
  try {
    return inTimeZone(0, name).day !== '';
  } catch {
    return false;
  }
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
