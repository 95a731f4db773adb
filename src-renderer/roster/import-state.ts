import type { TFunction } from 'i18next';
import type { ImportEntry } from '../../src-shared/roster/contract.ts';

type Written = Pick<ImportEntry, 'parts' | 'partsDone' | 'partsUndone' | 'left' | 'undoUntil'>;

/** How an import stands, and whether something of it can still be taken back. */
export interface ImportState {
  readonly kind: 'whole' | 'halted' | 'partlyUndone' | 'undone' | 'undoneButSome';
  readonly mayUndo: boolean;
}

/** The state of an import, from how many of its parts were done and taken back. */
export function importState({ parts, partsDone, partsUndone, left, undoUntil }: Written): ImportState {
  const mayUndo = undoUntil !== null;
  if (partsUndone === 0) return { kind: partsDone < parts ? 'halted' : 'whole', mayUndo };
  if (partsUndone < partsDone) return { kind: 'partlyUndone', mayUndo };
  return { kind: left === 0 ? 'undone' : 'undoneButSome', mayUndo: mayUndo && left > 0 };
}

/** `Schülerliste.csv`, `Schülerliste.csv und 2 weitere`; an import from before files were noted has none. */
export function fileNames(files: ImportEntry['files'], t: TFunction<'roster-screen'>): string {
  const [first, ...more] = files.map(({ name }) => name);
  if (first === undefined) return t('imports.noFiles');
  return more.length === 0 ? first : t('imports.files', { first, count: more.length });
}
