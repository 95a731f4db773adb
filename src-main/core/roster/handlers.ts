import { operationReach } from '../../../src-shared/rights/operations.ts';
import { compareRoster } from '../../../src-shared/roster/compare.ts';
import type { rosterOperations } from '../../../src-shared/roster/contract.ts';
import { planImport } from '../../../src-shared/roster/plan.ts';
import type { RosterPreview } from '../../../src-shared/roster/preview.ts';
import type { RosterProblem } from '../../../src-shared/roster/problems.ts';
import { type ParsedRoster, rosterEncodings, rosterSeparators } from '../../../src-shared/roster/types.ts';
import type { CoreContext, EntryTools, FeatureHandlers } from '../dispatch/context.ts';
import { OperationFailure } from '../dispatch/operation-failure.ts';
import { importCommands } from './import-commands.ts';
import { readCurrentRoster } from './read-current.ts';
import { readRosterFile } from './read-file.ts';

/** Previews are kept until the next one is made: an import does exactly what was looked at. */
export function createRosterHandlers(
  context: CoreContext,
  tools: EntryTools,
): FeatureHandlers<typeof rosterOperations> {
  let latest: { readonly id: string; readonly preview: RosterPreview } | undefined;
  return {
    'roster.preview': async (args) => {
      demandRight(context);
      const today = context.schoolTime().day;
      const { files, problems } = readFiles(args, today);
      latest = undefined;
      if (files.length === 0) return { previewId: null, preview: null, problems };
      const preview = compareRoster(files, await readCurrentRoster(context.reader, today));
      latest = { id: tools.newId(), preview };
      return { previewId: latest.id, preview, problems };
    },
    'roster.import': async ({ previewId, decisions }) => {
      if (latest?.id !== previewId) throw new OperationFailure('refused', 'importOutdated');
      const steps = planImport(latest.preview, decisions, tools.newId);
      const commands = importCommands(steps, tools.newId());
      latest = undefined;
      for (const command of commands) await tools.enter('roster.apply', command);
      context.changed('import');
      return { steps: steps.length, commands: commands.length };
    },
  };
}

function demandRight(context: CoreContext): void {
  if (operationReach(context.session().person.role, 'roster.apply') !== 'all')
    throw new OperationFailure('forbidden', 'forbidden');
}

function readFiles(
  args: {
    files: readonly { name: string; data: string }[];
    encoding: string | null;
    separator: string | null;
  },
  today: string,
): { files: ParsedRoster[]; problems: RosterProblem[] } {
  const files: ParsedRoster[] = [];
  const problems: RosterProblem[] = [];
  const encoding = rosterEncodings.find((known) => known === args.encoding);
  const separator = rosterSeparators.find((known) => known === args.separator);
  for (const { name, data } of args.files) {
    const read = readRosterFile(Buffer.from(data, 'base64'), { file: name, today, encoding, separator });
    if (read.kind === 'read') files.push(read.roster);
    else problems.push(read.problem);
  }
  return { files, problems };
}
