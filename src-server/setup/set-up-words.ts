import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { staffRoles } from '../../src-shared/rights/roles.ts';

const texts = [
  'title',
  'intro',
  'token',
  'school',
  'schoolName',
  'stateCode',
  'times',
  'lessonsStart',
  'reportCutoff',
  'rollCallLimit',
  'timeHint',
  'administrator',
  'administratorHint',
  'givenName',
  'familyName',
  'shortName',
  'userName',
  'password',
  'passwordHint',
  'calendar',
  'calendarHint',
  'calendarExample',
  'staff',
  'staffHint',
  'staffExample',
  'submit',
  'problems',
  'refused',
  'doneTitle',
  'done',
  'closedTitle',
  'closed',
  'line',
] as const;

const problems = [
  'required',
  'shortName',
  'userName',
  'password',
  'time',
  'day',
  'role',
  'columns',
  'sameUserName',
  'schoolTaken',
] as const;
export type SetUpProblem = (typeof problems)[number];

const wordsSchema = z.record(z.enum(texts), z.string()).and(
  z.object({
    /** What a person writes in the staff list → the role. */
    roles: z.record(z.string(), z.enum(staffRoles)),
    states: z.record(z.string(), z.string()),
    problem: z.record(z.enum(problems), z.string()),
  }),
);

/** The wording of the set-up page. */
export type SetUpWords = z.output<typeof wordsSchema>;
export type SetUpLanguage = 'de' | 'en';

const read = (language: SetUpLanguage): SetUpWords => {
  const file = new URL(`../../resources/locales/${language}/server/set-up.json`, import.meta.url);
  return wordsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
};

const known = new Map<SetUpLanguage, SetUpWords>();

/** The words of a language, read once. */
export function setUpWords(language: SetUpLanguage): SetUpWords {
  const found = known.get(language) ?? read(language);
  known.set(language, found);
  return found;
}

/** German, unless the browser asks for English before it. */
export function languageOf(acceptLanguage: string | undefined): SetUpLanguage {
  const wanted = (acceptLanguage ?? '').toLowerCase().split(',');
  const first = wanted.map((part) => part.trim().slice(0, 2)).find((part) => part === 'de' || part === 'en');
  return first === 'en' ? 'en' : 'de';
}
