import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for the files of one benchmark. */
export interface Scratch {
  /** A path below it that nothing has used before. */
  readonly fresh: (name: string) => string;
  readonly remove: () => void;
}

/** Makes an empty folder in the system's place for temporary files. */
export function makeScratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'postmappe-bench-'));
  let count = 0;
  return {
    fresh: (name) => join(folder, `${++count}-${name}`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
