import german from '../../../resources/locales/de/hosts/electron.json' with { type: 'json' };
import english from '../../../resources/locales/en/hosts/electron.json' with { type: 'json' };

/** What the Electron host says itself: menu, dialogs, notifications. Everything else is said by the window. */
export type HostWords = typeof german;

/**
 * The words for this desktop.
 * @param preferred languages of the operating system, best first (BCP 47)
 * @returns German unless English is preferred to it
 */
export function hostWords(preferred: readonly string[]): HostWords {
  const first = preferred
    .map((tag) => tag.slice(0, 2).toLowerCase())
    .find((tag) => tag === 'de' || tag === 'en');
  return first === 'en' ? english : german;
}

/** A sentence with its `{{values}}` filled in. */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}
