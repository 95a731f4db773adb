import type { Stepwise, Tally } from '../values/stepwise.ts';
import { classKey } from './class-key.ts';
import type { CurrentStudent } from './current.ts';
import { contradiction, type StudentProposal } from './match-students.ts';
import type { SameReason, StudentRow } from './preview.ts';
import { type FoldedName, foldName, nameRelation, partRelation } from './similar-name.ts';

/** More candidates than this help nobody to decide. */
const MOST_CANDIDATES = 5;

/** A child with what is compared, folded once. */
interface Folded<Child> {
  readonly child: Child;
  readonly name: FoldedName;
  readonly className: string | null;
}

interface Pair {
  readonly row: Folded<StudentRow>;
  readonly student: Folded<CurrentStudent>;
}

/**
 * For the rows that fit no child exactly: the children without a row who may be meant, because only the spelling, the
 * class or the key differs. A spelling must never turn one child into one that left and one that is new.
 */
export function* findSimilarStudents(
  rows: ReadonlySet<StudentRow>,
  students: ReadonlySet<CurrentStudent>,
  tally: Tally,
): Stepwise<StudentProposal[]> {
  const index = indexByTraits(students);
  const proposals: StudentProposal[] = [];
  for (const row of rows) {
    const candidates = candidatesFor(fold(row), index);
    if (candidates.length > 0) proposals.push({ row, candidates });
    if (tally.count()) yield;
  }
  return proposals;
}

function candidatesFor(
  row: Folded<StudentRow>,
  index: ReadonlyMap<string, readonly Folded<CurrentStudent>[]>,
): StudentProposal['candidates'] {
  const near = new Set(traits(row).flatMap((trait) => index.get(trait) ?? []));
  return [...near]
    .flatMap((student) => {
      const reason = whySame({ row, student });
      return reason ? [{ student: student.child, reason, score: score({ row, student }, reason) }] : [];
    })
    .sort((left, right) => right.score - left.score)
    .slice(0, MOST_CANDIDATES)
    .map(({ student, reason }) => ({ student, reason }));
}

/** Why the row may mean this child although it doesn't fit exactly, or null. */
function whySame(pair: Pair): SameReason | null {
  const { row, student } = pair;
  const against = contradiction(row.child, student.child);
  const relation = nameRelation(row.name, student.name);
  if (relation === null) {
    if (against !== null || !isSameBirthDate(pair)) return null;
    return partRelation(row.name.given, student.name.given) === null ? null : 'sameBirthDate';
  }
  if (relation === 'same') {
    if (against === 'otherBirthDate') return isSameClass(pair) ? against : null;
    return against ?? (isSameClass(pair) ? 'same' : 'otherClass');
  }
  if (against === 'otherBirthDate') return null;
  return against === 'otherImportKey' && !isSameBirthDate(pair) ? null : relation;
}

function score(pair: Pair, reason: SameReason): number {
  const weights: Partial<Record<SameReason, number>> = {
    same: 5,
    otherClass: 4,
    lostLetters: 4,
    partOfName: 3,
    spelling: 2,
  };
  const present = pair.student.child.leftOn === null ? 2 : 0;
  return (isSameBirthDate(pair) ? 8 : 0) + (isSameClass(pair) ? 4 : 0) + present + (weights[reason] ?? 1);
}

/**
 * The child to preselect for a row: its only candidate, still at the school, wanted by no other row, and with nothing
 * that speaks against it.
 */
export function suggestedStudent(
  proposal: StudentProposal,
  wanted: ReadonlyMap<CurrentStudent, number>,
): string | null {
  const [only, ...more] = proposal.candidates;
  if (!only || more.length > 0 || only.student.leftOn !== null) return null;
  const doubtful: readonly SameReason[] = [
    'otherBirthDate',
    'otherImportKey',
    'importKeyOtherName',
    'sameNameTwice',
  ];
  return doubtful.includes(only.reason) || wanted.get(only.student) !== 1 ? null : only.student.id;
}

/** How many rows each child is a candidate of. */
export function countWanted(proposals: readonly StudentProposal[]): Map<CurrentStudent, number> {
  const wanted = new Map<CurrentStudent, number>();
  for (const { student } of proposals.flatMap(({ candidates }) => candidates)) {
    wanted.set(student, (wanted.get(student) ?? 0) + 1);
  }
  return wanted;
}

function isSameClass({ row, student }: Pair): boolean {
  return row.className !== null && row.className === student.className;
}

function isSameBirthDate({ row, student }: Pair): boolean {
  return row.child.birthDate !== null && row.child.birthDate === student.child.birthDate;
}

function fold<Child extends StudentRow | CurrentStudent>(child: Child): Folded<Child> {
  return { child, name: foldName(child), className: child.className && classKey(child.className) };
}

/** What two similar children have at least one of in common; keeps the search from comparing everyone with everyone. */
function traits({ child, name, className }: Folded<StudentRow | CurrentStudent>): string[] {
  const found = [...name.given.words, ...name.family.words].map((word) => `word ${word}`);
  if (className) found.push(`class ${className}`);
  if (child.birthDate) found.push(`born ${child.birthDate}`);
  return found;
}

function indexByTraits(students: ReadonlySet<CurrentStudent>): Map<string, Folded<CurrentStudent>[]> {
  const index = new Map<string, Folded<CurrentStudent>[]>();
  for (const student of students) {
    const folded = fold(student);
    for (const trait of traits(folded)) {
      const known = index.get(trait);
      if (known) known.push(folded);
      else index.set(trait, [folded]);
    }
  }
  return index;
}
