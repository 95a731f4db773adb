import type { ReactNode } from 'react';
import { Kbd } from '../components/Kbd.tsx';
import { type ShortcutId, shortcutOf } from '../keyboard/catalogue.ts';
import classes from './Chips.module.css';

/** A named group of options; each option is one key. */
export function ChipGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className={classes.group}>
      <legend>{label}</legend>
      <div className={classes.chips}>{children}</div>
    </fieldset>
  );
}

interface ChipProps {
  on: boolean;
  shortcut?: ShortcutId;
  onClick: () => void;
  children: ReactNode;
}

/** One option: pressed or not, its key on it. */
export function Chip({ on, shortcut, onClick, children }: ChipProps) {
  return (
    <button
      type="button"
      className={classes.chip}
      aria-pressed={on}
      aria-keyshortcuts={shortcut ? shortcutOf(shortcut).keys : undefined}
      data-on={on ? 'brand' : undefined}
      onClick={onClick}
    >
      {shortcut ? <Kbd of={shortcut} /> : null}
      <span>{children}</span>
    </button>
  );
}
