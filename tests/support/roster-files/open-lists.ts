import { openRosterFile } from '../../../src-main/core/roster/open-file.ts';
import type { ReadRosterFile } from '../../../src-main/core/roster/read-file.ts';
import type { ParsedRoster } from '../../../src-shared/roster/types.ts';
import { doAtOnce, Tally } from '../../../src-shared/values/stepwise.ts';
import { TODAY } from './read-rows.ts';

/** Opens a file of any kind and reads every list in it. */
export async function openLists(bytes: Uint8Array, file = 'liste'): Promise<ReadRosterFile[]> {
  const lists = await openRosterFile(bytes, file);
  return lists.map((list) => doAtOnce(list.read({ today: TODAY }, new Tally())));
}

/** The lists of a file that must be readable. */
export async function readLists(bytes: Uint8Array, file?: string): Promise<ParsedRoster[]> {
  const lists = await openLists(bytes, file);
  return lists.map((read) => {
    if (read.kind === 'refused') throw new Error(`refused: ${JSON.stringify(read.problem)}`);
    return read.roster;
  });
}

/** Why a file, or each list in it, can't be taken. */
export async function refusals(bytes: Uint8Array, file?: string): Promise<string[]> {
  const lists = await openLists(bytes, file);
  return lists.map((read) => (read.kind === 'refused' ? read.problem.code : 'read'));
}
