import { spellLetter } from './letters.ts';

/** One word in the spellings by which it is compared. All are lower case, without accents or signs. */
export interface Spelling {
  /** ü → u, ß → ss, İ → i; digraphs stay as typed. */
  readonly plain: string;
  /** ü → ue, đ → dj, Cyrillic and Greek in Latin letters. */
  readonly writtenOut: string;
  /** Both of the above with ae, oe, ue shortened to a, o, u: equal for Müller, Mueller and Muller. */
  readonly shortened: string;
  readonly writtenOutShortened: string;
}

const letterWithMarks = /\P{M}\p{M}*|\p{M}+/gu;
const asciiWord = /^[a-zA-Z]*$/;
/** Letter by letter, without looking for combining marks. */
const composedLatin = /^[a-zA-ZÀ-ÖØ-öø-ɏḀ-ỿ' -]*$/;

/** Spells a word (composed or decomposed Unicode alike). Never fails; signs and emoji vanish. */
export function spell(word: string): Spelling {
  if (asciiWord.test(word)) return fromForms(word.toLowerCase(), undefined);
  let plain = '';
  let writtenOut = '';
  for (const letter of composedLatin.test(word) ? word : (word.match(letterWithMarks) ?? [])) {
    const spelling = spellLetter(letter);
    plain += spelling.plain;
    writtenOut += spelling.writtenOut;
  }
  return fromForms(plain, writtenOut);
}

function fromForms(plain: string, other: string | undefined): Spelling {
  const writtenOut = other ?? plain;
  const shortened = shorten(plain);
  return {
    plain,
    writtenOut,
    shortened,
    writtenOutShortened: writtenOut === plain ? shortened : shorten(writtenOut),
  };
}

/** Keeps prefixes: the shortened beginning of a word is the beginning of the shortened word. */
function shorten(form: string): string {
  return form.includes('e') ? form.replaceAll(/([aou])e/g, '$1') : form;
}

/** The different keys under which a name is filed; one for most names, two for Müller or Michael. */
export function keysOf(spelling: Spelling): readonly string[] {
  const { plain, writtenOut, shortened, writtenOutShortened } = spelling;
  if (plain === writtenOut && plain === shortened) return plain === '' ? [] : [plain];
  return distinct([plain, writtenOut, shortened, writtenOutShortened]);
}

/**
 * Spellings that find more than was typed: "mue" also finds "Mustafa" and "Muller", since ue may stand for u.
 * Without the one that is looked up first (`writtenOut`).
 */
export function looserForms(spelling: Spelling): readonly string[] {
  const { plain, writtenOut, shortened, writtenOutShortened } = spelling;
  if (plain === writtenOut && plain === shortened) return [];
  return distinct([plain, shortened, writtenOutShortened]).filter((form) => form !== writtenOut);
}

function distinct(forms: string[]): string[] {
  return forms.filter((form, at) => form !== '' && forms.indexOf(form) === at);
}
