import { readFileSync } from 'node:fs';
import i18next, { type i18n } from 'i18next';

const folder = new URL('../../../../resources/locales/', import.meta.url);

/** The window's words of one language, without a window. */
export function wordsIn(language: 'de' | 'en', ...namespaces: string[]): i18n {
  const bundles = Object.fromEntries(
    namespaces.map((namespace) => [
      namespace,
      JSON.parse(readFileSync(new URL(`${language}/${namespace}.json`, folder), 'utf8')),
    ]),
  );
  const words = i18next.createInstance();
  void words.init({
    lng: language,
    resources: { [language]: bundles },
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return words;
}
