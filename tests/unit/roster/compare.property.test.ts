import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRoster } from '../../../src-shared/roster/compare.ts';
import type { CurrentRoster } from '../../../src-shared/roster/current.ts';
import { planImport } from '../../../src-shared/roster/plan.ts';
import { isNothingToDo, rosterPreviewSchema } from '../../../src-shared/roster/preview.ts';
import { importStepSchema } from '../../../src-shared/roster/steps.ts';
import { applySteps } from '../../support/roster-files/apply-steps.ts';
import { arbitrarySchool } from '../../support/roster-files/arbitrary-school.ts';
import { decideAll, filesOf } from '../../support/roster-files/files-of.ts';

function counter(): () => string {
  let next = 0;
  return () => `new-${next++}`;
}

describe('a school compared with its own lists', () => {
  it('has nothing to do, whatever namesakes, siblings and missing keys it has', () => {
    fc.assert(
      fc.property(arbitrarySchool(), fc.constantFrom('iserv', 'danis'), (school, format) => {
        const preview = compareRoster(filesOf(school, format), school);
        expect(preview.unreadable).toEqual([]);
        const { newClasses: _, ...lists } = preview;
        expect(isNothingToDo({ ...lists, newClasses: [] })).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

describe('an import that was applied', () => {
  const twoSchools = fc.tuple(arbitrarySchool(), arbitrarySchool());

  it('makes only steps that can be done, in their order, and that travel as JSON', () => {
    fc.assert(
      fc.property(twoSchools, fc.constantFrom('new', 'same'), ([school, other], answer) => {
        const preview = compareRoster(filesOf(other), school);
        expect(rosterPreviewSchema.parse(JSON.parse(JSON.stringify(preview)))).toEqual(preview);
        const steps = planImport(preview, decideAll(preview, answer), counter());
        for (const step of steps)
          expect(importStepSchema.parse(JSON.parse(JSON.stringify(step)))).toEqual(step);
        expect(() => applySteps(school, steps)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  it('leaves nothing to add, correct or move when the same file comes again', () => {
    fc.assert(
      fc.property(arbitrarySchool(), (source) => {
        const empty: CurrentRoster = { classes: [], students: [], guardians: [], guardianships: [] };
        const files = filesOf(source);
        let school = empty;
        const ids = counter();
        for (let round = 0; round < 1; round += 1) {
          const preview = compareRoster(files, school);
          school = applySteps(school, planImport(preview, decideAll(preview, 'new'), ids));
        }
        const again = compareRoster(files, school);
        expect(isNothingToDo(again)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('never removes a child, a guardian or a contact', () => {
    fc.assert(
      fc.property(twoSchools, ([school, other]) => {
        const preview = compareRoster(filesOf(other), school);
        const steps = planImport(preview, { ...decideAll(preview, 'same'), accepted: [] }, counter());
        const after = applySteps(school, steps);
        for (const student of school.students) {
          const kept = after.students.find(({ id }) => id === student.id);
          expect([student.leftOn, null]).toContain(kept?.leftOn);
        }
        for (const guardian of school.guardians) {
          const kept = after.guardians.find(({ id }) => id === guardian.id);
          expect(kept?.phones).toEqual(expect.arrayContaining(guardian.phones));
          expect(kept?.emails).toEqual(expect.arrayContaining(guardian.emails));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same steps for the same preview', () => {
    fc.assert(
      fc.property(twoSchools, ([school, other]) => {
        const preview = compareRoster(filesOf(other), school);
        const decisions = decideAll(preview, 'same');
        expect(planImport(preview, decisions, counter())).toEqual(planImport(preview, decisions, counter()));
      }),
      { numRuns: 50 },
    );
  });
});
