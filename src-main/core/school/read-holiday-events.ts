import { addDays, type Day, isDay } from '../../../src-shared/values/day.ts';
import {
  type CalendarProblem,
  periodOf,
  type ReadCalendar,
  type ReadPeriod,
  sorted,
} from './holiday-period.ts';

interface Property {
  readonly line: number;
  readonly name: string;
  readonly value: string;
}

/** Reads the events of an iCalendar file (RFC 5545); lines that go on with a blank are put together again. */
export function readHolidayEvents(lines: readonly string[]): ReadCalendar {
  const read: (ReadPeriod | CalendarProblem)[] = [];
  let event: Property[] | null = null;
  for (const property of properties(lines)) {
    if (property.name === 'BEGIN' && property.value.toUpperCase() === 'VEVENT') event = [];
    else if (property.name === 'END' && property.value.toUpperCase() === 'VEVENT') {
      if (event) read.push(eventOf(property.line, event));
      event = null;
    } else event?.push(property);
  }
  return sorted(read);
}

function eventOf(line: number, event: readonly Property[]): ReadPeriod | CalendarProblem {
  const of = (name: string) => event.find((property) => property.name === name);
  const start = of('DTSTART');
  const end = of('DTEND');
  const summary = unescaped(of('SUMMARY')?.value ?? '');
  const fromDay = dayOf(start?.value);
  return periodOf(start?.line ?? line, `${summary} ${start?.value ?? ''} ${end?.value ?? ''}`, {
    name: summary,
    fromDay,
    untilDay: end ? lastDay(end.value, fromDay) : fromDay,
  });
}

/** The end of whole days is the first day after them (RFC 5545 § 3.6.1); an end during a day belongs to it. */
function lastDay(value: string, fromDay: Day | null): Day | null {
  const day = dayOf(value);
  if (day === null || fromDay === null) return null;
  const isDuringDay = /T(?!000000)\d{6}/.test(value);
  // Some calendars give a single day the same start and end.
  return isDuringDay || day === fromDay ? day : addDays(day, -1);
}

function dayOf(value: string | undefined): Day | null {
  const match = /^(\d{4})(\d{2})(\d{2})(T\d{6}Z?)?$/.exec(value?.trim() ?? '');
  if (!match) return null;
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  return isDay(day) ? day : null;
}

function properties(lines: readonly string[]): Property[] {
  const found: { line: number; text: string }[] = [];
  for (const [index, text] of lines.entries()) {
    const last = found.at(-1);
    if (/^[ \t]/.test(text) && last) last.text += text.slice(1);
    else found.push({ line: index + 1, text });
  }
  return found.flatMap(({ line, text }) => {
    const match = /^([A-Za-z-]+)(?:;[^:]*)?:(.*)$/.exec(text);
    return match ? [{ line, name: (match[1] ?? '').toUpperCase(), value: (match[2] ?? '').trim() }] : [];
  });
}

function unescaped(text: string): string {
  return text.replace(/\\([\\;,nN])/g, (_, escaped: string) => (/n/i.test(escaped) ? ' ' : escaped)).trim();
}
