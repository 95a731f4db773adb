/** Letters that Unicode decomposition leaves whole, with the plain letters an office types for them. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ə: 'e',
  ĸ: 'k',
  ς: 'σ',
  ى: 'ي',
  ة: 'ه',
  ـ: '',
};

/** Second spellings in common use: what a passport or a form without the letter makes of it. */
const writtenOutLetters: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ø: 'oe',
  å: 'aa',
  đ: 'dj',
  ə: 'a',
};

/** Cyrillic (ICAO 9303 for passports) and Greek, letter by letter, for offices that type Latin letters only. */
const transliteration: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  ѓ: 'g',
  д: 'd',
  ђ: 'd',
  е: 'e',
  ё: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  ѕ: 'dz',
  и: 'i',
  і: 'i',
  ї: 'i',
  й: 'i',
  ј: 'j',
  к: 'k',
  ќ: 'k',
  л: 'l',
  љ: 'lj',
  м: 'm',
  н: 'n',
  њ: 'nj',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ћ: 'c',
  у: 'u',
  ў: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  џ: 'dz',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  τ: 't',
  υ: 'u',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
};

export interface LetterSpelling {
  /** Without accents: ü → u. */
  readonly plain: string;
  /** Written out in plain Latin letters: ü → ue, đ → dj, я → ia. */
  readonly writtenOut: string;
}

const known = new Map<string, LetterSpelling>();
const knownAtMost = 4_000;

/**
 * Spells one letter, given with its combining marks, in lower case. What is neither letter nor digit vanishes.
 * Remembered per letter: alphabets are small, and names are folded by the hundred thousand.
 */
export function spellLetter(letter: string): LetterSpelling {
  const remembered = known.get(letter);
  if (remembered) return remembered;
  const lower = letter.toLowerCase().normalize('NFC');
  const plain = withoutMarks(lower);
  const spelling = { plain, writtenOut: writtenOutLetters[lower] ?? inLatin(plain) };
  if (known.size < knownAtMost) known.set(letter, spelling);
  return spelling;
}

function withoutMarks(lower: string): string {
  let plain = '';
  for (const part of lower.normalize('NFKD').toLowerCase()) {
    if (/[\p{L}\p{N}]/u.test(part) && !isApostrophe(part)) plain += plainLetters[part] ?? part;
  }
  return plain;
}

function inLatin(plain: string): string {
  let latin = '';
  for (const letter of plain) latin += transliteration[letter] ?? letter;
  return latin;
}

/** Every sign people type for an apostrophe; some of them count as letters in Unicode. */
export const apostrophes = "'`´ʹʻʼʽʾʿˈ‘’‛′";

function isApostrophe(sign: string): boolean {
  return apostrophes.includes(sign);
}
