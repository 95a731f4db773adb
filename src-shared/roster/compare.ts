import { doAtOnce, type Stepwise, Tally } from '../values/stepwise.ts';
import { compareGuardians } from './compare-guardians.ts';
import { compareStudents } from './compare-students.ts';
import type { CurrentRoster } from './current.ts';
import { mergeRows } from './merge-rows.ts';
import type { RosterPreview } from './preview.ts';
import type { ParsedRoster } from './types.ts';

/**
 * What taking the files in would change. Files that belong together (children, guardians) are compared together, so that
 * the guardians of a new child find it. Nothing is ever left out because of a spelling: what is similar is a question.
 * The files of a school that has already taken them in change nothing (`isNothingToDo`).
 */
export function compareRoster(files: readonly ParsedRoster[], current: CurrentRoster): RosterPreview {
  return doAtOnce(compareSteps(files, current, new Tally()));
}

/** {@link compareRoster} with pauses; `tally` counts lines. */
export function* compareSteps(
  files: readonly ParsedRoster[],
  current: CurrentRoster,
  tally: Tally,
): Stepwise<RosterPreview> {
  const merged = mergeRows(files);
  tally.total = merged.rows.length + files.reduce((sum, { guardians }) => sum + guardians.length, 0);
  const covering = files.find((roster) => roster.covers !== 'guardians');
  const students = yield* compareStudents(merged, current, covering?.file ?? null, tally);
  const guardians = yield* compareGuardians(files, current, merged, students, tally);
  const { unchanged, unreadable, notes, studentRefOf: _, ...studentLists } = students;
  const { unchanged: unchangedGuardians, unreadable: unreadableGuardians, ...guardianLists } = guardians;
  return {
    ...studentLists,
    ...guardianLists,
    sources: files.map(({ file, format, encoding, separator, covers, ...read }) => ({
      file,
      format,
      encoding,
      separator,
      covers,
      students: read.students.length,
      guardians: read.guardians.length + (read.phones?.length ?? 0),
    })),
    unchanged: { students: unchanged, guardians: unchangedGuardians },
    unreadable: [
      ...files.flatMap((roster) => roster.unreadable),
      ...merged.unreadable,
      ...unreadable,
      ...unreadableGuardians,
    ],
    notes: [...files.flatMap((roster) => roster.notes), ...merged.notes, ...notes],
  };
}
