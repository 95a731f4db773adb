import type { ParsedArgs } from '../../../src-shared/contract/staff-contract.ts';
import { operationReach } from '../../../src-shared/rights/operations.ts';
import { compareSteps } from '../../../src-shared/roster/compare.ts';
import type { rosterOperations } from '../../../src-shared/roster/contract.ts';
import { importFiles } from '../../../src-shared/roster/import-files.ts';
import type { UnknownList } from '../../../src-shared/roster/mapping.ts';
import { planImport } from '../../../src-shared/roster/plan.ts';
import type { RosterPreview } from '../../../src-shared/roster/preview.ts';
import type { RosterProblem } from '../../../src-shared/roster/problems.ts';
import { type ParsedRoster, rosterEncodings, rosterSeparators } from '../../../src-shared/roster/types.ts';
import { Tally } from '../../../src-shared/values/stepwise.ts';
import type { CoreContext, EntryTools, FeatureHandlers } from '../dispatch/context.ts';
import { OperationFailure } from '../dispatch/operation-failure.ts';
import { applyParts, undoParts } from './carry-out.ts';
import { exportRoster } from './export-roster.ts';
import { importCommands } from './import-commands.ts';
import { ImportDesk, type ImportWork, StoppedWork } from './import-work.ts';
import { listImports } from './list-imports.ts';
import { openRosterFile } from './open-file.ts';
import { previewUndo } from './preview-undo.ts';
import { readCurrentRoster } from './read-current.ts';
import { unknownList } from './unknown-list.ts';

/** Previews are kept until the next one is made: an import does exactly what was looked at. */
export function createRosterHandlers(
  context: CoreContext,
  tools: EntryTools,
): FeatureHandlers<typeof rosterOperations> {
  let latest: { readonly id: string; readonly preview: RosterPreview } | undefined;
  const desk = new ImportDesk(() => context.changed('import'));
  return {
    'roster.preview': (args) => {
      demandRight(context);
      return desk.run(async (work) => {
        latest = undefined;
        const looked = await lookAt(context, args, work);
        if (looked.preview === null) return { previewId: null, ...looked };
        latest = { id: tools.newId(), preview: looked.preview };
        return { previewId: latest.id, ...looked };
      });
    },
    'roster.import': ({ previewId, decisions }) =>
      desk.run(async (work) => {
        if (latest?.id !== previewId) throw new OperationFailure('refused', 'importOutdated');
        const { preview } = latest;
        latest = undefined;
        const importId = tools.newId();
        const steps = planImport(preview, decisions, tools.newId);
        const commands = importCommands(steps, importFiles(preview), importId);
        const done = await applyParts(commands, work, (command) => tools.enter('roster.apply', command));
        return { importId, steps: steps.length, ...done };
      }),
    'roster.undoImport': ({ importId }) =>
      desk.run((work) =>
        undoParts(context.reader, importId, work, (command) => tools.enter('roster.undo', command)),
      ),
    'roster.progress': () => desk.progress,
    'roster.stop': () => {
      desk.stop();
      return {};
    },
    'roster.export': ({ list }) => {
      demandRight(context);
      const { school } = context.session();
      return exportRoster(context.reader, { school, today: context.schoolTime().day }, list);
    },
    'roster.imports': () => listImports(context.reader, context.now()),
    'roster.undoPreview': ({ importId }) => previewUndo(context.reader, importId),
  };
}

function demandRight(context: CoreContext): void {
  if (operationReach(context.session().person.role, 'roster.apply') !== 'all')
    throw new OperationFailure('forbidden', 'forbidden');
}

/** The files that couldn't be taken, and of these the lists whose columns a person can name. */
interface Unread {
  readonly problems: RosterProblem[];
  readonly unknownLists: UnknownList[];
}

interface Looked extends Unread {
  readonly preview: RosterPreview | null;
}

/** Reads the files and compares them; stopped, there is nothing to see and nothing has happened. */
async function lookAt(
  context: CoreContext,
  args: ParsedArgs<'roster.preview'>,
  work: ImportWork,
): Promise<Looked> {
  const today = context.schoolTime().day;
  try {
    const { files, ...unread } = await readFiles(args, today, work);
    if (files.length === 0) return { preview: null, ...unread };
    const current = await readCurrentRoster(context.reader, today);
    const tally = new Tally();
    const preview = await work.carryOut('comparing', compareSteps(files, current, tally), tally);
    return { preview, ...unread };
  } catch (error) {
    if (error instanceof StoppedWork) return { preview: null, problems: [], unknownLists: [] };
    throw error;
  }
}

async function readFiles(
  args: ParsedArgs<'roster.preview'>,
  today: string,
  work: ImportWork,
): Promise<{ files: ParsedRoster[] } & Unread> {
  const files: ParsedRoster[] = [];
  const problems: RosterProblem[] = [];
  const unknownLists: UnknownList[] = [];
  const encoding = rosterEncodings.find((known) => known === args.encoding);
  const separator = rosterSeparators.find((known) => known === args.separator);
  for (const { name, data } of args.files) {
    for (const list of await openRosterFile(Buffer.from(data, 'base64'), name)) {
      const tally = new Tally();
      const mapping = args.mappings.find(({ file }) => file === list.file)?.mapping;
      const options = { today, encoding, separator, mapping };
      const read = await work.carryOut('reading', list.read(options, tally), tally, list.file);
      if (read.kind === 'read') {
        files.push(read.roster);
        continue;
      }
      problems.push(read.problem);
      unknownLists.push(...[unknownList(list, read.problem, options)].filter((known) => known !== null));
    }
  }
  return { files, problems, unknownLists };
}
