import { useState } from 'react';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import type { ColumnMapping, UnknownList } from '../../src-shared/roster/mapping.ts';
import type { RosterPreview } from '../../src-shared/roster/preview.ts';
import type { RosterProblem } from '../../src-shared/roster/problems.ts';
import type { ImportDecisions } from '../../src-shared/roster/steps.ts';
import type { RosterSeparator } from '../../src-shared/roster/types.ts';
import { useCommand } from '../client/use-command.ts';
import { type ChosenFile, readChosenFiles } from './chosen-files.ts';

/** How files are read where the program's own guess is wrong; null guesses. */
export interface Reading {
  readonly encoding: string | null;
  readonly separator: RosterSeparator | null;
  /** What the columns of a list hold that no format knows, by the list's name. */
  readonly mappings: readonly { readonly file: string; readonly mapping: ColumnMapping }[];
}

const GUESSED: Reading = { encoding: null, separator: null, mappings: [] };

/** What could not be taken: why, and the lists whose columns a person can name. */
export interface Unread {
  readonly problems: readonly RosterProblem[];
  readonly unknownLists: readonly UnknownList[];
}

/** How far an import has come. Its `problems` are about whole files; the preview has its own. */
export type ImportPhase =
  | ({ readonly kind: 'choosing' } & Unread)
  | { readonly kind: 'mapping'; readonly list: UnknownList; readonly before: ImportPhase }
  | { readonly kind: 'reading' }
  | ({ readonly kind: 'looking'; readonly previewId: string; readonly preview: RosterPreview } & Unread)
  | { readonly kind: 'applying' }
  | ({ readonly kind: 'done'; readonly sentence: string } & OperationResult<'roster.import'>)
  | { readonly kind: 'undo'; readonly importId: string };

const CHOOSING: Extract<ImportPhase, { kind: 'choosing' }> = {
  kind: 'choosing',
  problems: [],
  unknownLists: [],
};

/** What there is to see once files were read; `before`: what could not even be handed to the core. */
function lookedAt(
  { previewId, preview, unknownLists, problems: found }: OperationResult<'roster.preview'>,
  before: readonly RosterProblem[],
): ImportPhase {
  const problems = [...before, ...found];
  return previewId === null || preview === null
    ? { ...CHOOSING, problems, unknownLists }
    : { kind: 'looking', previewId, preview, problems, unknownLists };
}

function withMapping(reading: Reading, file: string, mapping: ColumnMapping): Reading {
  const others = reading.mappings.filter((known) => known.file !== file);
  return { ...reading, mappings: [...others, { file, mapping }] };
}

/** Takes files to a preview and the preview to the school. Nothing changes before `apply`. */
export function useImport() {
  const carryOut = useCommand('roster.import');
  const previewRoster = useCommand('roster.preview');
  const [phase, setPhase] = useState<ImportPhase>(CHOOSING);
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [reading, setReading] = useState<Reading>(GUESSED);

  const look = async (chosen: readonly ChosenFile[], how: Reading, before: readonly RosterProblem[]) => {
    setFiles(chosen);
    setReading(how);
    if (chosen.length === 0) return setPhase({ ...CHOOSING, problems: before });
    setPhase({ kind: 'reading' });
    const answer = await previewRoster({ files: [...chosen], ...how, mappings: [...how.mappings] });
    setPhase(answer.ok ? lookedAt(answer.result, before) : { ...CHOOSING, problems: before });
  };
  return {
    phase,
    reading,
    /** Files were chosen or dropped. */
    choose: async (chosen: readonly File[]) => {
      setPhase({ kind: 'reading' });
      const { files: read, problems } = await readChosenFiles(chosen);
      await look(read, GUESSED, problems);
    },
    /** The same files once more, read in another way or compared with the school as it is now. */
    readAgain: (how: Reading) => look(files, how, []),
    /** Somebody wants to say what the columns of a list hold. */
    map: (list: UnknownList) => setPhase((before) => ({ kind: 'mapping', list, before })),
    /** What they hold; read again with it. */
    mapped: async (mapping: ColumnMapping) => {
      if (phase.kind === 'mapping') await look(files, withMapping(reading, phase.list.file, mapping), []);
    },
    leaveMapping: () => setPhase((now) => (now.kind === 'mapping' ? now.before : now)),
    /** Does what was decided. A school that has changed meanwhile is looked at again. */
    apply: async (decisions: ImportDecisions, sentence: string) => {
      if (phase.kind !== 'looking') return;
      setPhase({ kind: 'applying' });
      const answer = await carryOut({ previewId: phase.previewId, decisions });
      if (answer.ok) setPhase({ kind: 'done', sentence, ...answer.result });
      else await look(files, reading, []);
    },
    /** Looks at what taking an import back would do. */
    undo: (importId: string) => setPhase({ kind: 'undo', importId }),
    restart: () => {
      setFiles([]);
      setReading(GUESSED);
      setPhase(CHOOSING);
    },
  };
}

export type Import = ReturnType<typeof useImport>;
