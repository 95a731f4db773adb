import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { absenceSpans } from '../../src-shared/absences/words.ts';
import { SelectField } from '../components/SelectField.tsx';
import type { Correction } from './correction.ts';

interface SpanFieldsProps {
  form: Correction;
  onChange: (changed: Partial<Correction>) => void;
}

const LESSONS = Array.from({ length: 12 }, (_, index) => String(index + 1));

/** How much of the day: all of it, some lessons, or from or to a time. */
export function SpanFields({ form, onChange }: SpanFieldsProps) {
  const { t } = useTranslation('absences');
  const timed = form.span === 'arrivesLate' || form.span === 'leavesEarly';
  const lessons = [
    { value: '', label: t('correct.lessonOpen') },
    ...LESSONS.map((lesson) => ({ value: lesson, label: t('history.lesson', { lesson }) })),
  ];
  return (
    <>
      <SelectField
        label={t('columns.span')}
        value={form.span}
        options={absenceSpans.map((value) => ({ value, label: t(`words:spans.${value}`) }))}
        onChange={(span) => onChange({ span })}
      />
      {timed ? (
        <TextInput
          label={t('correct.time')}
          description={t('correct.timeHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          value={form.time}
          maxLength={9}
          onChange={(event) => onChange({ time: event.currentTarget.value })}
        />
      ) : (
        <span />
      )}
      {form.span === 'lessons' ? (
        <>
          <SelectField
            label={t('correct.fromLesson')}
            value={form.fromLesson}
            options={lessons}
            onChange={(fromLesson) => onChange({ fromLesson })}
          />
          <SelectField
            label={t('correct.untilLesson')}
            value={form.untilLesson}
            options={lessons}
            onChange={(untilLesson) => onChange({ untilLesson })}
          />
        </>
      ) : null}
    </>
  );
}
