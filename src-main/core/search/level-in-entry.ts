import { levels, noLevel } from './levels.ts';
import type { NameWord, NameWords } from './name-words.ts';
import { slipBetween } from './one-edit.ts';
import type { NameToken } from './query.ts';
import { type NameField, nameField, type StudentEntry } from './student-entry.ts';

/**
 * How well a typed word fits one child: what the postings say, asked the other way round.
 * Knows besides that two typed words mean two words: "güneşkan gü" is Gülşen Güneşkan rather than Ayşe Güneşkan.
 */
export function levelInEntry(token: NameToken, entry: StudentEntry): number {
  const isTaken = token.partOf.length === 0 ? isNeverTaken : isTakenBy(token.partOf, entry);
  let level = Math.min(
    levelInName(token, entry.family, nameField.family, isTaken),
    levelInName(token, entry.given, nameField.given, isTaken),
    levelInKeys(token, entry.classWords, nameField.className),
  );
  for (const guardian of entry.guardians) {
    if (level < levels.exact[nameField.guardian]) return level;
    level = Math.min(level, levelInName(token, guardian.family, nameField.guardian, isTaken));
    level = Math.min(level, levelInName(token, guardian.given, nameField.guardian, isTaken));
  }
  return level === noLevel && isTaken !== isNeverTaken ? levels.sameWord : level;
}

type IsTaken = (word: NameWord) => boolean;

const isNeverTaken: IsTaken = () => false;

/** The longer typed word, even mistyped, takes one word of the name; where it fits several, one is left for the shorter. */
function isTakenBy(longerForms: readonly string[], entry: StudentEntry): IsTaken {
  const takes: IsTaken = ({ keys }) => keys.some((key) => longerForms.some((form) => slipBetween(form, key)));
  const startsTaken = ({ words }: NameWords): number =>
    new Set(words.filter(takes).map(({ start }) => start)).size;
  return startsTaken(entry.family) + startsTaken(entry.given) > 1 ? () => false : takes;
}

function levelInName(token: NameToken, name: NameWords, field: NameField, isTaken: IsTaken): number {
  let level = noLevel;
  for (const word of name.words) {
    const found = levelInKeys(token, word.keys, field);
    if (found < level && !isTaken(word)) level = found;
  }
  return level;
}

function levelInKeys(token: NameToken, keys: readonly string[], field: NameField): number {
  let level = noLevel;
  for (const key of keys) {
    if (key === token.form) level = Math.min(level, levels.exact[field]);
    else if (key.startsWith(token.form)) level = Math.min(level, levels.beginning[field]);
    else if (token.looser.some((form) => key.startsWith(form))) level = Math.min(level, levels.looser[field]);
  }
  return level;
}
