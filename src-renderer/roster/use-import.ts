import { useState } from 'react';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
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
}

const GUESSED: Reading = { encoding: null, separator: null };

/** How far an import has come. `problems` are about whole files; the preview has its own. */
export type ImportPhase =
  | { readonly kind: 'choosing'; readonly problems: readonly RosterProblem[] }
  | { readonly kind: 'reading' }
  | {
      readonly kind: 'looking';
      readonly previewId: string;
      readonly preview: RosterPreview;
      readonly problems: readonly RosterProblem[];
    }
  | { readonly kind: 'applying' }
  | ({ readonly kind: 'done'; readonly sentence: string } & OperationResult<'roster.import'>)
  | { readonly kind: 'undo'; readonly importId: string };

const CHOOSING: ImportPhase = { kind: 'choosing', problems: [] };

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
    if (chosen.length === 0) return setPhase({ kind: 'choosing', problems: before });
    setPhase({ kind: 'reading' });
    const answer = await previewRoster({ files: [...chosen], ...how });
    if (!answer.ok) return setPhase({ kind: 'choosing', problems: before });
    const { previewId, preview } = answer.result;
    const problems = [...before, ...answer.result.problems];
    if (previewId === null || preview === null) return setPhase({ kind: 'choosing', problems });
    setPhase({ kind: 'looking', previewId, preview, problems });
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
