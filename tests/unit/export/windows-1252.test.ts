import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { toWindows1252 } from '../../../src-main/core/export/windows-1252.ts';

const written = (text: string) => iconv.decode(toWindows1252(text), 'win1252');

describe('Windows-1252', () => {
  test.each([
    ['Müller-Groß, Žofie Šebek', 'Müller-Groß, Žofie Šebek'],
    ['René'.normalize('NFD'), 'René'],
    ['İbrahim Yılmaz', 'Ibrahim Yilmaz'],
    ['Şahin, Łukasz', 'Sahin, Lukasz'],
    ['ĐORĐEVIĆ', 'DORDEVIC'],
    ['Dvořák', 'Dvorák'],
    ['Nguyễn Ngọc Ánh', 'Nguyen Ngoc Ánh'],
    ['Грищенко Юлия', 'Grishchenko Iuliia'],
    ['Ελένη', 'Eleni'],
    ['Malʻia', "Mal'ia"],
    ['小明', '__'],
    ['Ƒ', 'ƒ'],
    ['Wer?', 'Wer?'],
  ])('%s is written %s', (name, expected) => {
    expect(written(name)).toBe(expected);
  });

  test('never holds a ? that was not there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(written(text.replaceAll('?', ''))).not.toContain('?');
      }),
      { numRuns: 1000 },
    );
  });
});
