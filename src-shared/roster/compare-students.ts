import type { Stepwise, Tally } from '../values/stepwise.ts';
import { classDisplayName, classKey, gradeLevelOf } from './class-key.ts';
import type { CurrentRoster, CurrentStudent } from './current.ts';
import { classMove, keepsLetters, studentChanges } from './field-changes.ts';
import { countWanted, findSimilarStudents, suggestedStudent } from './find-similar-students.ts';
import { matchStudents, type StudentProposal } from './match-students.ts';
import { about, type MergedRows } from './merge-rows.ts';
import { hasLostLetters, personKey } from './name-key.ts';
import type { GuardianPerson, RosterPreview, StudentCandidate, StudentRow } from './preview.ts';
import { type RosterProblem, rosterProblem } from './problems.ts';

/** Above this share of children without a row the file is probably not the whole school. */
const MANY_LEFT = 0.2;

type StudentLists = Pick<
  RosterPreview,
  | 'newClasses'
  | 'newStudents'
  | 'changedStudents'
  | 'movedStudents'
  | 'returnedStudents'
  | 'leftStudents'
  | 'possibleStudents'
>;

/** The children's half of a preview. */
export interface StudentComparison extends StudentLists {
  readonly unchanged: number;
  readonly unreadable: RosterPreview['unreadable'];
  readonly notes: RosterPreview['notes'];
  /** The child a row means: the id of a child of the school, the row's own ref for a new one; absent while undecided. */
  readonly studentRefOf: ReadonlyMap<StudentRow, string>;
}

interface Context {
  /** Class key → name, of the school's classes and of those the files add. */
  readonly classNames: ReadonlyMap<string, string>;
  readonly classesInFile: ReadonlySet<string>;
}

/** Compares the rows of all students files with the children of the school. `file` is named where the whole is meant. */
export function* compareStudents(
  merged: MergedRows,
  current: CurrentRoster,
  file: string | null,
  tally: Tally,
): Stepwise<StudentComparison> {
  const matches = matchStudents(merged.rows, current.students);
  if (tally.count(merged.rows.length - matches.openRows.size)) yield;
  const similar = yield* findSimilarStudents(matches.openRows, matches.openStudents, tally);
  const proposals = [...matches.undecided, ...similar];
  const wanted = countWanted(proposals);
  const asked = new Set(similar.map((proposal) => proposal.row));
  const newRows = [...matches.openRows].filter((row) => !asked.has(row));
  const newClasses = findNewClasses(current, merged.rows);
  const context: Context = {
    classNames: new Map([...newClasses, ...current.classes].map(({ name }) => [classKey(name), name])),
    classesInFile: new Set(merged.rows.map((row) => classKey(row.className ?? ''))),
  };
  const fresh = firstOfNamesakes(
    newRows,
    matches.pairs.map(({ row }) => row),
  );
  const pairs = comparePairs(matches.pairs, context);
  const gone = withoutRow(matches.openStudents, proposals);
  const repeated = [...matches.repeated, ...fresh.repeated];
  return {
    ...pairs,
    newClasses,
    newStudents: fresh.rows.map((row) => ({ ...inClass(row, context), suggested: true })),
    leftStudents: file === null ? [] : gone.map((student) => leftStudent(student, context)),
    possibleStudents: proposals.map((proposal) => ({
      ...inClass(proposal.row, context),
      candidates: proposal.candidates.map((candidate) => candidateOf(proposal.row, candidate, context)),
      suggestedId: suggestedStudent(proposal, wanted),
    })),
    unreadable: [
      ...repeated.filter(({ row }) => row.birthDate === null).map(repeatedRow),
      ...fresh.rows.flatMap(lostLetters),
    ],
    notes: [
      ...repeated.filter(({ row }) => row.birthDate !== null).map(repeatedRow),
      ...matches.pairs.flatMap(keptLetters),
      ...noteOnMany(file, gone, current),
    ],
    studentRefOf: new Map([
      ...fresh.rows.map((row): [StudentRow, string] => [row, row.ref]),
      ...matches.pairs.map(({ row, student }): [StudentRow, string] => [row, student.id]),
    ]),
  };
}

/** With the same birth date it is the same child again; without one it may be a namesake. */
function repeatedRow({ row, first }: { row: StudentRow; first: StudentRow }): RosterProblem {
  const value = `${row.givenName} ${row.familyName}`;
  const code = row.birthDate === null ? 'identicalRows' : 'duplicateRow';
  return about(code, row, { value, params: { firstLine: first.line } });
}

/** For somebody new there is no better spelling to keep. */
export function lostLetters(row: StudentRow | GuardianPerson): RosterProblem[] {
  const value = `${row.givenName} ${row.familyName}`;
  return hasLostLetters(value) ? [about('lettersLost', row, { value })] : [];
}

function keptLetters({ row, student }: { row: StudentRow; student: CurrentStudent }): RosterProblem[] {
  if (!keepsLetters(row, student)) return [];
  const kept = `${student.givenName} ${student.familyName}`;
  return [about('lettersKept', row, { value: `${row.givenName} ${row.familyName}`, params: { kept } })];
}

function comparePairs(pairs: readonly { row: StudentRow; student: CurrentStudent }[], context: Context) {
  const lists: Pick<StudentComparison, 'changedStudents' | 'movedStudents' | 'returnedStudents'> = {
    changedStudents: [],
    movedStudents: [],
    returnedStudents: [],
  };
  let unchanged = 0;
  for (const { row, student } of pairs) {
    const { givenName, familyName, className, id: studentId, leftOn } = student;
    const who = { file: row.file, line: row.line, givenName, familyName, studentId };
    const changes = studentChanges(row, student);
    const moved = leftOn === null ? classMove(row, student, context.classNames) : null;
    if (changes.length > 0) lists.changedStudents.push({ ...who, className, changes });
    if (moved) lists.movedStudents.push({ ...who, ...moved });
    if (leftOn !== null) {
      const to = inClass(row, context).className;
      lists.returnedStudents.push({
        ...who,
        ref: `returned:${studentId}`,
        suggested: false,
        leftOn,
        className: to,
      });
    }
    if (changes.length === 0 && !moved && leftOn === null) unchanged += 1;
  }
  return { ...lists, unchanged };
}

function candidateOf(
  row: StudentRow,
  { student, reason }: StudentProposal['candidates'][number],
  context: Context,
): StudentCandidate {
  const { id, isLeaving: _, ...known } = student;
  const scoped = <T extends { ref: string }>(part: T): T => ({ ...part, ref: `${row.ref}:${part.ref}` });
  const moved = classMove(row, student, context.classNames);
  return {
    ...known,
    studentId: id,
    reason,
    changes: studentChanges(row, student).map(scoped),
    moved: moved && scoped(moved),
  };
}

/** Of rows that nothing tells apart the first is a new child, unless such a row already means a child of the school. */
function firstOfNamesakes(rows: readonly StudentRow[], matched: readonly StudentRow[]) {
  const nameOf = (row: StudentRow) => `${personKey(row)} ${classKey(row.className ?? '')} ${row.birthDate}`;
  const firsts = new Map(matched.map((row) => [nameOf(row), row]));
  const repeated: { row: StudentRow; first: StudentRow }[] = [];
  const kept = rows.filter((row) => {
    const name = nameOf(row);
    const first = row.importKey === null ? firsts.get(name) : undefined;
    if (first) repeated.push({ row, first });
    else firsts.set(name, row);
    return first === undefined;
  });
  return { rows: kept, repeated };
}

function withoutRow(
  open: ReadonlySet<CurrentStudent>,
  proposals: readonly StudentProposal[],
): CurrentStudent[] {
  const asked = new Set(proposals.flatMap((proposal) => proposal.candidates.map(({ student }) => student)));
  return [...open].filter((student) => student.leftOn === null && !student.isLeaving && !asked.has(student));
}

function leftStudent(student: CurrentStudent, context: Context): RosterPreview['leftStudents'][number] {
  const { id: studentId, givenName, familyName, className } = student;
  const classInFile = context.classesInFile.has(classKey(className ?? ''));
  return {
    ref: `left:${studentId}`,
    suggested: false,
    studentId,
    givenName,
    familyName,
    className,
    classInFile,
  };
}

function noteOnMany(file: string | null, gone: readonly CurrentStudent[], current: CurrentRoster) {
  const present = current.students.filter((student) => student.leftOn === null).length;
  if (file === null || gone.length < 5 || gone.length <= present * MANY_LEFT) return [];
  return [rosterProblem('manyLeft', file, { params: { left: gone.length, present } })];
}

function inClass(row: StudentRow, context: Context): StudentRow {
  return {
    ...row,
    className: row.className && (context.classNames.get(classKey(row.className)) ?? row.className),
  };
}

function findNewClasses(current: CurrentRoster, rows: readonly StudentRow[]): RosterPreview['newClasses'] {
  const known = new Set(current.classes.map(({ name }) => classKey(name)));
  const found = new Map<string, string>();
  for (const { className } of rows) {
    const key = className ? classKey(className) : '';
    if (className && key && !known.has(key) && !found.has(key)) found.set(key, classDisplayName(className));
  }
  return [...found.values()]
    .map((name) => ({ name, gradeLevel: gradeLevelOf(name) }))
    .sort((left, right) => left.name.localeCompare(right.name, 'de', { numeric: true }));
}
