import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../src-shared/values/day.ts';
import { undoBy } from '../client/undo.ts';
import { useCommand } from '../client/use-command.ts';
import { Button } from '../components/Button.tsx';
import { DayField } from '../components/DayField.tsx';
import { sayDone } from '../components/notices.ts';
import { useFormat } from '../format/use-format.ts';
import { useSession } from '../session/session-context.ts';
import { ClassSelect } from './ClassSelect.tsx';
import { FormFrame } from './FormFrame.tsx';
import { type Card, nameOf } from './student-card.ts';

interface PlaceFormProps {
  card: Card;
  onDone: () => void;
}

/** Moves a child to another class; undone by moving it back. */
export function MoveForm({ card, onDone }: PlaceFormProps) {
  const { t } = useTranslation('students');
  const move = useCommand('students.move');
  const [classId, setClassId] = useState(card.classId);
  const submit = async () => {
    if (classId === null) return;
    const before = card.classId;
    const { studentId } = card;
    const answer = await move({ studentId, classId });
    if (!answer.ok) return;
    const sentence = t('moved', { name: nameOf(card) });
    const steps = before === null ? [] : [undoBy('students.move', { studentId, classId: before })];
    sayDone(sentence, before === null ? undefined : { steps, said: t('common:takenBack', { sentence }) });
    onDone();
  };
  const ready = classId !== null && classId !== card.classId;
  return (
    <FormFrame label={t('data.move')} ready={ready} onSubmit={submit} onCancel={onDone}>
      <ClassSelect value={classId} onChange={setClassId} />
    </FormFrame>
  );
}

/** A child leaves; the day asked for is its last at the school. */
export function LeaveForm({ card, onDone }: PlaceFormProps) {
  const { t } = useTranslation('students');
  const { today } = useSession();
  const format = useFormat();
  const leave = useCommand('students.leave');
  const [on, setOn] = useState<Day | null>(today);
  const submit = async () => {
    if (on === null) return;
    const { studentId, classId } = card;
    const answer = await leave({ studentId, on });
    if (!answer.ok) return;
    const sentence = t('left', { name: nameOf(card), day: format.fullDay(on) });
    const steps = [undoBy('students.readmit', { studentId, classId })];
    sayDone(sentence, { steps, said: t('common:takenBack', { sentence }) });
    onDone();
  };
  return (
    <FormFrame label={t('data.leave')} ready={on !== null} onSubmit={submit} onCancel={onDone}>
      <DayField label={t('lastDay')} value={on} autoFocus onChange={setOn} />
    </FormFrame>
  );
}

/** Takes a child in again that has left, into the class it was in. */
export function ReadmitButton({ card }: { card: Card }) {
  const { t } = useTranslation('students');
  const readmit = useCommand('students.readmit');
  const submit = async () => {
    const { studentId, classId } = card;
    const answer = await readmit({ studentId, classId });
    if (answer.ok) sayDone(t('readmitted', { name: nameOf(card) }));
  };
  return <Button onClick={() => void submit()}>{t('data.readmit')}</Button>;
}
