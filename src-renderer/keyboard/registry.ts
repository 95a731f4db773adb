import { type Shortcut, type ShortcutId, shortcutOf } from './catalogue.ts';
import { holdBack } from './held-keys.ts';
import { type FieldState, fieldState, pressMatches } from './keys.ts';
import { topLayer } from './layers.ts';

export interface Registration {
  readonly id: ShortcutId;
  /** The page or the panel it belongs to (layers.ts). */
  readonly layer: number;
  readonly handler: () => void;
}

/** Who listens now, oldest first. Plain state of the window: there is one keyboard. */
const registrations: Registration[] = [];

/** Adds a listener until the returned function is called. */
export function register(registration: Registration): () => void {
  registrations.push(registration);
  return () => {
    const index = registrations.indexOf(registration);
    if (index >= 0) registrations.splice(index, 1);
  };
}

/** The listener a press belongs to: the newest of the topmost layer whose shortcut matches. */
export function listenerFor(
  press: Parameters<typeof pressMatches>[0],
  field: FieldState,
): Registration | undefined {
  return registrations.findLast(({ id, layer }) => {
    const shortcut: Shortcut = shortcutOf(id);
    if (layer !== topLayer() && !shortcut.aboveDialogs) return false;
    if (field !== 'none' && !shortcut.inFields && !(field === 'empty' && shortcut.inEmptyFields))
      return false;
    return pressMatches(press, shortcut.keys);
  });
}

/** Hears the keyboard of a page. @returns stops hearing */
export function hearKeyboard(page: Window): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const listener = listenerFor(event, fieldState(event.target));
    if (!listener) return;
    event.preventDefault();
    if (!event.repeat || shortcutOf(listener.id).keys.startsWith('Arrow')) listener.handler();
  };
  // Before anybody else: a key that is held back is not heard by the field or button that has the focus either.
  page.addEventListener('keydown', holdBack, { capture: true });
  page.addEventListener('keydown', onKeyDown);
  return () => {
    page.removeEventListener('keydown', holdBack, { capture: true });
    page.removeEventListener('keydown', onKeyDown);
  };
}
