import { Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AbsenceLine } from '../../src-shared/absences/contract.ts';
import { REMARK_LIMIT } from '../../src-shared/absences/report-fields.ts';
import { absenceReasons, excuseExpectations } from '../../src-shared/absences/words.ts';
import { Button } from '../components/Button.tsx';
import { DayField } from '../components/DayField.tsx';
import { SelectField } from '../components/SelectField.tsx';
import classes from './AbsencePanel.module.css';
import { type Correction, changedFields, correctionOf, problemOf } from './correction.ts';
import { SpanFields } from './SpanFields.tsx';
import { useAbsenceActions } from './use-absence-actions.ts';

/** Corrects an absence. What was there before stays in its history. */
export function CorrectForm({ line, onDone }: { line: AbsenceLine; onDone: () => void }) {
  const { t } = useTranslation('absences');
  const [form, setForm] = useState(() => correctionOf(line));
  const { correct } = useAbsenceActions(line);
  const change = (changed: Partial<Correction>) => setForm((before) => ({ ...before, ...changed }));
  const problem = problemOf(form);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (problem !== null) return;
    const fields = changedFields(line, form);
    if (Object.keys(fields).length === 0 || (await correct(fields))) onDone();
  };
  return (
    <form
      className={classes.form}
      aria-label={t('correct.title')}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onDone();
      }}
    >
      <DayFields form={form} onChange={change} />
      <WhyFields form={form} onChange={change} />
      {problem === null ? null : (
        <p data-wide role="alert" className={classes.problem}>
          {t(`correct.problem.${problem}`)}
        </p>
      )}
      <div data-wide className={classes.buttons}>
        <Button type="submit" disabled={problem !== null}>
          {t('correct.save')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('correct.cancel')}
        </Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  form: Correction;
  onChange: (changed: Partial<Correction>) => void;
}

function DayFields({ form, onChange }: FieldsProps) {
  const { t } = useTranslation('absences');
  return (
    <>
      <DayField
        label={t('columns.from')}
        value={form.fromDay}
        autoFocus
        onChange={(fromDay) => onChange({ fromDay })}
      />
      {form.openEnd ? (
        <span />
      ) : (
        <DayField
          label={t('columns.until')}
          value={form.untilDay}
          onChange={(untilDay) => onChange({ untilDay })}
        />
      )}
      <label data-wide className={classes.check}>
        <input
          type="checkbox"
          checked={form.openEnd}
          onChange={(event) => onChange({ openEnd: event.target.checked })}
        />
        {t('correct.openEnd')}
      </label>
    </>
  );
}

function WhyFields({ form, onChange }: FieldsProps) {
  const { t } = useTranslation('absences');
  return (
    <>
      <SelectField
        label={t('columns.reason')}
        value={form.reason}
        options={absenceReasons.map((value) => ({ value, label: t(`words:reasons.${value}`) }))}
        onChange={(reason) => onChange({ reason })}
      />
      <SelectField
        label={t('correct.expected')}
        value={form.excuseExpected}
        options={excuseExpectations.map((value) => ({ value, label: t(`expected.${value}`) }))}
        onChange={(excuseExpected) => onChange({ excuseExpected })}
      />
      <SpanFields form={form} onChange={onChange} />
      <div data-wide>
        <Textarea
          label={t('columns.remark')}
          description={t('correct.remarkHint')}
          value={form.remark}
          maxLength={REMARK_LIMIT}
          autosize
          minRows={2}
          onChange={(event) => onChange({ remark: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
