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
}

/** The import command with files and a school in memory. */
export function importDesk(
  files: Readonly<Record<string, Uint8Array>>,
  school: CurrentRoster,
  overrides: Partial<ImportSurroundings> = {},
): ImportDesk {
  let current = school;
  let closed = 0;
  let ids = 0;
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
      readFile: async (path) =>
        files[path] ?? Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT' })),
      askPassword: async () => null,
      connect: async ({ user, password }) => {
        signIns.push({ user, password });
        return {
          fetchCurrent: async () => current,
          submit: async (steps) => {
            current = applySteps(current, steps);
          },
          close: async () => {
            closed += 1;
          },
        };
      },
      ...overrides,
    });
    return { status, out: out.join('\n'), err: err.join('\n') };
  };
  return { run, school: () => current, signIns, closed: () => closed };
}
