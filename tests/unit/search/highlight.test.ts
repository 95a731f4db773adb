import { describe, expect, it, test } from 'vitest';
import type { SearchableStudent, TextRange } from '../../../src-main/core/search/searchable-student.ts';
import { child, indexOf } from './office.ts';

/** The displayed name with the matched letters in brackets. */
function marked(text: string, ranges: readonly TextRange[]): string {
  return [...ranges]
    .reverse()
    .reduce(
      (shown, [start, end]) => `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`,
      text,
    );
}

function shown(student: SearchableStudent, query: string): string {
  const hit = indexOf(student).search(query)[0];
  if (!hit) return 'nothing';
  const guardian = student.guardians.find(({ id }) => id === hit.guardianId);
  const of = guardian
    ? ` (${marked(guardian.givenName, hit.ranges.guardianGivenName)} ${marked(guardian.familyName, hit.ranges.guardianFamilyName)})`
    : '';
  return `${marked(student.givenName, hit.ranges.givenName)} ${marked(student.familyName, hit.ranges.familyName)}${of}`;
}

const double = child('', { givenName: 'Anna-Lena', familyName: 'Müller-Weiß' });
const decomposed = child('', { givenName: 'Zoe', familyName: 'Mu\u0308ller' });
const withGuardians = child('Emma Adler', {
  guardians: [
    { givenName: 'Rita', familyName: 'Adler' },
    { givenName: 'Cem', familyName: 'Yıldız', phones: ['0171 4711'] },
  ],
});

describe('the letters that were typed are marked in the displayed name', () => {
  test.each([
    ['mül', 'Anna-Lena [Mül]ler-Weiß'],
    ['mul', 'Anna-Lena [Mül]ler-Weiß'],
    ['muel', 'Anna-Lena [Mül]ler-Weiß'],
    ['mue', 'Anna-Lena [Mü]ller-Weiß'],
    ['weiss', 'Anna-Lena Müller-[Weiß]'],
    ['wei len', 'Anna-[Len]a Müller-[Wei]ß'],
    ['annal', '[Anna-L]ena Müller-Weiß'],
    ['anna lena', '[Anna]-[Lena] Müller-Weiß'],
    ['müllerw', 'Anna-Lena [Müller-W]eiß'],
    ['mulelr', 'Anna-Lena [Müller]-Weiß'],
    ['1a', 'Anna-Lena Müller-Weiß'],
  ])('%s', (query, expected) => {
    expect(shown(double, query)).toBe(expected);
  });

  it('whole letters, also where the roster came decomposed', () => {
    expect(shown(decomposed, 'mu')).toBe('Zoe [Mu\u0308]ller');
    expect(shown(decomposed, 'muel')).toBe('Zoe [Mu\u0308l]ler');
  });

  it("in the guardian's name when that is what was meant", () => {
    expect(shown(withGuardians, 'yil')).toBe('Emma Adler (Cem [Yıl]dız)');
    expect(shown(withGuardians, 'emma cem')).toBe('[Emma] Adler ([Cem] Yıldız)');
    expect(shown(withGuardians, 'cem yildiz')).toBe('Emma Adler ([Cem] [Yıldız])');
    expect(shown(withGuardians, '4711')).toBe('Emma Adler (Cem Yıldız)');
    expect(shown(withGuardians, 'adler')).toBe('Emma [Adler]');
  });
});
