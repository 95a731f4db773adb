/** The part of a keyboard event that decides. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** `Mod+K` → Mod, K; the plus key itself is `+`. */
function partsOf(combination: string): string[] {
  return combination === '+' ? ['+'] : combination.split('+');
}

/** True when the press is the combination. Shift counts only where it is named, or for keys without a sign of their own. */
export function pressMatches(press: KeyPress, combination: string): boolean {
  const parts = partsOf(combination);
  const key = parts.at(-1) ?? '';
  const wanted = new Set(parts.slice(0, -1));
  if ((press.ctrlKey || press.metaKey) !== wanted.has('Mod')) return false;
  if (press.altKey !== wanted.has('Alt')) return false;
  if (press.shiftKey !== wanted.has('Shift') && !signNeedsShift(key)) return false;
  const pressed = press.key === ' ' ? 'Space' : press.key;
  return pressed.toLowerCase() === key.toLowerCase();
}

/** `?` is typed with Shift on a German keyboard and without on others. */
function signNeedsShift(key: string): boolean {
  return key.length === 1 && !/[a-z0-9]/i.test(key);
}

const WORDS: Record<'de' | 'en', Record<string, string>> = {
  de: { Mod: 'Strg', Shift: 'Umschalt', Space: 'Leertaste', Enter: '↵', Escape: 'Esc' },
  en: { Mod: 'Ctrl', Shift: 'Shift', Space: 'Space', Enter: '↵', Escape: 'Esc' },
};
const SIGNS: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→' };

/** The combination as it stands on the keyboard: `Mod+K` → `Strg K`. */
export function keyLabel(combination: string, language: 'de' | 'en'): string {
  return partsOf(combination)
    .map((part) => SIGNS[part] ?? WORDS[language][part] ?? part)
    .join(' ');
}

/** Where a key press lands: in no field, or in one that is empty or filled. */
export type FieldState = 'none' | 'empty' | 'filled';

/** Whether typing belongs to a field, so that letters must not be shortcuts. */
export function fieldState(target: EventTarget | null): FieldState {
  if (target instanceof HTMLInputElement) {
    if (['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type)) return 'none';
    return target.value === '' ? 'empty' : 'filled';
  }
  if (target instanceof HTMLTextAreaElement) return target.value === '' ? 'empty' : 'filled';
  if (target instanceof HTMLSelectElement) return 'filled';
  return target instanceof HTMLElement && target.isContentEditable ? 'filled' : 'none';
}

/** The combination in the words of `aria-keyshortcuts`. */
export function ariaKeys(combination: string): string {
  const names: Record<string, string> = { Mod: 'Control', '+': 'Plus' };
  return partsOf(combination)
    .map((part) => names[part] ?? part)
    .join('+');
}
