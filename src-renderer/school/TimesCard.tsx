import { TextInput } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { useMay } from '../absences/use-may.ts';
import { useCommand } from '../client/use-command.ts';
import { useQuery } from '../client/use-query.ts';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { sayDone } from '../components/notices.ts';
import classes from './School.module.css';
import { meantTimes, type TimesTyped, typedTimes } from './times-form.ts';

const marks = ['lessonsStart', 'reportCutoff', 'rollCallLimit'] as const;

/** When lessons are, until when guardians report, until when classes do. */
export function TimesCard() {
  const { t } = useTranslation('school');
  const { data } = useQuery('settings.current', {});
  return (
    <Card title={t('times.title')} icon={<IconClock aria-hidden />}>
      {/* Another person's change begins the form anew: what stands there must be what is true. */}
      {data ? <TimesForm key={JSON.stringify(data)} settings={data} /> : null}
    </Card>
  );
}

function TimesForm({ settings }: { settings: OperationResult<'settings.current'> }) {
  const { t } = useTranslation('school');
  const disabled = !useMay()('settings.decideTimes');
  const decide = useCommand('settings.decideTimes');
  const [typed, setTyped] = useState<TimesTyped>(() => typedTimes(settings));
  const times = meantTimes(typed);
  const changed = JSON.stringify(typed) !== JSON.stringify(typedTimes(settings));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (times && (await decide(times)).ok) sayDone(t('times.saved'));
  };
  return (
    <form className={classes.body} onSubmit={(event) => void submit(event)}>
      <div className={classes.marks}>
        {marks.map((mark) => (
          <TextInput
            key={mark}
            label={t(`times.${mark}`)}
            value={typed[mark]}
            disabled={disabled}
            maxLength={9}
            onChange={(event) => setTyped({ ...typed, [mark]: event.currentTarget.value })}
          />
        ))}
      </div>
      <LessonRows typed={typed} disabled={disabled} onChange={setTyped} />
      {times === null ? (
        <p role="alert" className={classes.problem}>
          {t('times.wrong')}
        </p>
      ) : null}
      {disabled ? null : (
        <div className={classes.buttons}>
          <Button type="submit" disabled={times === null || !changed}>
            {t('save')}
          </Button>
        </div>
      )}
    </form>
  );
}

interface LessonRowsProps {
  typed: TimesTyped;
  disabled: boolean;
  onChange: (typed: TimesTyped) => void;
}

function LessonRows({ typed, disabled, onChange }: LessonRowsProps) {
  const { t } = useTranslation('school');
  const change = (index: number, end: 'from' | 'until', value: string) =>
    onChange({
      ...typed,
      lessons: typed.lessons.map((lesson, at) => (at === index ? { ...lesson, [end]: value } : lesson)),
    });
  return (
    <fieldset className={classes.lessons}>
      <legend>{t('times.lessons')}</legend>
      <ol>
        {typed.lessons.map((lesson, index) => (
          // The lessons of a day are told apart by their place alone.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index}>
            <span aria-hidden="true">{index + 1}.</span>
            {(['from', 'until'] as const).map((end) => (
              <TextInput
                key={end}
                aria-label={t(`times.lesson.${end}`, { lesson: index + 1 })}
                value={lesson[end]}
                disabled={disabled}
                maxLength={9}
                onChange={(event) => change(index, end, event.currentTarget.value)}
              />
            ))}
          </li>
        ))}
      </ol>
    </fieldset>
  );
}
