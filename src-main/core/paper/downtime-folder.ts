import { createHash } from 'node:crypto';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DowntimeSheet, EvacuationList } from '../../../src-shared/paper/daily-sheets.ts';
import { loadPaperWords, type PaperLanguage, paperLanguages } from './paper-words.ts';
import type { PaperRenderer } from './render.ts';
import { type FileFailure, fileFailure, replaceFile } from './replace-file.ts';

/** What a person finds in the folder when the app does not start. */
export interface DowntimeSheets {
  readonly downtimeSheet: DowntimeSheet;
  readonly evacuationList: EvacuationList;
  /** Instant, ISO 8601 UTC. */
  readonly createdAt: string;
}

export type DowntimeOutcome =
  | { readonly kind: 'written'; readonly files: readonly string[] }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'cleared' }
  /** Newer sheets came before it was this one's turn. */
  | { readonly kind: 'superseded' }
  /** The earlier files stay as they were. `file` is a file name; it names nobody. */
  | { readonly kind: 'failed'; readonly reason: FileFailure | 'notPrinted'; readonly file: string };

export interface DowntimeFolder {
  /** Brings the folder up to date. Calls wait for one another; only the newest of those waiting is made. */
  write(sheets: DowntimeSheets): Promise<DowntimeOutcome>;
  /** Takes the sheets away: when the device is given back, or the last person of the office signs off it. */
  clear(): Promise<DowntimeOutcome>;
}

const names = ['downtimeSheet', 'evacuationList'] as const;
type Name = (typeof names)[number];
type Failed = Extract<DowntimeOutcome, { kind: 'failed' }>;

export interface DowntimePlace {
  /** Made when missing, but not the folder it stands in: a drive that is gone stays an error. */
  readonly folder: string;
  readonly renderer: PaperRenderer;
  readonly resourcesFolder: string;
  readonly language?: PaperLanguage;
}

/** What was last written, to be recognised when it comes again. */
type Known = Map<Name, { readonly hash: string; readonly size: number }>;

/** Keeps today's downtime sheet and evacuation list as PDFs in a plain folder. */
export function createDowntimeFolder(place: DowntimePlace): DowntimeFolder {
  const known: Known = new Map();
  let newest = 0;
  let line: Promise<unknown> = Promise.resolve();

  function inLine(work: () => Promise<DowntimeOutcome>): Promise<DowntimeOutcome> {
    const result = line.then(work);
    line = result.catch(() => undefined);
    return result;
  }

  return {
    write(sheets) {
      newest += 1;
      const turn = newest;
      return inLine(async () => (turn === newest ? writeAll(place, known, sheets) : { kind: 'superseded' }));
    },
    clear() {
      newest += 1;
      known.clear();
      return inLine(() => clearAll(place));
    },
  };
}

/** Both sheets; the second is tried even when the first fails. */
async function writeAll(
  place: DowntimePlace,
  known: Known,
  sheets: DowntimeSheets,
): Promise<DowntimeOutcome> {
  const files: string[] = [];
  let failed: Failed | undefined;
  for (const name of names) {
    const file = await fileName(place, name, place.language ?? 'de');
    const outcome = await writeOne(place, known, { name, file, sheets });
    if (outcome === 'written') files.push(file);
    else if (outcome !== 'unchanged') failed ??= { kind: 'failed', reason: outcome, file };
  }
  return failed ?? (files.length > 0 ? { kind: 'written', files } : { kind: 'unchanged' });
}

async function writeOne(
  place: DowntimePlace,
  known: Known,
  { name, file, sheets }: { name: Name; file: string; sheets: DowntimeSheets },
): Promise<'written' | 'unchanged' | Failed['reason']> {
  const path = join(place.folder, file);
  const hash = contentHash(sheets[name]);
  const before = known.get(name);
  if (before?.hash === hash && (await sizeOf(path)) === before.size) return 'unchanged';
  const options = { createdAt: sheets.createdAt, language: place.language };
  const pdf = await place.renderer.render(name, sheets[name], options).catch(() => undefined);
  if (!pdf) return 'notPrinted';
  try {
    await makeFolder(place.folder);
    await replaceFile(path, pdf);
    await removeOthers(place, name, file);
  } catch (error) {
    return fileFailure(error);
  }
  known.set(name, { hash, size: pdf.byteLength });
  return 'written';
}

async function clearAll(place: DowntimePlace): Promise<DowntimeOutcome> {
  for (const name of names) {
    try {
      await removeOthers(place, name, undefined);
    } catch (error) {
      const file = await fileName(place, name, place.language ?? 'de');
      return { kind: 'failed', reason: fileFailure(error), file };
    }
  }
  return { kind: 'cleared' };
}

/** The same sheet under its name in another language would be yesterday's before long. */
async function removeOthers(place: DowntimePlace, name: Name, kept: string | undefined): Promise<void> {
  for (const language of paperLanguages) {
    const file = await fileName(place, name, language);
    if (file !== kept) await rm(join(place.folder, file), { force: true });
  }
}

async function fileName(place: DowntimePlace, name: Name, language: PaperLanguage): Promise<string> {
  return (await loadPaperWords(place.resourcesFolder, language)).say(`fileName.${name}`);
}

/** Everything but the time of printing, which alone is no reason to print again. */
function contentHash(sheet: DowntimeSheet | EvacuationList): string {
  return createHash('sha256')
    .update(JSON.stringify({ ...sheet, printedAt: null }))
    .digest('hex');
}

async function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    (found) => found.size,
    () => undefined,
  );
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (!exists) throw error;
  }
}
