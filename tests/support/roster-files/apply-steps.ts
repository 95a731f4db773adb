import type { CurrentRoster } from '../../../src-shared/roster/current.ts';
import type { ImportStep } from '../../../src-shared/roster/steps.ts';

/** What the steps of an import do, told as plainly as possible: the model that plans are checked against. */
export function applySteps(school: CurrentRoster, steps: readonly ImportStep[]): CurrentRoster {
  const next = structuredClone(school);
  for (const step of steps) applyStep(next, step);
  return next;
}

function applyStep(school: CurrentRoster, step: ImportStep): void {
  switch (step.kind) {
    case 'addClass':
      school.classes.push({ id: step.classId, name: step.name, gradeLevel: step.gradeLevel });
      return;
    case 'addStudent': {
      const { studentId: id, importKey, givenName, familyName, birthDate } = step;
      const className = classIn(school, step.className);
      school.students.push({
        id,
        importKey,
        givenName,
        familyName,
        birthDate,
        className,
        leftOn: null,
        isLeaving: false,
      });
      return;
    }
    case 'correctStudent':
      Object.assign(find(school.students, step.studentId), step.fields);
      return;
    case 'moveStudent':
      find(school.students, step.studentId).className = classIn(school, step.className);
      return;
    case 'readmitStudent':
      Object.assign(find(school.students, step.studentId), {
        leftOn: null,
        className: classIn(school, step.className),
      });
      return;
    case 'markLeft':
      find(school.students, step.studentId).leftOn = step.on;
      return;
    default:
      applyGuardianStep(school, step);
  }
}

type GuardianStep = Extract<ImportStep, { kind: 'addGuardian' | 'correctGuardian' | 'linkGuardian' }>;

function applyGuardianStep(school: CurrentRoster, step: GuardianStep): void {
  if (step.kind === 'addGuardian') {
    const { kind: _, guardianId: id, ...guardian } = step;
    school.guardians.push({ id, ...guardian });
  } else if (step.kind === 'correctGuardian') {
    const guardian = find(school.guardians, step.guardianId);
    Object.assign(guardian, step.fields);
    guardian.phones.push(...step.addPhones);
    guardian.emails.push(...step.addEmails);
  } else {
    const { studentId, guardianId, relation } = step;
    find(school.students, studentId);
    find(school.guardians, guardianId);
    const again = school.guardianships.some(
      (tie) => tie.studentId === studentId && tie.guardianId === guardianId,
    );
    if (again) throw new Error(`tie made twice: ${studentId} ${guardianId}`);
    school.guardianships.push({ studentId, guardianId, relation });
  }
}

function find<T extends { id: string }>(list: readonly T[], id: string): T {
  const found = list.find((item) => item.id === id);
  if (!found) throw new Error(`a step names what isn't there: ${id}`);
  return found;
}

function classIn(school: CurrentRoster, name: string | null): string | null {
  if (name === null) return null;
  if (!school.classes.some((known) => known.name === name))
    throw new Error(`a step names a class that isn't there: ${name}`);
  return name;
}
