import type { Stepwise, Tally } from '../values/stepwise.ts';
import { changedGuardians } from './changed-guardians.ts';
import { lostLetters, type StudentComparison } from './compare-students.ts';
import type { CurrentRoster } from './current.ts';
import { groupGuardians } from './group-guardians.ts';
import { indexGuardians, type MatchedGroup, matchGuardian } from './match-guardian.ts';
import type { MergedRows } from './merge-rows.ts';
import { possibleGuardians } from './possible-guardians.ts';
import type { GuardianshipLink, RosterPreview } from './preview.ts';
import type { RosterProblem } from './problems.ts';
import { resolveChildren } from './resolve-children.ts';
import type { ParsedRoster } from './types.ts';

type GuardianLists = Pick<
  RosterPreview,
  'newGuardians' | 'changedGuardians' | 'possibleGuardians' | 'newGuardianships' | 'knownGuardianships'
>;

/** The guardians' half of a preview. */
export interface GuardianComparison extends GuardianLists {
  readonly unchanged: number;
  readonly unreadable: RosterProblem[];
}

/** Compares the guardians of all files with those of the school. */
export function* compareGuardians(
  files: readonly ParsedRoster[],
  current: CurrentRoster,
  merged: MergedRows,
  students: StudentComparison,
  tally: Tally,
): Stepwise<GuardianComparison> {
  const unreadable: RosterProblem[] = [];
  const lines = resolveChildren(files, current, merged, students, unreadable);
  const index = indexGuardians(current);
  const groups = yield* groupGuardians(lines, tally);
  const all = groups.flatMap((group) => matchGuardian(group, index));
  const changed = changedGuardians(all);
  const possible = possibleGuardians(all);
  const asked = new Set(possible.map(({ ref }) => ref));
  const known = new Set(current.guardianships.map((tie) => `${tie.studentId} ${tie.guardianId}`));
  const fresh = all
    .filter(({ group, match }) => match.kind === 'new' && !asked.has(group.person.ref))
    .map(({ group }) => group.person);
  return {
    newGuardians: fresh.map((person) => ({ ...person, suggested: true })),
    changedGuardians: changed.list,
    possibleGuardians: possible,
    newGuardianships: all.flatMap((matched) => newLinks(matched, known)),
    knownGuardianships: knownTies(possible, all, known),
    unchanged: changed.unchanged,
    unreadable: [...unreadable, ...changed.unreadable, ...fresh.flatMap(lostLetters)],
  };
}

function newLinks({ group, match }: MatchedGroup, known: ReadonlySet<string>): GuardianshipLink[] {
  return group.lines.flatMap((line) => {
    const guardianRef = match.kind === 'known' ? match.guardian.id : group.person.ref;
    if (known.has(`${line.studentRef} ${guardianRef}`)) return [];
    return [
      {
        ref: `link:${line.studentRef}:${guardianRef}`,
        suggested: true,
        file: line.file,
        line: line.line,
        studentRef: line.studentRef,
        guardianRef,
        relation: line.relation,
        studentName: `${line.studentGivenName} ${line.studentFamilyName}`,
        guardianName: `${line.givenName} ${line.familyName}`.trim(),
      },
    ];
  });
}

function knownTies(
  possible: RosterPreview['possibleGuardians'],
  all: readonly MatchedGroup[],
  known: ReadonlySet<string>,
): string[] {
  const groups = new Map(all.map(({ group }) => [group.person.ref, group]));
  return possible
    .flatMap((person) =>
      (groups.get(person.ref)?.lines ?? []).flatMap((line) =>
        person.candidates.map(({ guardianId }) => `${line.studentRef} ${guardianId}`),
      ),
    )
    .filter((tie) => known.has(tie));
}
