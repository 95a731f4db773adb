import type { TFunction } from 'i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';

export type UndoPreview = OperationResult<'roster.undoPreview'>;
type Words = TFunction<'roster-screen'>;

/** `3 neue Kinder, 4 Erziehungsberechtigte und 1 Klasse`; empty for nothing. */
function listed(parts: readonly (readonly [string, number])[], t: Words): string {
  const words = parts.flatMap(([key, count]) => (count > 0 ? [t(key as 'undo.students', { count })] : []));
  if (words.length <= 1) return words.join('');
  return t('summary.and', { first: words.slice(0, -1).join(', '), last: words.at(-1) });
}

/** What an undo does, in one or two sentences; none when there is nothing to take back. */
export function undoSentences({ goes, returns }: Pick<UndoPreview, 'goes' | 'returns'>, t: Words): string[] {
  const going = listed(
    [
      ['undo.newStudents', goes.students],
      ['undo.newGuardians', goes.guardians],
      ['undo.newTies', goes.guardianships],
      ['undo.newClasses', goes.classes],
    ],
    t,
  );
  const returning = listed(
    [
      ['undo.students', returns.students],
      ['undo.guardians', returns.guardians],
    ],
    t,
  );
  return [
    ...(going === '' ? [] : [t('undo.goes', { what: going })]),
    ...(returning === '' ? [] : [t('undo.returns', { who: returning })]),
  ];
}

/** Who stays only because a child does; empty for nobody. */
export function staysWithSentence({ staysWith }: Pick<UndoPreview, 'staysWith'>, t: Words): string {
  const who = listed(
    [
      ['undo.guardians', staysWith.guardians],
      ['undo.classes', staysWith.classes],
    ],
    t,
  );
  return who === '' ? '' : t('undo.staysWith', { who });
}
