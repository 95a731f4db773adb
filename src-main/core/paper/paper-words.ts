import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInstance } from 'i18next';
import type { Day } from '../../../src-shared/values/day.ts';

export const paperLanguages = ['de', 'en'] as const;
export type PaperLanguage = (typeof paperLanguages)[number];

const locales = { de: 'de-DE', en: 'en-GB' } as const;

/** The words and dates of printed sheets in one language. */
export interface PaperWords {
  readonly language: PaperLanguage;
  /** The wording of a key of resources/locales/<language>/paper.json; plurals by `count`. */
  say(key: string, values?: Readonly<Record<string, string | number>>): string;
  /** All wording of one section whose keys need no values, as templates take it. */
  section(name: string): Readonly<Record<string, string>>;
  /** "Dienstag, 24. November 2026" */
  longDay(day: Day): string;
  /** "Di, 24.11." */
  shortDay(day: Day): string;
}

/** Keys as they stand in paper.json: section, then word. */
export type PaperStrings = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Binds the strings of one language.
 * @param strings parsed paper.json of that language; a key that is not in it is a defect and throws.
 */
export function createPaperWords(language: PaperLanguage, strings: PaperStrings): PaperWords {
  const i18n = createInstance();
  i18n.init({
    lng: language,
    resources: { [language]: { translation: strings } },
    interpolation: { escapeValue: false },
    initAsync: false,
    parseMissingKeyHandler: (key) => {
      throw new Error(`paper.json (${language}) has no "${key}"`);
    },
  });
  const long = dayFormat(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const weekday = dayFormat(language, { weekday: 'short' });
  const date = dayFormat(language, { day: '2-digit', month: '2-digit' });
  return {
    language,
    say: (key, values) => i18n.t(key, { ...values }),
    section: (name) => strings[name] ?? {},
    longDay: long,
    // Not one format: German would put a dot behind the weekday.
    shortDay: (day) => `${weekday(day).replace('.', '')}, ${date(day)}`,
  };
}

/** Reads the strings of one language from the folder `resources`. */
export async function loadPaperWords(resourcesFolder: string, language: PaperLanguage): Promise<PaperWords> {
  const text = await readFile(join(resourcesFolder, 'locales', language, 'paper.json'), 'utf8');
  return createPaperWords(language, JSON.parse(text));
}

function dayFormat(language: PaperLanguage, options: Intl.DateTimeFormatOptions): (day: Day) => string {
  const format = new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' });
  return (day) => format.format(new Date(`${day}T12:00:00Z`));
}
