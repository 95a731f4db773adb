import { readFileSync } from 'node:fs';
import i18next from 'i18next';
import type { RosterProblem } from '../../../src-shared/roster/problems.ts';
import type { RosterSeparator } from '../../../src-shared/roster/types.ts';

/** Gives the sentence of a key, with its parameters filled in. */
export type RosterTexts = (key: string, params?: Readonly<Record<string, string | number>>) => string;

const folder = new URL('../../../resources/locales/', import.meta.url);

/** The sentences about imports in one language. */
export function loadRosterTexts(language: 'de' | 'en'): RosterTexts {
  const roster: unknown = JSON.parse(readFileSync(new URL(`${language}/roster.json`, folder), 'utf8'));
  const instance = i18next.createInstance();
  // Resources are given as an object, so the texts are there when init returns.
  void instance.init({
    lng: language,
    ns: ['roster'],
    defaultNS: 'roster',
    resources: { [language]: { roster: roster as Record<string, unknown> } },
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return (key, params = {}) => instance.t(key, { ...params });
}

/** The sentence about a problem. */
export function problemText(texts: RosterTexts, problem: RosterProblem): string {
  return texts(`problem.${problem.code}`, problemParams(problem));
}

/** What a problem's sentence can name. */
export function problemParams(problem: RosterProblem): Record<string, string | number> {
  const { file, line, column, value, params } = problem;
  return { file, line: line ?? '', column: column ?? '', value: value ?? '', ...params };
}

const separatorNames: Readonly<Record<RosterSeparator, string>> = {
  ';': 'semicolon',
  ',': 'comma',
  '\t': 'tab',
  '|': 'bar',
};

/** The name of a separator. */
export function separatorText(texts: RosterTexts, separator: RosterSeparator): string {
  return texts(`separator.${separatorNames[separator]}`);
}
