import { isDay } from '../../src-shared/values/day.ts';

/** What is typed about a child; text fields as they stand, days as days. */
export interface StudentForm {
  readonly givenName: string;
  readonly familyName: string;
  /** `TT.MM.JJJJ`, or empty when nobody knows it. */
  readonly birthDate: string;
  readonly allDayCare: boolean;
  readonly lunch: boolean;
  /** `HH:MM`, or empty. */
  readonly earlyPickupAt: string;
}

export const emptyForm: StudentForm = {
  givenName: '',
  familyName: '',
  birthDate: '',
  allDayCare: false,
  lunch: false,
  earlyPickupAt: '',
};

interface Known {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string | null;
  readonly allDayCare: boolean;
  readonly lunch: boolean;
  readonly earlyPickupAt: string | null;
}

/** A child's data as the form shows them. */
export function formOf(known: Known): StudentForm {
  const { givenName, familyName, birthDate, allDayCare, lunch, earlyPickupAt } = known;
  return {
    ...{ givenName, familyName, allDayCare, lunch },
    birthDate: birthDate === null ? '' : birthDate.split('-').reverse().join('.'),
    earlyPickupAt: earlyPickupAt ?? '',
  };
}

/** A birthday as it is typed: `5.3.2018`, `05.03.18`; undefined when it is no day of a child's life. */
export function birthDateOf(text: string): string | null | undefined {
  if (text.trim() === '') return null;
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})$/.exec(text.trim()) ?? [];
  const full = year.length === 2 ? `20${year}` : year;
  const written = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) && written > '1990-01-01' ? written : undefined;
}

/** A time as it is typed: `11:45`, `11.45`, `1145`; undefined when it is none. */
export function timeOf(text: string): string | null | undefined {
  if (text.trim() === '') return null;
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:.]?(\d{2})$/.exec(text.trim()) ?? [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

/** The form as the commands take it; undefined while something is missing or wrong. */
export function fieldsOf(form: StudentForm) {
  const birthDate = birthDateOf(form.birthDate);
  const earlyPickupAt = timeOf(form.earlyPickupAt);
  const [givenName, familyName] = [form.givenName.trim(), form.familyName.trim()];
  if (birthDate === undefined || earlyPickupAt === undefined || !givenName || !familyName) return undefined;
  const flag = (value: boolean): 0 | 1 => (value ? 1 : 0);
  return {
    ...{ givenName, familyName, birthDate, earlyPickupAt },
    allDayCare: flag(form.allDayCare),
    lunch: flag(form.lunch),
  };
}
