import { useTranslation } from 'react-i18next';
import type { Day } from '../../src-shared/values/day.ts';
import { DayField } from '../components/DayField.tsx';

export interface TypedSpan {
  readonly fromDay: Day | null;
  readonly untilDay: Day | null;
}

interface SpanInputsProps {
  span: TypedSpan;
  onChange: (span: TypedSpan) => void;
  untilNeeded?: boolean;
}

/** First and last day; the last may stay empty unless it is needed. */
export function SpanInputs({ span, onChange, untilNeeded = false }: SpanInputsProps) {
  const { t } = useTranslation('groups');
  return (
    <>
      <DayField
        label={t('from')}
        value={span.fromDay}
        onChange={(fromDay) => onChange({ ...span, fromDay })}
      />
      <DayField
        label={t(untilNeeded ? 'until' : 'untilOptional')}
        value={span.untilDay}
        onChange={(untilDay) => onChange({ ...span, untilDay })}
      />
    </>
  );
}

/** True for a last day before the first. */
export function isReversed({ fromDay, untilDay }: TypedSpan): boolean {
  return fromDay !== null && untilDay !== null && untilDay < fromDay;
}
