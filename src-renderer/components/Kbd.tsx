import { usePreferences } from '../app/preferences.ts';
import { type ShortcutId, shortcutOf } from '../keyboard/catalogue.ts';
import { keyLabel } from '../keyboard/keys.ts';
import classes from './Kbd.module.css';

/** A key as it stands on the keyboard: of a shortcut of the catalogue, or a combination such as `Mod+K`. */
export function Kbd({ of, keys }: { of?: ShortcutId; keys?: string }) {
  const language = usePreferences((state) => state.language);
  const combination = of ? shortcutOf(of).keys : (keys ?? '');
  return (
    <span className={classes.kbd} aria-hidden="true">
      {keyLabel(combination, language)}
    </span>
  );
}
