import { basename } from 'node:path';
import { compareRoster } from '../../../src-shared/roster/compare.ts';
import type { CurrentRoster } from '../../../src-shared/roster/current.ts';
import { planImport } from '../../../src-shared/roster/plan.ts';
import type { RosterPreview } from '../../../src-shared/roster/preview.ts';
import type { ImportStep } from '../../../src-shared/roster/steps.ts';
import type { ParsedRoster } from '../../../src-shared/roster/types.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import {
  encodingChoices,
  type ImportOptions,
  readImportOptions,
  separatorChoices,
} from './import-options.ts';
import { describeFiles, describePreview } from './import-report.ts';
import { readRosterFile } from './read-file.ts';
import { problemParams, type RosterTexts } from './roster-texts.ts';

/** A signed-in connection to the school; how it is made is not this command's business. */
export interface ImportConnection {
  readonly fetchCurrent: () => Promise<CurrentRoster>;
  /** Carries out the steps, all in order. @throws ImportFailure when the server refuses or can't be reached. */
  readonly submit: (steps: readonly ImportStep[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A failure that a person can do something about; `key` names the sentence in the locale file. */
export class ImportFailure extends Error {
  override name = 'ImportFailure';
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly exitCode: 1 | 3;
  constructor(key: string, params: ImportFailure['params'] = {}, exitCode: 1 | 3 = 1) {
    super(key);
    this.key = key;
    this.params = params;
    this.exitCode = exitCode;
  }
}

/** What the command needs of its surroundings. */
export interface ImportSurroundings {
  readonly texts: RosterTexts;
  readonly today: Day;
  readonly newId: () => string;
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** Asks at the terminal; null when there is none. */
  readonly askPassword: (prompt: string) => Promise<string | null>;
  /** @throws ImportFailure */
  readonly connect: (target: { server: string; user: string; password: string }) => Promise<ImportConnection>;
}

/**
 * The import command. Prints what was read and what would change; with `--apply` does what is suggested.
 * @returns the exit status: 0 fine, 1 failed, 2 wrong call, 3 file not readable.
 */
export async function runImport(argv: readonly string[], surroundings: ImportSurroundings): Promise<number> {
  const { texts, print, printError } = surroundings;
  const read = readImportOptions(argv);
  const choices = { encodings: encodingChoices.join(', '), separators: separatorChoices.join(', ') };
  if (read.kind === 'help') {
    print(texts('cli.help', choices));
    return 0;
  }
  if (read.kind === 'wrong') {
    printError(texts(`cli.${read.code}`, read.params));
    return 2;
  }
  try {
    await carryOut(read.options, surroundings);
    return 0;
  } catch (error) {
    if (!(error instanceof ImportFailure)) throw error;
    printError(texts(error.key, error.params));
    return error.exitCode;
  }
}

async function carryOut(options: ImportOptions, surroundings: ImportSurroundings): Promise<void> {
  const { texts, print } = surroundings;
  const files = await readFiles(options, surroundings);
  if (options.server === null || options.user === null) {
    if (options.json) print(JSON.stringify({ files, preview: null, applied: null }));
    else for (const line of [...describeFiles(files, texts), '', texts('report.onlyRead')]) print(line);
    return;
  }
  const password = await findPassword(options, surroundings);
  const connection = await surroundings.connect({ server: options.server, user: options.user, password });
  try {
    await compareAndApply(files, options, connection, surroundings);
  } finally {
    await connection.close();
  }
}

async function compareAndApply(
  files: readonly ParsedRoster[],
  options: ImportOptions,
  connection: ImportConnection,
  surroundings: ImportSurroundings,
): Promise<void> {
  const { texts, print } = surroundings;
  const preview = compareRoster(files, await connection.fetchCurrent());
  if (!options.json) for (const line of describePreview(preview, texts)) print(line);
  const steps = options.apply ? suggestedSteps(preview, surroundings) : null;
  if (steps && steps.length > 0) await connection.submit(steps);
  if (options.json) print(JSON.stringify({ preview, applied: steps && { steps: steps.length } }));
  else print(steps ? texts('report.applied', { count: steps.length }) : texts('report.onlyPreview'));
}

/** What is suggested, and nothing else: nobody leaves and no question is answered without a person looking. */
function suggestedSteps(preview: RosterPreview, { newId, today }: ImportSurroundings): ImportStep[] {
  return planImport(preview, { declined: [], accepted: [], samePerson: {}, leftOn: today }, newId);
}

async function readFiles(options: ImportOptions, surroundings: ImportSurroundings): Promise<ParsedRoster[]> {
  const { today } = surroundings;
  const files: ParsedRoster[] = [];
  for (const path of options.files) {
    const bytes = await open(path, surroundings);
    const { encoding, separator } = options;
    const read = readRosterFile(bytes, { file: basename(path), today, encoding, separator });
    if (read.kind === 'refused') {
      throw new ImportFailure(`problem.${read.problem.code}`, problemParams(read.problem), 3);
    }
    files.push(read.roster);
  }
  return files;
}

async function open(path: string, { readFile }: ImportSurroundings): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new ImportFailure(missing ? 'cli.fileNotFound' : 'cli.fileNotReadable', { path }, 3);
  }
}

async function findPassword(options: ImportOptions, surroundings: ImportSurroundings): Promise<string> {
  const { passwordFile: path, user } = options;
  if (path === null) {
    const asked = await surroundings.askPassword(surroundings.texts('cli.askPassword', { user: user ?? '' }));
    if (asked === null) throw new ImportFailure('cli.passwordMissing');
    return asked;
  }
  try {
    const [first = ''] = new TextDecoder().decode(await surroundings.readFile(path)).split(/\r?\n/);
    return first;
  } catch {
    throw new ImportFailure('cli.passwordFileNotReadable', { path });
  }
}
