import type { TFunction } from 'i18next';
import type { CallDraft } from '../../src-shared/calls/draft.ts';
import type { DeskStudent } from './entry.ts';

/** Longest label of a parked call, in characters. */
const LONGEST = 80;

/** What a parked call's tab says: the child, else what was typed so far. */
export function parkedLabel(
  entry: CallDraft,
  child: DeskStudent['student'] | undefined,
  t: TFunction<'desk'>,
): string {
  const label = child
    ? `${child.familyName} ${child.className}`
    : entry.query.trim() || entry.note.trim() || t('unnamedCall');
  return label.slice(0, LONGEST);
}
