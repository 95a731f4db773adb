import { Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REMARK_LIMIT } from '../../src-shared/absences/report-fields.ts';
import { absenceReasons, excuseExpectations } from '../../src-shared/absences/words.ts';
import { Button } from '../components/Button.tsx';
import { DayField } from '../components/DayField.tsx';
import { SelectField } from '../components/SelectField.tsx';
import classes from './AbsencePanel.module.css';
import type { AbsenceDetail } from './absence-detail.ts';
import { type Correction, changedFields, correctionOf, problemOf } from './correction.ts';
import { NotifiableField, notedIllness } from './NotifiableField.tsx';
import { SpanFields } from './SpanFields.tsx';
import { useCorrection } from './use-correction.ts';

/** Corrects an absence. What was there before stays in its history. */
export function CorrectForm({ detail, onDone }: { detail: AbsenceDetail; onDone: () => void }) {
  const { t } = useTranslation('absences');
  const { line } = detail;
  const [form, setForm] = useState(() => correctionOf(line));
  const noted = notedIllness(detail);
  const [illness, setIllness] = useState(noted);
  const correct = useCorrection(line);
  const change = (changed: Partial<Correction>) => setForm((before) => ({ ...before, ...changed }));
  const problem = problemOf(form);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (problem !== null) return;
    if (await correct(changedFields(line, form), illness === noted ? undefined : illness)) onDone();
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
      <NotifiableField
        value={illness}
        isTold={detail.notifiable?.healthOfficeNotifiedAt != null}
        onChange={setIllness}
      />
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
