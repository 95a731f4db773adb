import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../src-shared/values/day.ts';
import { parseDay } from '../desk/parse-day.ts';
import { useFormat } from '../format/use-format.ts';
import { useSession } from '../session/session-context.ts';

interface DayFieldProps {
  label: string;
  /** The day the field begins with; null is an empty field. */
  value: Day | null;
  /** Null while what is typed is no day. */
  onChange: (day: Day | null) => void;
  autoFocus?: boolean;
}

/** A day as it is said: `mo`, `27.`, `27.11.`. What was understood stands below with its weekday. */
export function DayField({ label, value, onChange, autoFocus = false }: DayFieldProps) {
  const { t } = useTranslation('absences');
  const format = useFormat();
  const { today } = useSession();
  const written = (day: Day) => (format.language === 'de' ? format.fullDay(day) : day);
  const [text, setText] = useState(value === null ? '' : written(value));
  const day = parseDay(text, today);
  const wrong = text.trim() !== '' && day === undefined;
  return (
    <TextInput
      label={label}
      value={text}
      autoFocus={autoFocus}
      // In a dialog the focus is given by this mark; else its close button would take it, and Enter close it.
      data-autofocus={autoFocus || undefined}
      autoComplete="off"
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={day === undefined ? (wrong ? undefined : t('dayField.hint')) : format.longDay(day)}
      error={wrong ? t('dayField.wrong') : undefined}
      onBlur={() => day !== undefined && setText(written(day))}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(parseDay(event.currentTarget.value, today) ?? null);
      }}
    />
  );
}
