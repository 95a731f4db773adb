import type { z } from 'zod';
import { asciiName } from '../../src-shared/values/ascii-name.ts';
import { type SetUp, setUpRequestSchema } from './set-up-request.ts';
import type { SetUpProblem, SetUpWords } from './set-up-words.ts';

/** The fields of the page, in its order. `staff` and `calendar` hold several lines. */
export const formFields = [
  'token',
  'schoolName',
  'stateCode',
  'lessonsStart',
  'reportCutoff',
  'rollCallLimit',
  'givenName',
  'familyName',
  'shortName',
  'userName',
  'password',
  'calendar',
  'staff',
] as const;
export type FormField = (typeof formFields)[number];

/** What was typed, by field; fields that were not sent are empty. */
export type FormValues = Readonly<Record<FormField, string>>;

/** What is wrong with a field; `line` counts from 1 in fields of several lines. */
export interface FormProblem {
  readonly field: FormField;
  readonly line: number | null;
  readonly problem: SetUpProblem;
}

export type ReadForm =
  | { readonly ok: true; readonly request: SetUp }
  | { readonly ok: false; readonly problems: readonly FormProblem[] };

/** The fields of an urlencoded body; anything else it holds is not looked at. */
export function formValues(body: URLSearchParams): FormValues {
  const entries = formFields.map((field) => [field, (body.get(field) ?? '').slice(0, 200_000)] as const);
  return Object.fromEntries(entries) as Record<FormField, string>; // made from the list of fields just above
}

/** Reads the page's form into the same request that programs send, or says what is wrong where. */
export function readForm(values: FormValues, words: SetUpWords): ReadForm {
  const staff = linesOf(values.staff);
  const calendar = linesOf(values.calendar);
  const problems: FormProblem[] = [
    ...staff.filter(({ cells }) => cells.length !== 6).map(({ line }) => columns('staff', line)),
    ...calendar.filter(({ cells }) => cells.length !== 3).map(({ line }) => columns('calendar', line)),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const read = setUpRequestSchema.safeParse(requestOf(values, words, staff, calendar));
  if (read.success) return { ok: true, request: read.data };
  const found = read.error.issues.map((issue) => problemOf(issue, staff, calendar));
  const distinct = new Map(
    found.map((problem) => [`${problem.field} ${problem.line} ${problem.problem}`, problem]),
  );
  return { ok: false, problems: [...distinct.values()] };
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

function linesOf(text: string): Line[] {
  return text
    .split(/\r?\n/)
    .map((line, index) => ({ line: index + 1, cells: line.split(';').map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

function columns(field: FormField, line: number): FormProblem {
  return { field, line, problem: 'columns' };
}

function requestOf(
  values: FormValues,
  words: SetUpWords,
  staff: readonly Line[],
  calendar: readonly Line[],
): z.input<typeof setUpRequestSchema> {
  const { token, stateCode, givenName, familyName, shortName, userName, password } = values;
  const times = {
    lessonsStart: values.lessonsStart,
    reportCutoff: values.reportCutoff,
    rollCallLimit: values.rollCallLimit,
  };
  return {
    token: token.trim(),
    school: { key: keyOf(values.schoolName), name: values.schoolName, stateCode },
    settings: Object.fromEntries(Object.entries(times).filter(([, time]) => time !== '')),
    administrator: { givenName, familyName, shortName, userName, password },
    calendar: calendar.map(({ cells: [name = '', from = '', until = ''] }) => ({
      name,
      fromDay: isoDay(from),
      untilDay: isoDay(until),
    })),
    staff: staff.map(({ cells: [given = '', family = '', short = '', role = '', user = '', word = ''] }) => ({
      givenName: given,
      familyName: family,
      shortName: short,
      // An unknown word stays itself and is refused by the schema, with its line.
      role: (words.roles[role.toLowerCase()] ?? role) as SetUp['staff'][number]['role'],
      userName: user,
      password: word,
    })),
  };
}

/** `Grundschule am Lindenbach` → `grundschule-am-lindenbach`: the school's short name for signing in. */
function keyOf(name: string): string {
  const plain = asciiName(name).slice(0, 40).replace(/-$/, '');
  return plain.length < 2 ? 'schule' : plain;
}

/** `9.1.2027` → `2027-01-09`; other texts stay themselves and are refused. */
function isoDay(text: string): string {
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  return match ? `${match[3]}-${match[2]?.padStart(2, '0')}-${match[1]?.padStart(2, '0')}` : text;
}

const wording: Readonly<Record<string, SetUpProblem>> = {
  shortName: 'shortName',
  userName: 'userName',
  password: 'password',
  role: 'role',
  fromDay: 'day',
  untilDay: 'day',
  lessonsStart: 'time',
  reportCutoff: 'time',
  rollCallLimit: 'time',
};

function problemOf(
  issue: { readonly path: readonly PropertyKey[] },
  staff: readonly Line[],
  calendar: readonly Line[],
): FormProblem {
  const [part, index] = issue.path;
  const last = String(issue.path.at(-1));
  const problem = wording[last] ?? 'required';
  if (part === 'staff' && typeof index !== 'number')
    return { field: 'staff', line: null, problem: 'sameUserName' };
  if (part === 'staff') return { field: 'staff', line: staff[Number(index)]?.line ?? null, problem };
  if (part === 'calendar') return { field: 'calendar', line: calendar[Number(index)]?.line ?? null, problem };
  if (part === 'school')
    return { field: last === 'stateCode' ? 'stateCode' : 'schoolName', line: null, problem };
  return { field: formFields.find((field) => field === last) ?? 'token', line: null, problem };
}
