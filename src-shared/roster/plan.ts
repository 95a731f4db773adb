import { classKey, gradeLevelOf } from './class-key.ts';
import type { PlanContext } from './plan-context.ts';
import { planGuardians } from './plan-guardians.ts';
import { planStudents } from './plan-students.ts';
import type { RosterPreview } from './preview.ts';
import type { ImportDecisions, ImportStep } from './steps.ts';

/**
 * The steps that do what a preview offers and a person has decided. Pure: the same preview, decisions and ids give the
 * same steps. Classes are added only if a step needs them; a line without an answer waits.
 */
export function planImport(
  preview: RosterPreview,
  decisions: ImportDecisions,
  newId: () => string,
): ImportStep[] {
  const declined = new Set(decisions.declined);
  const accepted = new Set(decisions.accepted);
  const context: PlanContext = {
    decisions,
    newId,
    ids: new Map(),
    isWanted: ({ ref, suggested }) => (suggested ? !declined.has(ref) : accepted.has(ref)),
  };
  const students = planStudents(preview, context);
  const guardians = planGuardians(preview, context);
  return [...planClasses(preview, students, newId), ...students, ...guardians];
}

function planClasses(
  preview: RosterPreview,
  steps: readonly ImportStep[],
  newId: () => string,
): ImportStep[] {
  const needed = new Set(steps.map((step) => classKey(('className' in step && step.className) || '')));
  return preview.newClasses
    .filter(({ name }) => needed.has(classKey(name)))
    .map(({ name }) => ({ kind: 'addClass', classId: newId(), name, gradeLevel: gradeLevelOf(name) }));
}
