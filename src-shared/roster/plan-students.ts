import type { PlanContext } from './plan-context.ts';
import type { FieldChange, RosterPreview, StudentCandidate, StudentRow } from './preview.ts';
import type { ImportStep } from './steps.ts';

/** The steps about children: corrections first, since one may free an import key that a new child needs. */
export function planStudents(preview: RosterPreview, context: PlanContext): ImportStep[] {
  const { isWanted, decisions } = context;
  const changed = preview.changedStudents.flatMap((item) => correct(item.studentId, item.changes, context));
  const moved = preview.movedStudents
    .filter(isWanted)
    .map((item): ImportStep => ({ kind: 'moveStudent', studentId: item.studentId, className: item.after }));
  const answered = planAnswers(preview, context);
  const returned = preview.returnedStudents
    .filter(isWanted)
    .map(({ studentId, className }): ImportStep => ({ kind: 'readmitStudent', studentId, className }));
  const added = preview.newStudents.filter(isWanted).map((row) => add(row, context));
  const left = preview.leftStudents
    .filter(isWanted)
    .map(({ studentId }): ImportStep => ({ kind: 'markLeft', studentId, on: decisions.leftOn }));
  return [...changed, ...moved, ...answered, ...returned, ...added, ...left];
}

function planAnswers(preview: RosterPreview, context: PlanContext): ImportStep[] {
  const taken = new Set<string>();
  return preview.possibleStudents.flatMap((row) => {
    const answer = context.decisions.samePerson[row.ref];
    if (answer === 'new') return [...freeKeys(row), add(row, context)];
    const same = row.candidates.find(({ studentId }) => studentId === answer);
    if (!same || taken.has(same.studentId)) return [];
    taken.add(same.studentId);
    return become(same, row, context);
  });
}

function become(same: StudentCandidate, row: StudentRow, context: PlanContext): ImportStep[] {
  const { studentId, leftOn, changes, moved } = same;
  const steps = correct(studentId, changes, context);
  if (leftOn !== null) return [...steps, { kind: 'readmitStudent', studentId, className: row.className }];
  const step: ImportStep[] =
    moved && context.isWanted(moved) ? [{ kind: 'moveStudent', studentId, className: moved.after }] : [];
  return [...steps, ...step];
}

/** The file gives a child's key to somebody else; the person says that this is right. */
function freeKeys(row: RosterPreview['possibleStudents'][number]): ImportStep[] {
  return row.candidates
    .filter(({ reason }) => reason === 'importKeyOtherName')
    .map(({ studentId }) => ({ kind: 'correctStudent', studentId, fields: { importKey: null } }));
}

function correct(studentId: string, changes: readonly FieldChange[], context: PlanContext): ImportStep[] {
  const wanted = changes.filter(context.isWanted).map(({ field, after }) => [field, after]);
  return wanted.length > 0 ? [{ kind: 'correctStudent', studentId, fields: Object.fromEntries(wanted) }] : [];
}

function add(row: StudentRow, context: PlanContext): ImportStep {
  const studentId = context.newId();
  context.ids.set(row.ref, studentId);
  const { importKey, givenName, familyName, birthDate, className } = row;
  return { kind: 'addStudent', studentId, importKey, givenName, familyName, birthDate, className };
}
