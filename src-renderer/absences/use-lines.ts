import { useMemo } from 'react';
import type { AbsenceLine } from '../../src-shared/absences/contract.ts';
import { useRoute } from '../app/routes.ts';
import { useQuery } from '../client/use-query.ts';
import { useSession } from '../session/session-context.ts';
import { type AbsenceFilters, covers, filtersOf, paramsOf, weekOf } from './absence-filters.ts';
import type { FreeDay } from './free-days.ts';

/** The filters as they stand in the address, and the way to change them. */
export function useFilters(): {
  filters: AbsenceFilters;
  change: (filters: Partial<AbsenceFilters>) => void;
} {
  const { today } = useSession();
  const params = useRoute((route) => route.params);
  const changeParams = useRoute((route) => route.change);
  const filters = useMemo(() => filtersOf(params, today), [params, today]);
  return { filters, change: (changed) => changeParams(paramsOf(changed, today)) };
}

const NONE: readonly never[] = [];

export interface Lines {
  /** Absences of the whole week. */
  readonly week: readonly AbsenceLine[];
  /** Those of the day or week shown, in the list's own order. Undefined until the first answer. */
  readonly lines: readonly AbsenceLine[] | undefined;
  readonly freeDays: readonly FreeDay[];
  /** Set when the day shown has no lessons. */
  readonly free: FreeDay | undefined;
}

/** Absences of the week that is shown or that the day belongs to: the counts of its days are those of the lists. */
export function useLines(filters: AbsenceFilters): Lines {
  const { view, day, classId, reason, excuse, onlyOverdue, withWithdrawn } = filters;
  const narrowed = { classId, reason, excuse, onlyOverdue, withWithdrawn };
  const { data } = useQuery('absences.list', { ...weekOf(day), ...narrowed });
  const free = view === 'day' ? data?.freeDays.find((one) => one.day === day) : undefined;
  const lines = useMemo(() => {
    if (!data || view === 'week') return data?.lines;
    return free ? NONE : data.lines.filter((line) => covers(line, day));
  }, [data, view, day, free]);
  return { week: data?.lines ?? NONE, lines, freeDays: data?.freeDays ?? NONE, free };
}
