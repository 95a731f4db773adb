import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadRosterTexts, problemText } from '../../../src-main/core/roster/roster-texts.ts';
import { sameReasons } from '../../../src-shared/roster/preview.ts';
import { rosterProblem, rosterProblemCodes } from '../../../src-shared/roster/problems.ts';
import { rosterEncodings, rosterFormatIds } from '../../../src-shared/roster/types.ts';

type Texts = { readonly [key: string]: string | Texts };

function load(language: string): Texts {
  return JSON.parse(
    readFileSync(new URL(`../../../resources/locales/${language}/roster.json`, import.meta.url), 'utf8'),
  );
}

/** `problem.fileEmpty` → sentence. */
function flat(texts: Texts, prefix = ''): Map<string, string> {
  const entries = Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : [...flat(value, `${prefix}${key}.`)],
  );
  return new Map(entries);
}

const german = flat(load('de'));
const english = flat(load('en'));
const placeholders = (text = '') =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();

describe('the sentences of the import', () => {
  it('are the same in both languages, with the same gaps', () => {
    expect([...english.keys()].sort()).toEqual([...german.keys()].sort());
    for (const [key, text] of german) {
      expect([key, [...new Set(placeholders(english.get(key)))]]).toEqual([
        key,
        [...new Set(placeholders(text))],
      ]);
    }
  });

  it.each(rosterProblemCodes)('say what is the matter for %s', (code) => {
    const found = german.get(`problem.${code}`) ?? german.get(`problem.${code}_other`);
    expect(found).toMatch(/[.!?)]$/);
  });

  it('name every format, encoding and reason', () => {
    const keys = [
      ...rosterFormatIds.map((id) => `format.${id}`),
      ...rosterEncodings.map((id) => `encoding.${id}`),
      ...sameReasons.map((id) => `reason.${id}`),
    ];
    expect(keys.filter((key) => !german.has(key))).toEqual([]);
  });

  it.each(['de', 'en'] as const)('are filled in (%s)', (language) => {
    const problem = rosterProblem('tooFewCells', 'a.csv', {
      line: 7,
      value: '1 | <b>',
      params: { found: 2, expected: 4 },
    });
    const text = problemText(loadRosterTexts(language), problem);
    expect(text).toContain('7');
    expect(text).toContain('1 | <b>');
    expect(text).not.toContain('{{');
  });

  it('count in German', () => {
    const texts = loadRosterTexts('de');
    expect(texts('report.applied', { count: 1 })).toBe('Übernommen: 1 Schritt.');
    expect(texts('report.applied', { count: 3 })).toBe('Übernommen: 3 Schritte.');
  });
});
