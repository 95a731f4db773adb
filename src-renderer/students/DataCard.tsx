import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../absences/use-may.ts';
import { useRoute } from '../app/routes.ts';
import { useCommand } from '../client/use-command.ts';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { sayDone } from '../components/notices.ts';
import { useFormat } from '../format/use-format.ts';
import { FormFrame } from './FormFrame.tsx';
import { LeaveForm, MoveForm, ReadmitButton } from './PlaceForms.tsx';
import { StudentFields } from './StudentFields.tsx';
import classes from './Students.module.css';
import { nameOf, type Card as StudentCardData } from './student-card.ts';
import { fieldsOf, formOf } from './student-form.ts';

type Doing = 'nothing' | 'correcting' | 'moving' | 'leaving';

/** A child's own data, its brothers and sisters, and what can be done with them. */
export function DataCard({ card }: { card: StudentCardData }) {
  const { t } = useTranslation('students');
  const [doing, setDoing] = useState<Doing>('nothing');
  const done = () => setDoing('nothing');
  return (
    <Card title={t('data.title')}>
      <div className={classes.card}>
        {doing === 'correcting' ? <CorrectForm card={card} onDone={done} /> : null}
        {doing === 'moving' ? <MoveForm card={card} onDone={done} /> : null}
        {doing === 'leaving' ? <LeaveForm card={card} onDone={done} /> : null}
        {doing === 'nothing' ? <Facts card={card} /> : null}
        {doing === 'nothing' ? <Actions card={card} onBegin={setDoing} /> : null}
      </div>
    </Card>
  );
}

function Facts({ card }: { card: StudentCardData }) {
  const { t } = useTranslation('students');
  const format = useFormat();
  const care = [card.allDayCare ? t('allDayCare') : '', card.lunch ? t('lunch') : ''].filter(Boolean);
  const facts: [string, string][] = [
    [t('fields.birthDate'), card.birthDate === null ? t('unknown') : format.fullDay(card.birthDate)],
    [t('columns.care'), care.length === 0 ? t('data.noCare') : care.join(', ')],
    [t('columns.pickup'), card.earlyPickupAt ?? t('data.noPickup')],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {card.siblings.length === 0 ? null : (
        <>
          <dt>{t('data.siblings')}</dt>
          <dd>
            <Siblings card={card} />
          </dd>
        </>
      )}
    </dl>
  );
}

function Siblings({ card }: { card: StudentCardData }) {
  const go = useRoute((route) => route.go);
  return card.siblings.map((sibling) => (
    <button
      key={sibling.studentId}
      type="button"
      className={classes.link}
      onClick={() => go('students', {}, sibling.studentId)}
    >
      {nameOf(sibling)}, {sibling.className}
    </button>
  ));
}

function Actions({ card, onBegin }: { card: StudentCardData; onBegin: (doing: Doing) => void }) {
  const { t } = useTranslation('students');
  const may = useMay();
  if (!may('students.correct')) return null;
  return (
    <div className={classes.actions}>
      <Button onClick={() => onBegin('correcting')}>{t('data.correct')}</Button>
      {card.leftOn === null ? (
        <>
          <Button onClick={() => onBegin('moving')}>{t('data.move')}</Button>
          <Button onClick={() => onBegin('leaving')}>{t('data.leave')}</Button>
        </>
      ) : (
        <ReadmitButton card={card} />
      )}
    </div>
  );
}

function CorrectForm({ card, onDone }: { card: StudentCardData; onDone: () => void }) {
  const { t } = useTranslation('students');
  const correct = useCommand('students.correct');
  const [form, setForm] = useState(() => formOf(card));
  const fields = fieldsOf(form);
  const submit = async () => {
    if (!fields) return;
    const answer = await correct({ studentId: card.studentId, fields });
    if (!answer.ok) return;
    sayDone(t('data.corrected', { name: `${fields.givenName} ${fields.familyName}` }));
    onDone();
  };
  return (
    <FormFrame label={t('data.correct')} ready={fields !== undefined} onSubmit={submit} onCancel={onDone}>
      <StudentFields form={form} onChange={(changed) => setForm((before) => ({ ...before, ...changed }))} />
    </FormFrame>
  );
}
