import { classKey } from './class-key.ts';
import type { CurrentStudent } from './current.ts';
import { contradiction, type StudentProposal } from './match-students.ts';
import { nameWords } from './name-key.ts';
import type { SameReason, StudentRow } from './preview.ts';
import { nameRelation, partRelation } from './similar-name.ts';

/** More candidates than this help nobody to decide. */
const MOST_CANDIDATES = 5;

/**
 * For the rows that fit no child exactly: the children without a row who may be meant, because only the spelling, the
 * class or the key differs. A spelling must never turn one child into one that left and one that is new.
 */
export function findSimilarStudents(
  rows: ReadonlySet<StudentRow>,
  students: ReadonlySet<CurrentStudent>,
): StudentProposal[] {
  const index = indexStudents(students);
  const proposals: StudentProposal[] = [];
  for (const row of rows) {
    const near = new Set(traits(row).flatMap((trait) => index.get(trait) ?? []));
    const candidates = [...near]
      .flatMap((student) => {
        const reason = whySame(row, student);
        return reason ? [{ student, reason, score: score(row, student, reason) }] : [];
      })
      .sort((left, right) => right.score - left.score)
      .slice(0, MOST_CANDIDATES)
      .map(({ student, reason }) => ({ student, reason }));
    if (candidates.length > 0) proposals.push({ row, candidates });
  }
  return proposals;
}

/** Why the row may mean this child although it doesn't fit exactly, or null. */
function whySame(row: StudentRow, student: CurrentStudent): SameReason | null {
  const relation = nameRelation(row, student);
  const against = contradiction(row, student);
  if (relation === null) {
    const given = partRelation(row.givenName, student.givenName);
    return given !== null && isSameBirthDate(row, student) && against === null ? 'sameBirthDate' : null;
  }
  if (relation === 'same') {
    if (against === 'otherBirthDate') return isSameClass(row, student) ? against : null;
    return against ?? (isSameClass(row, student) ? 'same' : 'otherClass');
  }
  if (against === 'otherBirthDate') return null;
  return against === 'otherImportKey' && !isSameBirthDate(row, student) ? null : relation;
}

function score(row: StudentRow, student: CurrentStudent, reason: SameReason): number {
  const weights: Partial<Record<SameReason, number>> = {
    same: 5,
    otherClass: 4,
    lostLetters: 4,
    partOfName: 3,
    spelling: 2,
  };
  const still = student.leftOn === null ? 2 : 0;
  return (
    (isSameBirthDate(row, student) ? 8 : 0) +
    (isSameClass(row, student) ? 4 : 0) +
    still +
    (weights[reason] ?? 1)
  );
}

/**
 * The child to preselect for a row: its only candidate, still at the school, wanted by no other row, and with nothing
 * that speaks against it.
 */
export function suggestedStudent(
  proposal: StudentProposal,
  proposals: readonly StudentProposal[],
): string | null {
  const [only, ...more] = proposal.candidates;
  if (!only || more.length > 0 || only.student.leftOn !== null) return null;
  const doubtful: readonly SameReason[] = [
    'otherBirthDate',
    'otherImportKey',
    'importKeyOtherName',
    'sameNameTwice',
  ];
  if (doubtful.includes(only.reason)) return null;
  const wanted = proposals.filter((other) =>
    other.candidates.some(({ student }) => student === only.student),
  );
  return wanted.length === 1 ? only.student.id : null;
}

function isSameClass(row: StudentRow, student: CurrentStudent): boolean {
  return (
    row.className !== null &&
    student.className !== null &&
    classKey(row.className) === classKey(student.className)
  );
}

function isSameBirthDate(row: StudentRow, student: CurrentStudent): boolean {
  return row.birthDate !== null && row.birthDate === student.birthDate;
}

/** What two similar children have at least one of in common; keeps the search from comparing everyone with everyone. */
function traits(child: StudentRow | CurrentStudent): string[] {
  const words = [...nameWords(child.givenName), ...nameWords(child.familyName)].map((word) => `word ${word}`);
  if (child.className) words.push(`class ${classKey(child.className)}`);
  if (child.birthDate) words.push(`born ${child.birthDate}`);
  return words;
}

function indexStudents(students: ReadonlySet<CurrentStudent>): Map<string, CurrentStudent[]> {
  const index = new Map<string, CurrentStudent[]>();
  for (const student of students) {
    for (const trait of traits(student)) {
      const known = index.get(trait);
      if (known) known.push(student);
      else index.set(trait, [student]);
    }
  }
  return index;
}
