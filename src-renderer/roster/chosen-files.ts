import type { OperationArgs } from '../../src-shared/contract/staff-contract.ts';
import { type RosterProblem, rosterProblem } from '../../src-shared/roster/problems.ts';

export type ChosenFile = OperationArgs<'roster.preview'>['files'][number];

/** More at once the core does not take; a school has two or three. */
export const MOST_FILES = 10;
const MEGABYTE = 1024 * 1024;
/** What goes to the core in one message, together. School lists are a few hundred kilobytes. */
const MOST_BYTES = 40 * MEGABYTE;

export interface ChosenFiles {
  readonly files: ChosenFile[];
  /** What can't even be handed to the core. */
  readonly problems: RosterProblem[];
}

/** Reads chosen or dropped files. One that is too large, or can't be read, is named; the others go on. */
export async function readChosenFiles(chosen: readonly File[]): Promise<ChosenFiles> {
  const files: ChosenFile[] = [];
  const problems: RosterProblem[] = [];
  let room = MOST_BYTES;
  for (const file of chosen.slice(0, MOST_FILES)) {
    if (file.size > room) {
      problems.push(tooLarge(file));
      continue;
    }
    const data = await base64Of(file);
    if (data === null) problems.push(rosterProblem('fileIsBinary', file.name));
    else {
      room -= file.size;
      files.push({ name: file.name.slice(0, 200), data });
    }
  }
  return { files, problems };
}

function tooLarge(file: File): RosterProblem {
  return rosterProblem('fileTooLarge', file.name, {
    params: { megabytes: Math.ceil(file.size / MEGABYTE), limit: MOST_BYTES / MEGABYTE },
  });
}

/** Null for a folder, or for a file that another program holds. */
async function base64Of(file: File): Promise<string | null> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    let binary = '';
    // In pieces: a call with all bytes as arguments would be too long for the engine.
    for (let at = 0; at < bytes.length; at += 0x8000)
      binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(binary);
  } catch {
    return null;
  }
}
