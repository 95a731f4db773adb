import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ConcernFactor, concernFactors } from '../../src-shared/absences/words.ts';
import type { OpenCase } from '../../src-shared/cases/contract.ts';
import { newId } from '../client/new-id.ts';
import { useCommand } from '../client/use-command.ts';
import { Button } from '../components/Button.tsx';
import { sayDone } from '../components/notices.ts';
import { useLayer } from '../keyboard/use-shortcut.ts';
import classes from './CaseLadder.module.css';

/** Notes a second worrying factor; the head sees it at once and decides about the police. */
export function ConcernForm({ open, onDone }: { open: OpenCase; onDone: () => void }) {
  const { t } = useTranslation('cases');
  const [factor, setFactor] = useState<ConcernFactor>('custodyConflict');
  const [note, setNote] = useState('');
  // While the form is open, a digit must not record a call.
  useLayer(true);
  const raise = useCommand('cases.raiseConcern');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { studentId, day } = open;
    const answer = await raise({
      concernId: newId(),
      studentId,
      day,
      factor,
      note: note.trim() === '' ? null : note,
    });
    if (!answer.ok) return;
    sayDone(t('concernSaved'));
    onDone();
  };
  return (
    <form
      className={classes.concern}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onDone();
      }}
    >
      <Factors chosen={factor} onChoose={setFactor} />
      <textarea
        className={classes.note}
        aria-label={t('concernNote')}
        placeholder={t('concernNote')}
        rows={2}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className={classes.buttons}>
        <Button kind="primary" type="submit">
          {t('concernSend')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

interface FactorsProps {
  chosen: ConcernFactor;
  onChoose: (factor: ConcernFactor) => void;
}

function Factors({ chosen, onChoose }: FactorsProps) {
  const { t } = useTranslation('cases');
  const { t: tWords } = useTranslation('words');
  return (
    <fieldset>
      <legend>{t('concernWhich')}</legend>
      {concernFactors.map((value, index) => (
        <label key={value}>
          <input
            type="radio"
            name="factor"
            checked={chosen === value}
            // biome-ignore lint/a11y/noAutofocus: the form opens on the person's own key press
            autoFocus={index === 0}
            onChange={() => onChoose(value)}
          />
          {tWords(`factors.${value}`)}
        </label>
      ))}
    </fieldset>
  );
}
