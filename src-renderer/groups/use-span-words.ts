import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../src-shared/values/day.ts';
import type { Span } from '../../src-shared/values/span.ts';
import { useFormat } from '../format/use-format.ts';
import { useSession } from '../session/session-context.ts';

/** Writes a span as it is said: "seit 01.08.2026", "ab Mo, 30.11.", "Mi, 25.11. – Fr, 27.11.". */
export function useSpanWords(): (span: Span) => string {
  const { t } = useTranslation('groups');
  const format = useFormat();
  const { today } = useSession();
  return useCallback(
    ({ fromDay, untilDay }) => {
      const sameYear = [fromDay, untilDay ?? fromDay].every((day) => day.slice(0, 4) === today.slice(0, 4));
      const written = (day: Day) => (sameYear ? format.shortDay(day) : format.fullDay(day));
      if (untilDay === null && fromDay <= today) return t('span.since', { day: format.fullDay(fromDay) });
      if (untilDay === null) return t('span.from', { day: written(fromDay) });
      if (untilDay === fromDay) return t('span.on', { day: written(fromDay) });
      return t('span.between', { from: written(fromDay), until: written(untilDay) });
    },
    [t, format, today],
  );
}
