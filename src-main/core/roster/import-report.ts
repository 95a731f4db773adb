import { listedName } from '../../../src-shared/roster/listed-name.ts';
import { type FieldChange, isNothingToDo, type RosterPreview } from '../../../src-shared/roster/preview.ts';
import type { RosterProblem } from '../../../src-shared/roster/problems.ts';
import type { ParsedRoster } from '../../../src-shared/roster/types.ts';
import { problemText, type RosterTexts, separatorText } from './roster-texts.ts';

/** Lines shown of one list; a first import of a whole school would otherwise scroll the rest away. */
const MOST_LINES = 40;

/** What was read from the files, without a school to compare with. */
export function describeFiles(files: readonly ParsedRoster[], texts: RosterTexts): string[] {
  return files.flatMap((roster) => [
    sourceLine({ ...roster, students: roster.students.length, guardians: roster.guardians.length }, texts),
    `  ${texts('report.readCounts', { students: roster.students.length, guardians: roster.guardians.length })}`,
    ...problemList('unreadable', roster.unreadable, texts),
    ...problemList('notes', roster.notes, texts),
  ]);
}

/** The preview as lines of text: what would be added, changed and moved, what is open, what wasn't read. */
export function describePreview(preview: RosterPreview, texts: RosterTexts): string[] {
  const nothing = isNothingToDo(preview) ? ['', texts('report.nothingToDo')] : [];
  return [
    ...preview.sources.map((source) => sourceLine(source, texts)),
    ...nothing,
    ...studentLists(preview, texts),
    ...guardianLists(preview, texts),
    ...problemList('unreadable', preview.unreadable, texts),
    ...problemList('notes', preview.notes, texts),
    '',
    texts('report.unchanged', preview.unchanged),
  ];
}

function sourceLine(source: RosterPreview['sources'][number], texts: RosterTexts): string {
  const { encoding, separator, file } = source;
  const format = texts(`format.${source.format}`);
  const rows = source.students + source.guardians;
  if (encoding === null || separator === null) return texts('report.workbook', { file, format, rows });
  return texts('report.source', {
    file,
    format,
    encoding: texts(`encoding.${encoding}`),
    separator: separatorText(texts, separator),
    rows,
  });
}

function studentLists(preview: RosterPreview, texts: RosterTexts): string[] {
  const className = (name: string | null) => name ?? texts('report.noClass');
  const child = (item: Person & { className: string | null }) =>
    `${listedName(item)}, ${className(item.className)}`;
  return [
    ...list(
      'newClasses',
      preview.newClasses.map(({ name }) => name),
      texts,
    ),
    ...list(
      'newStudents',
      preview.newStudents.map((row) => `${child(row)}${lineOf(row, texts)}`),
      texts,
    ),
    ...list(
      'changedStudents',
      preview.changedStudents.map((row) => `${child(row)}: ${changesOf(row.changes, texts)}`),
      texts,
    ),
    ...list(
      'movedStudents',
      preview.movedStudents.map((row) => `${listedName(row)}: ${className(row.before)} → ${row.after}`),
      texts,
    ),
    ...list(
      'returnedStudents',
      preview.returnedStudents.map(
        (row) => `${child(row)} (${texts('report.leftOn', { day: germanDay(row.leftOn) })})`,
      ),
      texts,
    ),
    ...list('leftStudents', preview.leftStudents.map(child), texts),
    ...list(
      'possibleStudents',
      preview.possibleStudents.map(
        (row) =>
          `${child(row)}${lineOf(row, texts)} ~ ${row.candidates.map((known) => `${child(known)}: ${texts(`reason.${known.reason}`)}`).join('; ')}`,
      ),
      texts,
    ),
  ];
}

function guardianLists(preview: RosterPreview, texts: RosterTexts): string[] {
  return [
    ...list(
      'newGuardians',
      preview.newGuardians.map((row) => `${listedName(row)}${lineOf(row, texts)}`),
      texts,
    ),
    ...list(
      'changedGuardians',
      preview.changedGuardians.map((row) => `${listedName(row)}: ${changesOf(row.changes, texts)}`),
      texts,
    ),
    ...list(
      'possibleGuardians',
      preview.possibleGuardians.map(
        (row) =>
          `${listedName(row)}${lineOf(row, texts)} ~ ${row.candidates.map((known) => `${listedName(known)}: ${texts(`reason.${known.reason}`)}`).join('; ')}`,
      ),
      texts,
    ),
    ...list(
      'newGuardianships',
      preview.newGuardianships.map((tie) => `${tie.studentName} – ${tie.guardianName}`),
      texts,
    ),
  ];
}

interface Person {
  readonly givenName: string;
  readonly familyName: string;
}

function lineOf({ line }: { line: number }, texts: RosterTexts): string {
  return ` (${texts('report.line', { line })})`;
}

function changesOf(changes: readonly FieldChange[], texts: RosterTexts): string {
  return changes
    .map(({ field, before, after, suggested }) => {
      const doubt = suggested ? '' : ` (${texts('report.notSuggested')})`;
      return `${texts(`field.${field}`)} ${shown(before) || texts('report.empty')} → ${shown(after)}${doubt}`;
    })
    .join('; ');
}

function shown(value: string | null): string {
  return value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) ? germanDay(value) : (value ?? '');
}

function germanDay(day: string): string {
  return day.split('-').reverse().join('.');
}

function problemList(
  heading: 'unreadable' | 'notes',
  problems: readonly RosterProblem[],
  texts: RosterTexts,
): string[] {
  return list(
    heading,
    problems.map((problem) => problemText(texts, problem)),
    texts,
  );
}

function list(heading: string, lines: readonly string[], texts: RosterTexts): string[] {
  if (lines.length === 0) return [];
  const more = lines.length - MOST_LINES;
  const shownLines = lines.slice(0, MOST_LINES).map((line) => `  ${line}`);
  return [
    '',
    texts(`report.${heading}`, { count: lines.length }),
    ...shownLines,
    ...(more > 0 ? [`  ${texts('report.more', { count: more })}`] : []),
  ];
}
