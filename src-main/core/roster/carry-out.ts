import type { CommandArgs } from '../../../src-shared/contract/commands.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import { OperationFailure } from '../dispatch/operation-failure.ts';
import type { ImportWork } from './import-work.ts';

/** How far an import has come. */
export interface CarriedOut {
  readonly parts: number;
  readonly partsDone: number;
  readonly stepsDone: number;
}

/**
 * Submits the parts of an import one after the other. Stopped, it ends between two parts: those that were submitted
 * stay, and the same files read once more bring the rest.
 * @param submit resolves when the part can't be lost any more
 */
export async function applyParts(
  commands: readonly CommandArgs<'roster.apply'>[],
  work: ImportWork,
  submit: (command: CommandArgs<'roster.apply'>) => Promise<unknown>,
): Promise<CarriedOut> {
  const steps = commands.reduce((sum, command) => sum + command.steps.length, 0);
  let [partsDone, stepsDone] = [0, 0];
  await work.show('applying', 0, steps);
  for (const command of commands) {
    if (work.isStopped) break;
    await submit(command);
    partsDone += 1;
    stepsDone += command.steps.length;
    await work.show('applying', stepsDone, steps);
  }
  return { parts: commands.length, partsDone, stepsDone };
}

/**
 * Takes the parts of an import back, the last one first. Stopped, it ends between two parts; later it goes on from there.
 * @throws OperationFailure `importUnknown`
 */
export async function undoParts(
  db: DomainReader,
  importId: string,
  work: ImportWork,
  submit: (command: CommandArgs<'roster.undo'>) => Promise<unknown>,
): Promise<{ parts: number; partsDone: number }> {
  const parts = await partsToUndo(db, importId);
  let partsDone = 0;
  await work.show('undoing', 0, parts.length);
  for (const part of parts) {
    if (work.isStopped) break;
    await submit({ importId, part });
    partsDone += 1;
    await work.show('undoing', partsDone, parts.length);
  }
  return { parts: parts.length, partsDone };
}

/** Those that were not taken back yet, and those of which something has stayed. */
async function partsToUndo(db: DomainReader, importId: string): Promise<number[]> {
  const imported = await db
    .selectFrom('rosterImport')
    .select(['partsDone', 'partsUndone'])
    .where('id', '=', importId)
    .executeTakeFirst();
  if (!imported) throw new OperationFailure('refused', 'importUnknown');
  const open = imported.partsDone - imported.partsUndone;
  const left = [
    ...(await db.selectFrom('studentBefore').select('part').where('importId', '=', importId).execute()),
    ...(await db.selectFrom('guardianBefore').select('part').where('importId', '=', importId).execute()),
  ].map(({ part }) => part);
  // The first part is always among them: the classes go with it, when everybody has left them.
  const parts = new Set([...Array.from({ length: Math.max(open, 1) }, (_, index) => index + 1), ...left]);
  return [...parts].sort((one, other) => other - one);
}
