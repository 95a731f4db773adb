import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import classes from './FormDialog.module.css';

interface FormDialogProps {
  title: string;
  /** What the button does, in words. */
  save: string;
  /** Why it can't be saved yet; shown once somebody could wonder. */
  problem?: string | null;
  ready: boolean;
  /** Beside the buttons: what will be. */
  summary?: ReactNode;
  /** @returns whether it was done; what was typed stays otherwise */
  onSave: () => Promise<boolean>;
  onClose: () => void;
  children: ReactNode;
}

/** A short form above the page. Enter saves, Esc leaves everything as it was. */
export function FormDialog(props: FormDialogProps) {
  const { title, save, problem = null, ready, summary, onSave, onClose, children } = props;
  const { t } = useTranslation('common');
  const form = useId();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready || busy) return;
    setBusy(true);
    const done = await onSave();
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      width={560}
      footer={
        <>
          {summary ? <p className={classes.summary}>{summary}</p> : null}
          <div className={classes.buttons}>
            <Button kind="quiet" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button kind="primary" type="submit" form={form} disabled={!ready || busy}>
              {save}
            </Button>
          </div>
        </>
      }
    >
      <form id={form} className={classes.form} onSubmit={(event) => void submit(event)}>
        {children}
        {problem ? (
          <p role="alert" className={classes.problem}>
            {problem}
          </p>
        ) : null}
      </form>
    </Dialog>
  );
}
