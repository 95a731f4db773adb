import { applyParts } from '../../../src-main/core/roster/carry-out.ts';
import { importCommands } from '../../../src-main/core/roster/import-commands.ts';
import { loadRosterTexts } from '../../../src-main/core/roster/roster-texts.ts';
import { type ImportSurroundings, runImport } from '../../../src-main/core/roster/run-import.ts';
import type { CurrentRoster } from '../../../src-shared/roster/current.ts';
import { applySteps } from './apply-steps.ts';
import { TODAY } from './read-rows.ts';

export interface ImportDesk {
  readonly run: (...argv: string[]) => Promise<{ status: number; out: string; err: string }>;
  /** The school as the import left it. */
  readonly school: () => CurrentRoster;
  /** Who signed in, and how often a connection was closed. */
  readonly signIns: { user: string; password: string }[];
  readonly closed: () => number;
  /** All lines of progress that were shown. */
  readonly progress: readonly string[];
  /** Presses Ctrl+C. */
  readonly interrupt: () => void;
}

/** The import command with files and a school in memory. */
export function importDesk(
  files: Readonly<Record<string, Uint8Array>>,
  school: CurrentRoster,
  { onPart, ...overrides }: Partial<ImportSurroundings> & { onPart?: () => Promise<void> } = {},
): ImportDesk {
  let current = school;
  let closed = 0;
  let ids = 0;
  const progress: string[] = [];
  let interrupt = () => {};
  const signIns: ImportDesk['signIns'] = [];
  const run = async (...argv: string[]) => {
    const out: string[] = [];
    const err: string[] = [];
    const status = await runImport(argv, {
      texts: loadRosterTexts('de'),
      today: TODAY,
      newId: () => `id-${++ids}`,
      print: (line) => out.push(line),
      printError: (line) => err.push(line),
      readFile: (path) => readFrom(files, path),
      showProgress: (line) => progress.push(line ?? ''),
      onInterrupt: (stop) => {
        interrupt = stop;
        return () => undefined;
      },
      askPassword: async () => null,
      connect: async ({ user, password }) => {
        signIns.push({ user, password });
        return {
          fetchCurrent: async () => current,
          submit: (steps, files, work) =>
            applyParts(importCommands(steps, files, 'import'), work, async (command) => {
              current = applySteps(current, command.steps);
              await onPart?.();
            }),
          close: async () => {
            closed += 1;
          },
        };
      },
      ...overrides,
    });
    return { status, out: out.join('\n'), err: err.join('\n') };
  };
  const interruptNow = () => interrupt();
  return { run, school: () => current, signIns, closed: () => closed, progress, interrupt: interruptNow };
}

async function readFrom(files: Readonly<Record<string, Uint8Array>>, path: string): Promise<Uint8Array> {
  const found = files[path];
  if (!found) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
  return found;
}
