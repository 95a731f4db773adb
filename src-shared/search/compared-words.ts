import { type Spelling, spell } from './spelling.ts';

/**
 * The words of a name (or of what was typed for one) as they are compared: blanks, commas and hyphens separate.
 * "Müller-Özkan, Işıl" and "mueller oezkan isil" have equal words.
 */
export function comparedWords(text: string): readonly Spelling[] {
  return text
    .split(/[\s,-]+/)
    .map(spell)
    .filter(({ plain }) => plain !== '');
}

/** Whether a word of a name begins with a typed one, in any spelling of either. */
export function beginsWith(word: Spelling, typed: Spelling): boolean {
  return (
    word.shortened.startsWith(typed.shortened) ||
    word.writtenOutShortened.startsWith(typed.writtenOutShortened)
  );
}

/** Whether a typed word stands anywhere in a word, in any spelling of either. */
export function contains(word: Spelling, typed: Spelling): boolean {
  return (
    word.shortened.includes(typed.shortened) || word.writtenOutShortened.includes(typed.writtenOutShortened)
  );
}
