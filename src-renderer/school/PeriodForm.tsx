import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../src-shared/values/day.ts';
import { newId } from '../client/new-id.ts';
import { useCommand } from '../client/use-command.ts';
import { Button } from '../components/Button.tsx';
import { DayField } from '../components/DayField.tsx';
import { sayDone } from '../components/notices.ts';
import { SelectField } from '../components/SelectField.tsx';
import classes from './School.module.css';

/** What a person enters by hand; public holidays come from the server. */
const kinds = ['closure', 'movableHoliday', 'schoolHoliday'] as const;

/** Enters days without lessons: why, what they are called, from when until when. */
export function PeriodForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('school');
  const enter = useCommand('calendar.enter');
  const [kind, setKind] = useState<(typeof kinds)[number]>('closure');
  const [name, setName] = useState('');
  const [fromDay, setFrom] = useState<Day | null>(null);
  const [untilDay, setUntil] = useState<Day | null>(null);
  const last = untilDay ?? fromDay;
  const reversed = fromDay !== null && last !== null && last < fromDay;
  const ready = fromDay !== null && !reversed;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready || last === null) return;
    const called = name.trim() === '' ? t(`kinds.${kind}`) : name.trim();
    const answer = await enter({ periodId: newId(), kind, name: called, fromDay, untilDay: last });
    if (!answer.ok) return;
    sayDone(t('calendar.entered', { name: called }));
    onDone();
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <SelectField
        label={t('calendar.kind')}
        value={kind}
        options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        onChange={setKind}
      />
      <TextInput
        label={t('calendar.name')}
        placeholder={t(`calendar.example.${kind}`)}
        value={name}
        maxLength={80}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <DayField label={t('calendar.from')} value={fromDay} autoFocus onChange={setFrom} />
      <DayField label={t('calendar.until')} value={untilDay} onChange={setUntil} />
      {reversed ? (
        <p role="alert" className={classes.problem}>
          {t('failures:reasons.rangeReversed')}
        </p>
      ) : null}
      <FormButtons ready={ready} onCancel={onDone} />
    </form>
  );
}

function FormButtons({ ready, onCancel }: { ready: boolean; onCancel: () => void }) {
  const { t } = useTranslation('school');
  return (
    <div className={classes.buttons}>
      <Button type="submit" disabled={!ready}>
        {t('calendar.save')}
      </Button>
      <Button kind="quiet" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </div>
  );
}
