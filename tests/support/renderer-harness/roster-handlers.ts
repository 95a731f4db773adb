import { readRosterFile } from '../../../src-main/core/roster/read-file.ts';
import { compareRoster } from '../../../src-shared/roster/compare.ts';
import type { CurrentRoster } from '../../../src-shared/roster/current.ts';
import { planImport } from '../../../src-shared/roster/plan.ts';
import type { RosterPreview } from '../../../src-shared/roster/preview.ts';
import type { RosterProblem } from '../../../src-shared/roster/problems.ts';
import type { ParsedRoster } from '../../../src-shared/roster/types.ts';
import { applySteps } from '../roster-files/apply-steps.ts';
import { largeSchool } from '../roster-files/large-school.ts';
import { DAY } from './data/morning.ts';
import type { Handlers } from './handlers.ts';
import { idOf } from './people.ts';
import type { State } from './state.ts';

/** How many children the invented school has; its own lists come from `largeSchool` of as many. */
export const ROSTER_SIZE = 120;

interface Register {
  school: CurrentRoster;
  preview: RosterPreview | null;
  ids: number;
}

/** Each window has a school of its own. */
const registers = new WeakMap<State, Register>();

function registerOf(state: State): Register {
  const found = registers.get(state) ?? { school: largeSchool(ROSTER_SIZE), preview: null, ids: 0 };
  registers.set(state, found);
  return found;
}

/** Reads files as the core does and compares them with an invented school. */
export const rosterHandlers: Handlers = {
  'roster.preview': (state, args) => {
    const register = registerOf(state);
    const files: ParsedRoster[] = [];
    const problems: RosterProblem[] = [];
    for (const { name, data } of args.files) {
      const read = readRosterFile(Buffer.from(data, 'base64'), { file: name, today: DAY });
      if (read.kind === 'read') files.push(read.roster);
      else problems.push(read.problem);
    }
    if (files.length === 0) return { previewId: null, preview: null, problems };
    register.preview = compareRoster(files, register.school);
    return { previewId: idOf(9000), preview: register.preview, problems };
  },
  'roster.import': (state, { decisions }) => {
    const register = registerOf(state);
    if (!register.preview) return { steps: 0, commands: 0 };
    const steps = planImport(register.preview, decisions, () => {
      register.ids += 1;
      return `added-${register.ids}`;
    });
    register.school = applySteps(register.school, steps);
    return { steps: steps.length, commands: 1 };
  },
};
