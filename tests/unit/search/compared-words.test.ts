import { describe, expect, test } from 'vitest';
import { beginsWith, comparedWords, contains } from '../../../src-shared/search/compared-words.ts';

const meets = (name: string, typed: string, how = beginsWith) =>
  comparedWords(typed).every((wanted) => comparedWords(name).some((word) => how(word, wanted)));

describe('the words of a name, compared', () => {
  test.each([
    ['Müller', ['mueller', 'muller', 'MÜL', 'muel', 'mu\u0308ller']],
    ['Mueller', ['müller', 'muller']],
    ['Özkan', ['oezkan', 'ozkan', 'ÖZ']],
    ['Yıldız', ['yildiz', 'YILDIZ', 'yıldız']],
    ['Isik', ['ışık']],
    ['Weiß', ['weiss']],
    ['Đorđević', ['dordevic', 'djordjevic', 'Đorđ']],
    ['Müller-Öztürk, Anna', ['anna oeztuerk', 'Öztürk,Anna', 'müller-öztürk']],
    ["O'Brien", ['obrien', 'o’brien']],
    ['Иваненко', ['ivan']],
  ])('%s', (name, typed) => {
    for (const text of typed) expect([text, meets(name, text)]).toEqual([text, true]);
  });

  test('are not met from their middle, unless that is asked for', () => {
    expect(meets('Müller', 'ller')).toBe(false);
    expect(meets('Müller', 'ller', contains)).toBe(true);
    expect(meets('Müller', 'möller', contains)).toBe(false);
  });

  test('are none where nothing is a letter or a digit', () => {
    expect(comparedWords(' -, – …')).toEqual([]);
  });
});
