import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallDraft } from '../../src-shared/calls/draft.ts';
import { Button } from '../components/Button.tsx';
import { Kbd } from '../components/Kbd.tsx';
import { useFormat } from '../format/use-format.ts';
import { letKeysGo } from '../keyboard/held-keys.ts';
import { useSession } from '../session/session-context.ts';
import { EntryOptions } from './EntryOptions.tsx';
import type { DeskStudent } from './entry.ts';
import { Siblings } from './Siblings.tsx';
import { StudentLine, StudentNotes } from './StudentLine.tsx';
import { childrenPhrase, entrySentence } from './sentence.ts';
import classes from './TakenCall.module.css';
import { useOptionActions } from './use-option-actions.ts';
import { useOptionKeys } from './use-option-keys.ts';

interface TakenCallProps {
  entry: CallDraft;
  student: DeskStudent;
  saving: boolean;
  onChange: (entry: CallDraft) => void;
  onBack: () => void;
  onPark: () => void;
  onSave: () => void;
}

/** A child is chosen: now letters are options, and Enter saves what the sentence says. */
export function TakenCall(props: TakenCallProps) {
  const { entry, student, onChange, onBack, onSave } = props;
  const { field, actions } = useOptionActions(entry, student, onChange);
  const { today } = useSession();
  const body = useRef<HTMLDivElement>(null);
  useOptionKeys({ active: field === null, entry, onChange, actions, onBack });
  useEffect(() => {
    if (field === null) body.current?.focus();
  }, [field]);
  // After the focus and the keys of the options: what was typed ahead is meant for them.
  useEffect(letKeysGo, []);
  return (
    // The keys of the options are heard by the keyboard registry; here only Enter, where it is not a button's own.
    <section
      ref={body}
      tabIndex={-1}
      data-autofocus
      className={classes.taken}
      aria-label={`${student.student.givenName} ${student.student.familyName}`}
      onKeyDown={(event) => {
        const onButton =
          event.target instanceof HTMLButtonElement && event.target.getAttribute('aria-pressed') === null;
        if (event.key !== 'Enter' || onButton || event.defaultPrevented) return;
        event.preventDefault();
        onSave();
      }}
    >
      <StudentLine student={student} onBack={entry.reportId ? null : onBack} />
      <div className={classes.body}>
        <StudentNotes student={student} />
        <EntryOptions
          entry={entry}
          student={student}
          today={today}
          field={field}
          onChange={onChange}
          actions={actions}
        />
        <Siblings entry={entry} student={student} onChange={onChange} />
      </div>
      <SaveBar {...props} />
    </section>
  );
}

function SaveBar({ entry, student, saving, onPark, onSave }: TakenCallProps) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const { today } = useSession();
  return (
    <footer className={classes.footer}>
      <p className={classes.sentence} aria-live="polite">
        <b>{childrenPhrase(entry, student, t)}</b> {entrySentence(entry, student, today, format, t)}.
      </p>
      <Button kind="quiet" onClick={onPark}>
        <Kbd keys="Escape" /> {t('park')}
      </Button>
      <Button kind="primary" disabled={saving} onClick={onSave}>
        {t('save')} <Kbd keys="Enter" />
      </Button>
    </footer>
  );
}
