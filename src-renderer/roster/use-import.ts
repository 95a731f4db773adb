import { useState } from 'react';
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
  | { readonly kind: 'applying'; readonly steps: number }
  | { readonly kind: 'done'; readonly sentence: string; readonly steps: number; readonly commands: number };

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
    /** Does what was decided. A school that has changed meanwhile is looked at again; nothing is half done. */
    apply: async (decisions: ImportDecisions, summary: { sentence: string; steps: number }) => {
      if (phase.kind !== 'looking') return;
      setPhase({ kind: 'applying', steps: summary.steps });
      const answer = await carryOut({ previewId: phase.previewId, decisions });
      if (answer.ok) setPhase({ kind: 'done', sentence: summary.sentence, ...answer.result });
      else await look(files, reading, []);
    },
    restart: () => {
      setFiles([]);
      setReading(GUESSED);
      setPhase(CHOOSING);
    },
  };
}

export type Import = ReturnType<typeof useImport>;
