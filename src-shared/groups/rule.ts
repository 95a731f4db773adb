import { z } from 'zod';

/**
 * A group by rule: all children for whom every condition that is named holds ("all of year 3 with all-day
 * care"). Nobody is entered by hand; whoever fits is in, from the day it is so.
 */
export const groupRuleSchema = z
  .strictObject({
    gradeLevels: z.array(z.number().int().min(1).max(13)).min(1).optional(),
    classIds: z.array(z.uuid()).min(1).optional(),
    allDayCare: z.literal(true).optional(),
    lunch: z.literal(true).optional(),
  })
  .refine((rule) => Object.keys(rule).length > 0, 'a rule names at least one condition');
export type GroupRule = z.output<typeof groupRuleSchema>;

/** What a rule looks at in a child; `classId` null: between two classes. */
export interface RuledStudent {
  readonly classId: string | null;
  readonly gradeLevel: number | null;
  readonly allDayCare: boolean;
  readonly lunch: boolean;
}

/** Whether a child belongs to the group that the rule makes. */
export function fitsRule(rule: GroupRule, student: RuledStudent): boolean {
  const { gradeLevels, classIds } = rule;
  if (gradeLevels && (student.gradeLevel === null || !gradeLevels.includes(student.gradeLevel))) return false;
  if (classIds && (student.classId === null || !classIds.includes(student.classId))) return false;
  if (rule.allDayCare && !student.allDayCare) return false;
  return !rule.lunch || student.lunch;
}

/** The rule as a row keeps it (JSON); null where there is none or nobody can read it: then nobody is in by rule. */
export function readRule(text: string | null): GroupRule | null {
  if (text === null) return null;
  try {
    const parsed = groupRuleSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
