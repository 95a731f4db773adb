import { z } from 'zod';

/** The whole file can't be taken; nothing of it is read. */
const fileProblemCodes = [
  'fileEmpty',
  'fileTooLarge',
  'fileIsOldExcel',
  'fileIsZip',
  'fileIsPdf',
  'zipDamaged',
  'zipLocked',
  'zipTooLarge',
  'zipWithoutLists',
  'workbookDamaged',
  'workbookTooLarge',
  'workbookEmpty',
  'fileIsXml',
  'xmlDamaged',
  'xmlWithoutChildren',
  'fileIsWord',
  'fileIsImage',
  'fileIsBinary',
  'headerMissing',
  'onlyHeader',
  'formatUnknown',
  'listOfClasses',
  'listOfTeachers',
  'columnsMissing',
] as const;

/** A line or a cell that isn't taken as it stands; the rest of the file goes in. */
const lineProblemCodes = [
  'quotesUnbalanced',
  'tooFewCells',
  'tooManyCells',
  'nameMissing',
  'lettersLost',
  'studentKeyMissing',
  'importKeyTwice',
  'twoClasses',
  'identicalRows',
  'dateNotUnderstood',
  'dateNotOnCalendar',
  'dateInFuture',
  'dateTooLongAgo',
  'phoneNotUnderstood',
  'phoneDestroyed',
  'emailInvalid',
  'postalCodeInvalid',
  'childUnknown',
  'childUndecided',
  'childNameUnknown',
  'childNameUndecided',
  'guardianAddressDiffers',
  'notEntitled',
  'phoneOwnerUnknown',
] as const;

/** Something was repaired, left out or looks odd; nothing has to be done. */
const noteCodes = [
  'mixedEncodings',
  'nulRemoved',
  'doubleEncodingRepaired',
  'phoneZeroAdded',
  'phoneZeroDoubtful',
  'phonesSplit',
  'postalCodeZeroAdded',
  'columnsIgnored',
  'headerTwice',
  'headerGuessed',
  'linesBeforeHeader',
  'duplicateRow',
  'groupIgnored',
  'lettersKept',
  'notAtSchool',
  'partsPassedOver',
  'othersPassedOver',
  'manyLeft',
] as const;

export const rosterProblemCodes = [...fileProblemCodes, ...lineProblemCodes, ...noteCodes] as const;
export type RosterProblemCode = (typeof rosterProblemCodes)[number];

/**
 * One thing to tell the office about a file. The sentence for each code stands in
 * `resources/locales/<language>/roster.json` under `problem`, and is given `file`, `line`, `column`, `value` and `params`.
 */
export const rosterProblemSchema = z.object({
  code: z.enum(rosterProblemCodes),
  /** The file's name as the office knows it. */
  file: z.string(),
  /** Line in the file, the first is 1; null when the file as a whole is meant. */
  line: z.number().int().positive().nullable(),
  /** The heading of the column, as written in the file. */
  column: z.string().nullable(),
  /** The cell as written in the file. */
  value: z.string().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type RosterProblem = z.output<typeof rosterProblemSchema>;

type Details = Partial<Omit<RosterProblem, 'code' | 'file'>>;

/** Longest piece of a cell that is shown back; a broken file can hold megabytes in one cell. */
const LONGEST_SHOWN = 120;

/** Makes a problem; what isn't given is null. */
export function rosterProblem(code: RosterProblemCode, file: string, details: Details = {}): RosterProblem {
  const { line = null, column = null, value = null, params = {} } = details;
  return { code, file, line, column, value: value === null ? null : shorten(value), params };
}

function shorten(value: string): string {
  return value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value;
}
