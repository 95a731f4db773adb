import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  createPaperWords,
  loadPaperWords,
  type PaperStrings,
} from '../../../src-main/core/paper/paper-words.ts';
import {
  absenceReasons,
  attemptOutcomes,
  excuseExpectations,
  excuses,
} from '../../../src-shared/absences/words.ts';
import { awaySpans, presenceStates, sheetSchemas } from '../../../src-shared/paper/daily-sheets.ts';
import { guardianRelations } from '../../../src-shared/tables/students.ts';
import { resourcesFolder } from './invented-school.ts';

async function stringsOf(language: string): Promise<PaperStrings> {
  return JSON.parse(await readFile(join(resourcesFolder, 'locales', language, 'paper.json'), 'utf8'));
}

function keysOf(strings: PaperStrings): string[] {
  return Object.entries(strings).flatMap(([section, words]) =>
    Object.keys(words).map((key) => `${section}.${key}`),
  );
}

const needed: Record<string, readonly string[]> = {
  span: awaySpans,
  reason: absenceReasons,
  excuse: [...excuses, ...excuseExpectations.filter((one) => one !== 'none'), 'toReview'],
  relation: guardianRelations,
  outcome: attemptOutcomes,
  presence: presenceStates.filter((state) => state !== 'here'),
  fileName: Object.keys(sheetSchemas),
};

describe('words on paper', () => {
  it('has the same keys and placeholders in German and English', async () => {
    const [de, en] = [await stringsOf('de'), await stringsOf('en')];
    expect(keysOf(en)).toEqual(keysOf(de));
    const placeholders = (text: string | undefined) => (text?.match(/\{\{\w+\}\}/g) ?? []).sort();
    for (const key of keysOf(de)) {
      const [section = '', word = ''] = key.split('.');
      expect([key, placeholders(en[section]?.[word])]).toEqual([key, placeholders(de[section]?.[word])]);
    }
  });

  it.each(Object.entries(needed))('names every %s of the closed lists', async (section, codes) => {
    for (const language of ['de', 'en']) {
      expect(Object.keys((await stringsOf(language))[section] ?? {})).toEqual(
        expect.arrayContaining([...codes]),
      );
    }
  });

  it('writes days as the language does', async () => {
    const de = await loadPaperWords(resourcesFolder, 'de');
    expect(de.longDay('2026-11-23')).toBe('Montag, 23. November 2026');
    expect(de.shortDay('2026-11-23')).toBe('Mo, 23.11.');
    const en = await loadPaperWords(resourcesFolder, 'en');
    expect(en.longDay('2026-11-23')).toMatch(/^Monday,? 23 November 2026$/);
  });

  it('counts in the singular and the plural and leaves names as they are', async () => {
    const de = await loadPaperWords(resourcesFolder, 'de');
    expect(de.say('evacuationList.count', { count: 1 })).toBe('1 Kind');
    expect(de.say('evacuationList.count', { count: 0 })).toBe('0 Kinder');
    expect(de.say('arrival.here', { time: '<b>&"' })).toBe('da seit <b>&"');
  });

  it('throws at a key that does not exist instead of printing it', () => {
    expect(() => createPaperWords('de', { common: {} }).say('common.page')).toThrow('common.page');
  });

  it('gives files names that tell nothing about anybody', async () => {
    const names = Object.values((await stringsOf('de')).fileName ?? {});
    expect(names).toContain('Ausfallbogen.pdf');
    for (const name of names) expect(name).toMatch(/^[A-Z][A-Za-zäöü ]+\.pdf$/);
  });
});
