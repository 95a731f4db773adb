import type { FormatLanguage } from './dates.ts';

const LOCALES: Record<FormatLanguage, string> = { de: 'de-DE', en: 'en-GB' };

/** `12.400` / `12,400`. */
export function wholeNumber(value: number, language: FormatLanguage): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 0 }).format(value);
}

/** A share (0–1) as `7,5 %` / `7.5 %`, with one digit behind the comma. */
export function percent(share: number, language: FormatLanguage): string {
  const number = new Intl.NumberFormat(LOCALES[language], {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(share * 100);
  return `${number} %`;
}
