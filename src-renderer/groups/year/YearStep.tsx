import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../../app/routes.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { useChangeYear } from './use-change-year.ts';
import classes from './Year.module.css';
import { YearApart } from './YearApart.tsx';
import { YearClasses } from './YearClasses.tsx';
import { YearFirstDay, YearIntake } from './YearFields.tsx';
import { YearOutcomeCard } from './YearOutcomeCard.tsx';
import { type NewYear, problemOf, proposedForm, type YearForm } from './year-form.ts';

/** One step: what becomes of each class, who goes another way, the new first-years, and what it comes to. */
export function YearStep({ year }: { year: NewYear }) {
  const { t } = useTranslation('groups');
  const go = useRoute((state) => state.go);
  const [form, setForm] = useState(() => proposedForm(year));
  const [busy, setBusy] = useState(false);
  const change = useChangeYear();
  const problem = problemOf(year, form);
  const set = (fields: Partial<YearForm>) => setForm({ ...form, ...fields });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (form.firstDay === null || problem || busy) return;
    setBusy(true);
    const done = await change(year, { ...form, firstDay: form.firstDay });
    setBusy(false);
    if (done) go('groups');
  };
  return (
    <form
      className={classes.step}
      aria-label={t('newYear.title', { year: year.schoolYear })}
      onSubmit={(event) => void submit(event)}
    >
      <h2>{t('newYear.title', { year: year.schoolYear })}</h2>
      <div className={classes.page}>
        <div className={classes.main}>
          <Card title={t('newYear.classes')}>
            <YearClasses year={year} choices={form.choices} onChange={(choices) => set({ choices })} />
          </Card>
          <YearApart year={year} form={form} onChange={(apart) => set({ apart })} />
        </div>
        <div className={classes.side}>
          <YearFirstDay firstDay={form.firstDay} onChange={(firstDay) => set({ firstDay })} />
          <YearIntake intake={form.intake} onChange={(intake) => set({ intake })} />
          <YearOutcomeCard year={year} form={form} />
        </div>
      </div>
      <div className={classes.foot}>
        {problem ? (
          <p role="alert">{t(`newYear.problems.${problem.reason}`, problem)}</p>
        ) : (
          <p>{t('newYear.undoHint')}</p>
        )}
        <Button kind="primary" size="large" type="submit" disabled={problem !== null || busy}>
          {t('newYear.begin', { year: year.schoolYear })}
        </Button>
      </div>
    </form>
  );
}
