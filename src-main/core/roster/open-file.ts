import { rosterProblem } from '../../../src-shared/roster/problems.ts';
import type { Stepwise, Tally } from '../../../src-shared/values/stepwise.ts';
import { readAsvSteps } from './asv/read-asv.ts';
import { readWorkbook, type Sheet } from './containers/read-workbook.ts';
import { readZip } from './containers/read-zip.ts';
import { oneRosterParts, readOneRosterSteps } from './one-roster/read-one-roster.ts';
import {
  isList,
  type ReadFileOptions,
  type ReadRosterFile,
  readCellSteps,
  readTextSteps,
  refused,
  sampleCells,
  sampleText,
} from './read-file.ts';
import { recogniseFile } from './recognise-file.ts';

/** One list to read: a whole file, a sheet of a workbook, a file in a zip. */
export interface RosterList {
  /** As the office is told: the file, and the list in it if there are several. */
  readonly file: string;
  readonly read: (options: Omit<ReadFileOptions, 'file'>, tally: Tally) => Stepwise<ReadRosterFile>;
  /** Its first rows, for somebody who names the columns; none where there is nothing to name. */
  readonly sample: (options: Omit<ReadFileOptions, 'file'>) => string[][];
}

/** Parts of a zip that may be lists. */
const listPart = /\.(csv|txt|tsv|dat|xlsx|xml)$/i;
/** What a Mac puts into each zip. */
const clutter = /(^|\/)(__MACOSX\/|\.)/;

/**
 * Opens a file of any kind and gives the lists in it. A file that can't be opened gives one list, whose reading says
 * why. Nothing of a zip is written to disk.
 */
export async function openRosterFile(bytes: Uint8Array, file: string): Promise<RosterList[]> {
  const kind = recogniseFile(bytes);
  if (kind === 'workbook') return openWorkbook(bytes, file);
  if (kind === 'zip') return openZip(bytes, file);
  if (kind === 'asv') return [asvList(bytes, file)];
  return [textList(bytes, file)];
}

function textList(bytes: Uint8Array, file: string): RosterList {
  return {
    file,
    read: (options, tally) => readTextSteps(bytes, { ...options, file }, tally),
    sample: (options) => sampleText(bytes, { ...options, file }),
  };
}

function asvList(bytes: Uint8Array, file: string): RosterList {
  return {
    file,
    read: (options, tally) => readAsvSteps(bytes, { ...options, file }, tally),
    sample: () => [],
  };
}

function unreadable(code: Parameters<typeof refused>[0], bytes: Uint8Array, file: string): RosterList {
  return {
    file,
    // biome-ignore lint/correctness/useYield: there is nothing to do on the way
    *read() {
      return refused(code, bytes, file);
    },
    sample: () => [],
  };
}

async function openWorkbook(bytes: Uint8Array, file: string): Promise<RosterList[]> {
  const workbook = await readWorkbook(bytes);
  if (workbook.kind === 'refused') return [unreadable(workbook.code, bytes, file)];
  const filled = workbook.sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== '')));
  const lists = filled.filter(({ rows }) => isList(rows));
  const chosen = lists.length > 0 ? lists : filled;
  if (chosen.length === 0) return [unreadable('workbookEmpty', bytes, file)];
  const odd = filled.filter((sheet) => !chosen.includes(sheet)).map(({ name }) => name);
  return chosen.map(({ name, rows }, index) => {
    const own = filled.length > 1 ? `${file} · ${name}` : file;
    const passedOver = index === 0 ? odd : [];
    return {
      file: own,
      read: (options, tally) => readSheet(rows, passedOver, { ...options, file: own }, tally),
      sample: () => sampleCells(rows),
    };
  });
}

/** Notes and pivot tables beside a list are passed over, and named. */
function* readSheet(
  rows: Sheet['rows'],
  passedOver: readonly string[],
  options: ReadFileOptions,
  tally: Tally,
): Stepwise<ReadRosterFile> {
  const read = yield* readCellSteps(rows, options, tally);
  if (read.kind === 'refused' || passedOver.length === 0) return read;
  const params = { count: passedOver.length, parts: passedOver.join(', ') };
  const note = rosterProblem('partsPassedOver', options.file, { params });
  return { kind: 'read', roster: { ...read.roster, notes: [...read.roster.notes, note] } };
}

/** A zip in a zip is not opened: nobody packs lists like that, and it could go on for ever. */
async function openPart(part: Uint8Array, file: string): Promise<RosterList[]> {
  const kind = recogniseFile(part);
  if (kind === 'workbook') return openWorkbook(part, file);
  return [kind === 'asv' ? asvList(part, file) : textList(part, file)];
}

async function openZip(bytes: Uint8Array, file: string): Promise<RosterList[]> {
  const zip = await readZip(bytes, (path) => listPart.test(path) && !clutter.test(path));
  if (zip.kind === 'refused') return [unreadable(zip.code, bytes, file)];
  const oneRoster = oneRosterParts(zip.parts);
  if (oneRoster)
    return [
      {
        file,
        read: (options, tally) => readOneRosterSteps(oneRoster, { ...options, file }, tally),
        sample: () => [],
      },
    ];
  const lists: RosterList[] = [];
  for (const [path, part] of zip.parts) {
    const own = `${file} · ${path}`;
    lists.push(...(await openPart(part, own)));
  }
  return lists.length === 0 ? [unreadable('zipWithoutLists', bytes, file)] : lists;
}
