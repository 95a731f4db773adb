import { useTranslation } from 'react-i18next';
import type { AbsenceLine } from '../../src-shared/absences/contract.ts';
import { addDays } from '../../src-shared/values/day.ts';
import { useFormat } from '../format/use-format.ts';
import { type AbsenceFilters, childrenAway, countFilters, weekOf } from './absence-filters.ts';
import { type FreeDay, freeName } from './free-days.ts';

interface ListSummaryProps {
  filters: AbsenceFilters;
  lines: readonly AbsenceLine[] | undefined;
  free: FreeDay | undefined;
}

/** Which days are shown, and how many are away, in one sentence. */
export function ListSummary({ filters, lines = [], free }: ListSummaryProps) {
  const { t } = useTranslation('absences');
  const format = useFormat();
  const filtered = countFilters(filters) > 0 ? ` · ${t('summary.filtered')}` : '';
  if (filters.view === 'week') {
    const { fromDay } = weekOf(filters.day);
    const range = { from: format.dayMonth(fromDay), until: format.fullDay(addDays(fromDay, 4)) };
    return `${t('summary.week', range)} · ${t('summary.absences', { count: lines.length })}${filtered}`;
  }
  const day = format.longDay(filters.day);
  if (free) return `${day} · ${t('summary.free', { name: freeName(free, t) })}`;
  return `${day} · ${t('away', { count: childrenAway(lines, filters.day) })}${filtered}`;
}
