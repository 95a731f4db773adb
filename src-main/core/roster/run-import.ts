import { basename } from 'node:path';
import { compareSteps } from '../../../src-shared/roster/compare.ts';
import type { CurrentRoster } from '../../../src-shared/roster/current.ts';
import { type ImportFile, importFiles } from '../../../src-shared/roster/import-files.ts';
import { planImport } from '../../../src-shared/roster/plan.ts';
import type { RosterPreview } from '../../../src-shared/roster/preview.ts';
import type { ImportStep } from '../../../src-shared/roster/steps.ts';
import type { ParsedRoster } from '../../../src-shared/roster/types.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { Tally } from '../../../src-shared/values/stepwise.ts';
import type { CarriedOut } from './carry-out.ts';
import {
  encodingChoices,
  type ImportOptions,
  readImportOptions,
  separatorChoices,
} from './import-options.ts';
import { describeFiles, describePreview } from './import-report.ts';
import { ImportWork, StoppedWork } from './import-work.ts';
import { openRosterFile } from './open-file.ts';
import { problemParams, type RosterTexts } from './roster-texts.ts';

/** What a shell reports for a program that was ended by Ctrl+C. */
const STOPPED = 130;

/** A signed-in connection to the school; how it is made is not this command's business. */
export interface ImportConnection {
  readonly fetchCurrent: () => Promise<CurrentRoster>;
  /**
   * Carries out the steps, part by part, each until the server has it; stopped, it ends between two parts.
   * @throws ImportFailure when the server refuses or can't be reached.
   */
  readonly submit: (
    steps: readonly ImportStep[],
    files: readonly ImportFile[],
    work: ImportWork,
  ) => Promise<CarriedOut>;
  readonly close: () => Promise<void>;
}

/** A failure that a person can do something about; `key` names the sentence in the locale file. */
export class ImportFailure extends Error {
  override name = 'ImportFailure';
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly exitCode: 1 | 3 | typeof STOPPED;
  constructor(key: string, params: ImportFailure['params'] = {}, exitCode: ImportFailure['exitCode'] = 1) {
    super(key);
    this.key = key;
    this.params = params;
    this.exitCode = exitCode;
  }
}

/** Where the import goes and who does it. */
export interface ImportTarget {
  readonly server: string;
  readonly user: string;
  readonly password: string;
  readonly school: string | null;
  readonly ca: string | null;
}

/** What the command needs of its surroundings. */
export interface ImportSurroundings {
  readonly texts: RosterTexts;
  readonly today: Day;
  readonly newId: () => string;
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
  /** Shows one line in place of the last one, if there is somebody to see it; null takes it away. */
  readonly showProgress: (line: string | null) => void;
  /** Calls `stop` when somebody wants to break off (Ctrl+C). @returns how to stop listening */
  readonly onInterrupt: (stop: () => void) => () => void;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** Asks at the terminal; null when there is none. */
  readonly askPassword: (prompt: string) => Promise<string | null>;
  /** @throws ImportFailure */
  readonly connect: (target: ImportTarget) => Promise<ImportConnection>;
}

/**
 * The import command. Prints what was read and what would change; with `--apply` does what is suggested.
 * @returns the exit status: 0 fine, 1 failed, 2 wrong call, 3 file not readable, 130 broken off by the person.
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
  const work = new ImportWork(() => showProgress(work, surroundings));
  const release = surroundings.onInterrupt(() => {
    work.isStopped = true;
  });
  try {
    return await carryOut(read.options, surroundings, work);
  } catch (error) {
    surroundings.showProgress(null);
    const failure = error instanceof StoppedWork ? new ImportFailure('cli.stopped', {}, STOPPED) : error;
    if (!(failure instanceof ImportFailure)) throw failure;
    printError(texts(failure.key, failure.params));
    return failure.exitCode;
  } finally {
    release();
  }
}

function showProgress({ progress }: ImportWork, { texts, showProgress: show }: ImportSurroundings): void {
  if (!progress) return;
  const { phase, done, total, file } = progress;
  show(texts(`cli.progress.${phase}`, { done, total, file: file ?? '' }));
}

async function carryOut(
  options: ImportOptions,
  surroundings: ImportSurroundings,
  work: ImportWork,
): Promise<number> {
  const { texts, print } = surroundings;
  const files = await readFiles(options, surroundings, work);
  surroundings.showProgress(null);
  if (options.server === null || options.user === null) {
    if (options.json) print(JSON.stringify({ files, preview: null, applied: null }));
    else for (const line of [...describeFiles(files, texts), '', texts('report.onlyRead')]) print(line);
    return 0;
  }
  const password = await findPassword(options, surroundings);
  surroundings.showProgress(texts('cli.progress.connecting'));
  const { server, user, school, ca } = options;
  const connection = await surroundings.connect({ server, user, school, ca, password });
  try {
    return await compareAndApply(files, options, connection, surroundings, work);
  } finally {
    await connection.close();
  }
}

async function compareAndApply(
  files: readonly ParsedRoster[],
  options: ImportOptions,
  connection: ImportConnection,
  surroundings: ImportSurroundings,
  work: ImportWork,
): Promise<number> {
  const { texts, print } = surroundings;
  const tally = new Tally();
  const current = await connection.fetchCurrent();
  const preview = await work.carryOut('comparing', compareSteps(files, current, tally), tally);
  surroundings.showProgress(null);
  if (!options.json) for (const line of describePreview(preview, texts)) print(line);
  const steps = options.apply ? suggestedSteps(preview, surroundings) : null;
  const done = steps && (await apply(steps, preview, connection, work));
  surroundings.showProgress(null);
  if (options.json) print(JSON.stringify({ preview, applied: done && { steps: done.stepsDone } }));
  else print(done ? texts('report.applied', { count: done.stepsDone }) : texts('report.onlyPreview'));
  if (!steps || !done || done.stepsDone === steps.length) return 0;
  surroundings.printError(texts('cli.stoppedHalfway', { done: done.stepsDone, total: steps.length }));
  return STOPPED;
}

async function apply(
  steps: readonly ImportStep[],
  preview: RosterPreview,
  connection: ImportConnection,
  work: ImportWork,
): Promise<CarriedOut> {
  if (work.isStopped) throw new StoppedWork('applying');
  if (steps.length === 0) return { parts: 0, partsDone: 0, stepsDone: 0 };
  return connection.submit(steps, importFiles(preview), work);
}

/** What is suggested, and nothing else: nobody leaves and no question is answered without a person looking. */
function suggestedSteps(preview: RosterPreview, { newId, today }: ImportSurroundings): ImportStep[] {
  return planImport(preview, { declined: [], accepted: [], samePerson: {}, leftOn: today }, newId);
}

async function readFiles(
  options: ImportOptions,
  surroundings: ImportSurroundings,
  work: ImportWork,
): Promise<ParsedRoster[]> {
  const { today } = surroundings;
  const files: ParsedRoster[] = [];
  for (const path of options.files) {
    const bytes = await open(path, surroundings);
    const { encoding, separator } = options;
    for (const list of await openRosterFile(bytes, basename(path))) {
      const tally = new Tally();
      const steps = list.read({ today, encoding, separator }, tally);
      const read = await work.carryOut('reading', steps, tally, list.file);
      if (read.kind === 'refused') {
        throw new ImportFailure(`problem.${read.problem.code}`, problemParams(read.problem), 3);
      }
      files.push(read.roster);
    }
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
