import { readRosterFile } from '../../../src-main/core/roster/read-file.ts';
import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import { compareRoster } from '../../../src-shared/roster/compare.ts';
import type { ImportEntry } from '../../../src-shared/roster/contract.ts';
import type { CurrentRoster } from '../../../src-shared/roster/current.ts';
import { importFiles } from '../../../src-shared/roster/import-files.ts';
import { planImport } from '../../../src-shared/roster/plan.ts';
import type { RosterPreview } from '../../../src-shared/roster/preview.ts';
import type { RosterProblem } from '../../../src-shared/roster/problems.ts';
import type { ParsedRoster } from '../../../src-shared/roster/types.ts';
import { applySteps } from '../roster-files/apply-steps.ts';
import { largeSchool } from '../roster-files/large-school.ts';
import { DAY, NOW } from './data/moment.ts';
import type { Handlers } from './handlers.ts';
import { idOf } from './people.ts';
import { changed, type State } from './state.ts';

/** How many children the invented school has; its own lists come from `largeSchool` of as many. */
export const ROSTER_SIZE = 120;

interface Register {
  school: CurrentRoster;
  preview: RosterPreview | null;
  ids: number;
  imports: ImportEntry[];
  /** The school before the last import. */
  before: CurrentRoster | null;
}

/** Each window has a school of its own. */
const registers = new WeakMap<State, Register>();

function registerOf(state: State): Register {
  const found = registers.get(state) ?? {
    school: largeSchool(ROSTER_SIZE),
    preview: null,
    ids: 0,
    imports: pastImports(),
    before: null,
  };
  registers.set(state, found);
  return found;
}

/** One that was taken back but for three, one that was stopped, one that is too old to be taken back. */
function pastImports(): ImportEntry[] {
  const parents = { name: 'Eltern 2025.csv', format: 'iservParents' as const, rows: 431 };
  const entry = {
    by: 'Yıldız',
    files: [
      {
        name: 'Schülerliste Schuljahr 2025-26 (Export DaNiS).csv',
        format: 'danisFreeList' as const,
        rows: 240,
      },
    ],
    rows: 1240,
    parts: 4,
    partsDone: 4,
    partsUndone: 0,
    undoneAt: null,
    undoneBy: null,
    left: 12,
  };
  return [
    {
      ...entry,
      importId: idOf(9101),
      at: '2025-11-20T09:12:00.000Z',
      partsUndone: 4,
      undoneAt: '2025-11-20T09:31:00.000Z',
      undoneBy: 'Brandt',
      undoUntil: '2025-12-20',
      left: 3,
    },
    {
      ...entry,
      importId: idOf(9102),
      at: '2025-11-17T10:02:00.000Z',
      files: [...entry.files, parents],
      partsDone: 2,
      undoUntil: '2025-12-17',
    },
    { ...entry, importId: idOf(9103), at: '2025-08-14T08:40:00.000Z', undoUntil: null, left: 0 },
  ];
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
    if (files.length === 0) return { previewId: null, preview: null, problems, unknownLists: [] };
    register.preview = compareRoster(files, register.school);
    return { previewId: idOf(9000), preview: register.preview, problems, unknownLists: [] };
  },
  'roster.import': (state, { decisions }) => {
    const register = registerOf(state);
    const { preview } = register;
    const importId = idOf(9200 + register.imports.length);
    if (!preview) return { importId, steps: 0, stepsDone: 0, parts: 0, partsDone: 0 };
    const steps = planImport(preview, decisions, () => {
      register.ids += 1;
      return `added-${register.ids}`;
    });
    register.before = register.school;
    register.school = applySteps(register.school, steps);
    register.imports.unshift({
      importId,
      at: NOW,
      by: 'Yıldız',
      files: importFiles(preview),
      rows: steps.length,
      parts: 1,
      partsDone: 1,
      partsUndone: 0,
      undoneAt: null,
      undoneBy: null,
      undoUntil: '2025-12-24',
      left: steps.length,
    });
    changed(state, 'rosterImport');
    return { importId, steps: steps.length, stepsDone: steps.length, parts: 1, partsDone: 1 };
  },
  'roster.export': (_state, { list }) => ({
    fileName: list === 'workbook' ? 'Kinder und Erziehungsberechtigte.xlsx' : 'Kinder.csv',
    mediaType: 'application/octet-stream',
    data: '',
    rows: ROSTER_SIZE,
  }),
  'roster.imports': (state) => ({ imports: registerOf(state).imports }),
  'roster.undoPreview': (state, { importId }) => {
    const register = registerOf(state);
    const entry = register.imports.find((one) => one.importId === importId);
    const isDone = entry !== undefined && entry.partsUndone === entry.partsDone;
    return {
      goes: { students: isDone ? 0 : (entry?.rows ?? 0), guardians: 0, guardianships: 0, classes: 0 },
      returns: { students: 0, guardians: 0 },
      stays: isDone && entry.left > 0 ? staying : [],
      staysWith: isDone && entry.left > 0 ? { guardians: 2, classes: 1 } : { guardians: 0, classes: 0 },
    };
  },
  'roster.undoImport': (state, { importId }) => {
    const register = registerOf(state);
    const entry = register.imports.find((one) => one.importId === importId);
    if (entry)
      Object.assign(entry, { partsUndone: entry.partsDone, undoneAt: NOW, undoneBy: 'Yıldız', left: 0 });
    register.school = register.before ?? register.school;
    changed(state, 'rosterImport');
    return { parts: 1, partsDone: 1 };
  },
  'roster.progress': (state) =>
    state.scene.name === 'importing' ? { phase: 'applying', done: 2400, total: 7560, file: null } : null,
  'roster.stop': () => ({}),
};

const staying: OperationResult<'roster.undoPreview'>['stays'] = [
  { kind: 'student', name: 'Brinkmann, Lotta', className: '1a', reason: 'usedSince' },
  { kind: 'student', name: 'Öztürk, Emre', className: '1a', reason: 'familyChanged' },
  { kind: 'guardian', name: 'Öztürk, Elif', className: '', reason: 'changedSince' },
];
