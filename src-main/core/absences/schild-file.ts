import type { MissedLessons } from '../../../src-shared/absences/missed-lessons.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { schoolSectionOf, schoolYearOf } from '../../../src-shared/values/school-year.ts';
import { toWindows1252 } from '../export/windows-1252.ts';

/** The child as SchILD knows it: it has no key there. */
export interface SchildChild {
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: Day | null;
  readonly className: string | null;
  /** Another child has its name and birth date: SchILD then wants the class behind the name. */
  readonly hasTwin: boolean;
}

export interface SchildLine {
  readonly child: SchildChild;
  readonly missed: MissedLessons;
}

const SEPARATOR = '|';
const LINE_END = '\r\n';
const headings = [
  ...['Nachname', 'Vorname', 'Geburtsdatum', 'Klasse', 'Jahr', 'Abschnitt', 'Datum', 'Fach'],
  ...['von_Std.', 'bis_Std.', 'Fehlstd.', 'Entschuldigt', 'Lehrkraft'],
];

/**
 * `SchuelerFehlstunden.dat` of SchILD-NRW. Says when a child was away and whether excused, never why. Source:
 * wiki.svws.nrw.de, Schnittstellenbeschreibung.
 */
export function schildFile(lines: readonly SchildLine[]): Buffer {
  const rows = [headings, ...lines.map(cellsOf)];
  return toWindows1252(rows.map((cells) => cells.map(plain).join(SEPARATOR) + LINE_END).join(''));
}

function cellsOf({ child, missed }: SchildLine): string[] {
  const { familyName, givenName, birthDate, className, hasTwin } = child;
  const { day, from, until, excused } = missed;
  return [
    hasTwin && className !== null ? `${familyName}#${className}` : familyName,
    ...[givenName, birthDate === null ? '' : germanDay(birthDate), className ?? ''],
    ...[schoolYearOf(day).fromDay.slice(0, 4), String(schoolSectionOf(day).number), germanDay(day), ''],
    ...[String(from), String(until), String(until - from + 1), excused ? 'J' : 'N', ''],
  ];
}

/** Nothing in a cell may end it or its line. */
function plain(text: string): string {
  return text.replace(/[|\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

function germanDay(day: Day): string {
  return day.split('-').reverse().join('.');
}
