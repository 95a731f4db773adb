import type { CommandArgs } from '../../../src-shared/contract/commands.ts';
import { STEPS_PER_COMMAND } from '../../../src-shared/roster/commands.ts';
import type { ImportFile } from '../../../src-shared/roster/import-files.ts';
import type { ImportStep } from '../../../src-shared/roster/steps.ts';

/** The steps of one import as commands that fit into the outbox, in the order in which they must be done. */
export function importCommands(
  steps: readonly ImportStep[],
  files: readonly ImportFile[],
  importId: string,
): CommandArgs<'roster.apply'>[] {
  const parts = Math.ceil(steps.length / STEPS_PER_COMMAND);
  return Array.from({ length: parts }, (_, index) => ({
    importId,
    part: index + 1,
    parts,
    files: [...files],
    steps: steps.slice(index * STEPS_PER_COMMAND, (index + 1) * STEPS_PER_COMMAND),
  }));
}
