import { answerParent } from '../harness/answer-parent.ts';
import { monotonicMs } from '../harness/monotonic.ts';
import { floorNote, openFloorFile } from '../sync/floor-rows.ts';

const handlers = {
  /** Commits notes in groups, as bare statements into an encrypted file; answers how many a second. */
  async run({ path, notes, group }: { path: string; notes: number; group: number }): Promise<number> {
    const file = await openFloorFile(path);
    const groups = Array.from({ length: Math.ceil(notes / group) }, () =>
      Array.from({ length: group }, () => floorNote()).flat(),
    );
    const began = monotonicMs();
    for (const rows of groups) file.write(rows);
    const perSecond = (1000 * groups.length * group) / (monotonicMs() - began);
    file.raw.close();
    return perSecond;
  },
};

/** What the floor of the rush can be asked. */
export type CommitFloorChild = typeof handlers;

answerParent(handlers);
