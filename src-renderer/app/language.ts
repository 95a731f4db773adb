import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from './preferences.ts';

/** One file per language, so that a window loads only the words it shows. */
const loaders: Record<Language, () => Promise<Record<string, object>>> = {
  de: async () => (await import('./locale-de.ts')).words,
  en: async () => (await import('./locale-en.ts')).words,
};

async function resourcesOf(language: Language): Promise<Record<string, object>> {
  return loaders[language]();
}

/** Makes the words of a language available to the whole window. */
export async function startLanguage(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: await resourcesOf(language) },
    defaultNS: 'common',
    fallbackLng: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  document.documentElement.lang = language;
}

/** Changes the language while the app runs; nothing that is typed is lost. */
export async function changeLanguage(language: Language): Promise<void> {
  if (i18next.language === language) return;
  const words = await resourcesOf(language);
  for (const [namespace, bundle] of Object.entries(words))
    i18next.addResourceBundle(language, namespace, bundle);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
