import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../src-shared/values/day.ts';
import { newId } from '../client/new-id.ts';
import { useCommand } from '../client/use-command.ts';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { DayField } from '../components/DayField.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { sayDone } from '../components/notices.ts';
import { Tag } from '../components/Tag.tsx';
import { useFormat } from '../format/use-format.ts';
import { useSession } from '../session/session-context.ts';
import classes from './StudentCards.module.css';
import type { StudentYear } from './student-year.ts';
import { useMay } from './use-may.ts';

/** How often the child came late, and by how much. */
export function TardinessCard({ year }: { year: StudentYear }) {
  const { t } = useTranslation('absences');
  const format = useFormat();
  const may = useMay();
  const [recording, setRecording] = useState(false);
  return (
    <Card title={t('tardiness.title')} aside={t('tardiness.count', { count: year.tardiness.length })}>
      {year.tardiness.length === 0 ? <EmptyState small title={t('tardiness.empty')} /> : null}
      <ul className={classes.rows}>
        {year.tardiness.map((late) => (
          <li key={late.tardinessId}>
            <span>{format.shortDay(late.day)}</span>
            <b>{t('tardiness.minutes', { count: late.minutes })}</b>
            <Tag tone={late.excuse === 'excused' ? 'done' : 'plain'}>{t(`words:excuses.${late.excuse}`)}</Tag>
          </li>
        ))}
      </ul>
      {may('absences.recordTardiness') ? (
        <div className={classes.body}>
          {recording ? (
            <LateForm year={year} onDone={() => setRecording(false)} />
          ) : (
            <Button className={classes.begin} onClick={() => setRecording(true)}>
              {t('tardiness.record')}
            </Button>
          )}
        </div>
      ) : null}
    </Card>
  );
}

const MOST_MINUTES = 480;

function LateForm({ year, onDone }: { year: StudentYear; onDone: () => void }) {
  const { t } = useTranslation('absences');
  const { today } = useSession();
  const record = useCommand('absences.recordTardiness');
  const [day, setDay] = useState<Day | null>(today);
  const [minutes, setMinutes] = useState('');
  const [excused, setExcused] = useState(false);
  const count = Number(minutes);
  const fits = Number.isInteger(count) && count >= 1 && count <= MOST_MINUTES;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (day === null || !fits) return;
    const { studentId } = year;
    const answer = await record({ tardinessId: newId(), studentId, day, minutes: count, excused });
    if (!answer.ok) return;
    sayDone(t('tardiness.recorded', { name: `${year.givenName} ${year.familyName}`, count }));
    onDone();
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <TextInput
        label={t('tardiness.minutesLabel')}
        inputMode="numeric"
        autoFocus
        value={minutes}
        error={minutes !== '' && !fits ? t('tardiness.minutesWrong') : undefined}
        inputWrapperOrder={['label', 'input', 'error']}
        onChange={(event) => setMinutes(event.currentTarget.value)}
      />
      <DayField label={t('tardiness.day')} value={day} onChange={setDay} />
      <label className={classes.check}>
        <input type="checkbox" checked={excused} onChange={(event) => setExcused(event.target.checked)} />
        {t('words:excuses.excused')}
      </label>
      <div className={classes.buttons}>
        <Button type="submit" disabled={day === null || !fits}>
          {t('tardiness.save')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('correct.cancel')}
        </Button>
      </div>
    </form>
  );
}
