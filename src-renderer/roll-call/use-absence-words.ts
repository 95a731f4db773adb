import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { useSession } from '../session/session-context.ts';
import type { ClassLine } from './presence.ts';

/** A known absence in a few words: "krank bis Mi, 26.11.". Without the reason where the person may not know it. */
export function useAbsenceWords({ absence }: ClassLine): string {
  const { t } = useTranslation('roll-call');
  const { t: tWords } = useTranslation('words');
  const format = useFormat();
  const { today } = useSession();
  if (!absence) return '';
  const why = absence.reason === null ? t('known') : tWords(`reasons.${absence.reason}`);
  const parts = [why];
  if (absence.span === 'arrivesLate') parts.push(tWords('days.arrivesLate', { time: absence.atTime ?? '' }));
  else if (absence.span === 'leavesEarly')
    parts.push(tWords('days.leavesEarly', { time: absence.atTime ?? '' }));
  else if (absence.untilDay === null) parts.push(tWords('days.furtherNotice'));
  else if (absence.untilDay > today)
    parts.push(tWords('days.until', { until: format.shortDay(absence.untilDay) }));
  if (absence.toCheck) parts.push(`· ${t('toCheck')}`);
  return parts.join(' ');
}
