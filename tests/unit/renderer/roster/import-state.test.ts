import { expect, test } from 'vitest';
import { importState } from '../../../../src-renderer/roster/import-state.ts';

const whole = { parts: 4, partsDone: 4, partsUndone: 0, left: 9, undoUntil: '2026-12-24' };

test.each([
  ['whole', {}, 'whole', true],
  ['stopped half way', { partsDone: 2 }, 'halted', true],
  ['taken back in part', { partsUndone: 3 }, 'partlyUndone', true],
  ['stopped, and what was done taken back', { partsDone: 2, partsUndone: 2, left: 0 }, 'undone', false],
  ['taken back', { partsUndone: 4, left: 0 }, 'undone', false],
  ['taken back but for some', { partsUndone: 4, left: 2 }, 'undoneButSome', true],
  ['too old', { undoUntil: null }, 'whole', false],
  [
    'taken back but for some, and too old',
    { partsUndone: 4, left: 2, undoUntil: null },
    'undoneButSome',
    false,
  ],
])('an import that is %s', (_, fields, kind, mayUndo) => {
  expect(importState({ ...whole, ...fields })).toEqual({ kind, mayUndo });
});
