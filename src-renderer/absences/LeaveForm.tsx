import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../src-shared/values/day.ts';
import { newId } from '../client/new-id.ts';
import { useCommand } from '../client/use-command.ts';
import { Button } from '../components/Button.tsx';
import { DayField } from '../components/DayField.tsx';
import { sayDone } from '../components/notices.ts';
import classes from './StudentCards.module.css';
import type { StudentYear } from './student-year.ts';

/** Takes down a request for leave: from, until, what for. */
export function LeaveForm({ year, onDone }: { year: StudentYear; onDone: () => void }) {
  const { t } = useTranslation('absences');
  const request = useCommand('absences.requestLeave');
  const [fromDay, setFrom] = useState<Day | null>(null);
  const [untilDay, setUntil] = useState<Day | null>(null);
  const [purpose, setPurpose] = useState('');
  const last = untilDay ?? fromDay;
  const reversed = fromDay !== null && last !== null && last < fromDay;
  const ready = fromDay !== null && !reversed && purpose.trim() !== '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready || last === null) return;
    const { studentId } = year;
    const answer = await request({ requestId: newId(), studentId, fromDay, untilDay: last, purpose });
    if (!answer.ok) return;
    sayDone(t('leave.requested', { name: `${year.givenName} ${year.familyName}` }));
    onDone();
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <DayField label={t('columns.from')} value={fromDay} autoFocus onChange={setFrom} />
      <DayField label={t('leave.untilOptional')} value={untilDay} onChange={setUntil} />
      <div className={classes.wide}>
        <TextInput
          label={t('leave.purpose')}
          value={purpose}
          maxLength={300}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
      </div>
      {reversed ? (
        <p role="alert" className={classes.problem}>
          {t('correct.problem.range')}
        </p>
      ) : null}
      <div className={classes.buttons}>
        <Button type="submit" disabled={!ready}>
          {t('leave.save')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('correct.cancel')}
        </Button>
      </div>
    </form>
  );
}
