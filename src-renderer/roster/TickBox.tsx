import type { ReactNode } from 'react';
import classes from './ImportPreview.module.css';

interface TickBoxProps {
  checked: boolean;
  /** Some of the things it stands for, not all. */
  some?: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}

/** A tick with its words; the words can be clicked as well. */
export function TickBox({ checked, some = false, onChange, children }: TickBoxProps) {
  return (
    <label className={classes.tick}>
      <input
        type="checkbox"
        checked={checked}
        ref={(box) => {
          if (box) box.indeterminate = some;
        }}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
