import { create } from 'zustand';

export const themeChoices = ['system', 'light', 'dark', 'contrast'] as const;
export type ThemeChoice = (typeof themeChoices)[number];
export const languages = ['de', 'en'] as const;
export type Language = (typeof languages)[number];

/** How this PC shows the app. Nothing about a person or a child is kept here. */
interface Preferences {
  theme: ThemeChoice;
  language: Language;
  chooseTheme: (theme: ThemeChoice) => void;
  chooseLanguage: (language: Language) => void;
}

function stored<T extends string>(key: string, allowed: readonly T[], otherwise: T): T {
  try {
    const found = globalThis.localStorage?.getItem(key);
    return allowed.find((value) => value === found) ?? otherwise;
  } catch {
    return otherwise;
  }
}

function keep(key: string, value: string): void {
  try {
    globalThis.localStorage?.setItem(key, value);
  } catch {
    // A full or forbidden store only means that the choice lasts until the window closes.
  }
}

export const usePreferences = create<Preferences>((set) => ({
  theme: stored('theme', themeChoices, 'system'),
  language: stored('language', languages, 'de'),
  chooseTheme: (theme) => {
    keep('theme', theme);
    set({ theme });
  },
  chooseLanguage: (language) => {
    keep('language', language);
    set({ language });
  },
}));

/** What the page is painted in, given the choice and what the system prefers. */
export function resolveTheme(
  choice: ThemeChoice,
  system: { dark: boolean; moreContrast: boolean },
): Exclude<ThemeChoice, 'system'> {
  if (choice !== 'system') return choice;
  if (system.moreContrast) return 'contrast';
  return system.dark ? 'dark' : 'light';
}
