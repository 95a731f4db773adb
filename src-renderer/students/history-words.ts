import type { TFunction } from 'i18next';
import type { HistoryLine } from '../../src-shared/history/contract.ts';
import { isDay } from '../../src-shared/values/day.ts';

type Change = HistoryLine['changes'][number];

const yesOrNo: readonly string[] = [
  'allDayCare',
  'lunch',
  'hasCustody',
  'powerOfAttorney',
  'livesWith',
  'blocked',
];

/** The changes of one line of a history, each as `Klasse: 2b → 3b`; what names only somebody stands alone. */
export function historySentences(
  changes: readonly Change[],
  t: TFunction<'students'>,
  fullDay: (day: string) => string,
): string[] {
  return changes.map(({ field, from, to }) => {
    if (field === 'guardian') return String(to ?? '');
    if (field === 'household') return t('history.household');
    const words = (value: Change['from']) => valueWords(field, value, t, fullDay);
    return t('history.change', { field: t(`history.fields.${field}`), from: words(from), to: words(to) });
  });
}

function valueWords(
  field: string,
  value: Change['from'],
  t: TFunction<'students'>,
  fullDay: (day: string) => string,
): string {
  if (value === null || value === '') return t('history.nothing');
  if (yesOrNo.includes(field)) return t(value === 1 ? 'history.yes' : 'history.no');
  if (field === 'relation') return t(`words:relations.${value}`);
  if (field === 'kind') return t(`kinds.${value}`);
  return isDay(String(value)) ? fullDay(String(value)) : String(value);
}
