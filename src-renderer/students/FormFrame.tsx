import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/Button.tsx';
import classes from './Students.module.css';

interface FormFrameProps {
  label: string;
  /** False: something needed is missing or wrong. */
  ready: boolean;
  onSubmit: () => Promise<void> | void;
  onCancel: () => void;
  children: ReactNode;
}

/** Fields with "save" and "cancel" below; Enter saves, Esc leaves everything as it was. */
export function FormFrame({ label, ready, onSubmit, onCancel, children }: FormFrameProps) {
  const { t } = useTranslation('students');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) void onSubmit();
  };
  return (
    <form
      className={classes.form}
      aria-label={label}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      {children}
      <div className={classes.buttons}>
        <Button type="submit" kind="primary" disabled={!ready}>
          {t('save')}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

/** A yes or no with its sentence. */
export function CheckField({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label data-wide className={classes.check}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
