import { Tooltip, UnstyledButton } from '@mantine/core';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { usePreferences } from '../app/preferences.ts';
import { type ShortcutId, shortcutOf } from '../keyboard/catalogue.ts';
import { ariaKeys, keyLabel } from '../keyboard/keys.ts';
import classes from './Button.module.css';
import { Kbd } from './Kbd.tsx';

export interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'style'> {
  /** `primary` once per screen; `quiet` inside rows; `danger` only where a child may be in danger. */
  kind?: 'plain' | 'primary' | 'quiet' | 'danger';
  size?: 'normal' | 'large';
  icon?: ReactNode;
  /** The key that does it; stands on the button. */
  shortcut?: ShortcutId;
  /** Show the key only in the tooltip (for narrow rows). */
  hideKey?: boolean;
  full?: boolean;
}

/** A button in our colours. Its shortcut is shown on it and told to assistive technology. */
export function Button({
  kind = 'plain',
  size = 'normal',
  icon,
  shortcut,
  hideKey = false,
  full = false,
  children,
  className,
  ...rest
}: ButtonProps) {
  const combination = shortcut ? shortcutOf(shortcut).keys : undefined;
  return (
    <UnstyledButton
      {...rest}
      className={className ? `${classes.button} ${className}` : classes.button}
      data-kind={kind}
      data-size={size}
      data-full={full || undefined}
      data-on={kind === 'primary' ? 'brand' : undefined}
      aria-keyshortcuts={combination === undefined ? undefined : ariaKeys(combination)}
    >
      {icon}
      <span className={classes.text}>{children}</span>
      {shortcut && !hideKey ? <Kbd of={shortcut} /> : null}
    </UnstyledButton>
  );
}

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'style' | 'children'> {
  label: string;
  icon: ReactNode;
  shortcut?: ShortcutId;
}

/** A button that shows only a sign; its name and key stand in the tooltip. */
export function IconButton({ label, icon, shortcut, className, ...rest }: IconButtonProps) {
  const language = usePreferences((state) => state.language);
  const key = shortcut ? ` (${keyLabel(shortcutOf(shortcut).keys, language)})` : '';
  return (
    <Tooltip label={`${label}${key}`}>
      <UnstyledButton
        {...rest}
        aria-label={label}
        className={className ? `${classes.icon} ${className}` : classes.icon}
      >
        {icon}
      </UnstyledButton>
    </Tooltip>
  );
}
