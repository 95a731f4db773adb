import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepAsText, restoreText } from '../../../src-shared/export/plain-text-cell.ts';

describe('plain text in a CSV cell', () => {
  it.each([
    '=1+1',
    '+49 170 5550142',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n1',
    ' =1+1',
    '＝1+1',
    '01705550142',
    '01067',
    '1e3',
    '2-3',
    '24.11.',
    '08:14',
    '12 %',
    '(0511) 123',
  ])('S23 marks %j, which a spreadsheet would calculate or change', (text) => {
    expect(keepAsText(text)).toBe(`'${text}`);
    expect(restoreText(keepAsText(text))).toBe(text);
  });

  it.each([
    'Yıldız, Emre',
    '3b',
    '',
    '0170 5550142',
    "O'Neill",
    "'s-Gravenhage",
    'ganzer Tag',
    '1.–3. Stunde',
  ])('leaves %j alone', (text) => {
    expect(keepAsText(text)).toBe(text);
    expect(restoreText(text)).toBe(text);
  });

  it('comes back exactly, whatever the text, apostrophes included', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .tuple(fc.constantFrom("'", "''", ''), fc.constantFrom('=', '+', '-', '@', '\t', '0'), fc.string())
        .map((parts) => parts.join('')),
    );
    fc.assert(fc.property(text, (value) => restoreText(keepAsText(value)) === value));
  });
});
