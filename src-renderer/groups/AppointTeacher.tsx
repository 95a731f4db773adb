import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assignmentKinds } from '../../src-shared/classes/words.ts';
import { addDays } from '../../src-shared/values/day.ts';
import type { Span } from '../../src-shared/values/span.ts';
import { newId } from '../client/new-id.ts';
import { undoBy } from '../client/undo.ts';
import { useCommand } from '../client/use-command.ts';
import { FormDialog } from '../components/FormDialog.tsx';
import { sayDone } from '../components/notices.ts';
import { SelectField } from '../components/SelectField.tsx';
import { useSession } from '../session/session-context.ts';
import classes from './Groups.module.css';
import { isReversed, SpanInputs, type TypedSpan } from './SpanInputs.tsx';
import { StaffField } from './StaffField.tsx';
import { useSpanWords } from './use-span-words.ts';

interface AppointTeacherProps {
  classId: string;
  className: string;
  onClose: () => void;
}

/** Gives a class to a colleague: as its teacher, or for some days as a substitute. */
export function AppointTeacher({ classId, className, onClose }: AppointTeacherProps) {
  const { t } = useTranslation('groups');
  const { today } = useSession();
  const sentence = useSentence(className);
  const [kind, setKind] = useState<(typeof assignmentKinds)[number]>('substitute');
  const [person, setPerson] = useState({ staffId: '', name: '' });
  const [span, setSpan] = useState<TypedSpan>({ fromDay: today, untilDay: today });
  const { fromDay, untilDay } = span;
  const endless = kind === 'substitute' && untilDay === null;
  const ready = person.staffId !== '' && fromDay !== null && !endless && !isReversed(span);
  const appoint = useAppoint({ classId, className });
  const save = async () => ready && fromDay !== null && appoint({ ...person, kind, fromDay, untilDay });
  const choose = (chosen: typeof kind) => {
    setKind(chosen);
    setSpan({ ...span, untilDay: chosen === 'substitute' ? (untilDay ?? fromDay) : null });
  };
  return (
    <FormDialog
      title={t('appoint.title', { className })}
      save={t('appoint.save')}
      ready={ready}
      summary={ready && fromDay !== null ? sentence({ ...person, kind, fromDay, untilDay }) : null}
      problem={isReversed(span) ? t('reversed') : null}
      onSave={save}
      onClose={onClose}
    >
      <SelectField
        label={t('appoint.kind')}
        value={kind}
        takesFocus
        options={assignmentKinds.map((value) => ({ value, label: t(`assignment.${value}`) }))}
        onChange={choose}
      />
      <StaffField
        label={t('colleague')}
        value={person.staffId}
        teaching
        onChange={(staffId, name) => setPerson({ staffId, name })}
      />
      <SpanInputs key={kind} span={span} untilNeeded={kind === 'substitute'} onChange={setSpan} />
      <p className={`${classes.wide} ${classes.hint}`}>{t('appoint.hint')}</p>
    </FormDialog>
  );
}

interface Appointed extends Span {
  readonly staffId: string;
  readonly name: string;
  readonly kind: (typeof assignmentKinds)[number];
}

/** What will be, in words: "Vertretung: Frau Vogt für 2c, Do, 26.11. – Fr, 27.11.". */
function useSentence(className: string): (one: Appointed) => string {
  const { t } = useTranslation('groups');
  const words = useSpanWords();
  return ({ kind, name, ...span }) =>
    t('appoint.summary', { kind: t(`assignment.${kind}`), name, className, span: words(span) });
}

/** Appoints, says so, and can take it back. @returns whether it was done */
function useAppoint({ classId, className }: Omit<AppointTeacherProps, 'onClose'>) {
  const { t } = useTranslation('groups');
  const appoint = useCommand('classes.appoint');
  return async ({ name, ...assignment }: Appointed): Promise<boolean> => {
    const one = { assignmentId: newId(), classId };
    if (!(await appoint({ ...one, ...assignment })).ok) return false;
    const sentence = t('appoint.done', { name, className });
    const steps = [undoBy('classes.relieve', { ...one, on: addDays(assignment.fromDay, -1) })];
    sayDone(sentence, { steps, said: t('common:takenBack', { sentence }) });
    return true;
  };
}
