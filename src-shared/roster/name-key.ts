/** Letters that don't fall apart into a base letter and a mark, and the umlauts as German writes them without dots. */
const replacements = new Map(
  Object.entries({
    ä: 'ae',
    ö: 'oe',
    ü: 'ue',
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'oe',
    å: 'aa',
    ı: 'i',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ŋ: 'n',
  }),
);

/**
 * The words of a name, folded: lower case, without marks, `ä` as `ae`. Hyphens, apostrophes and blanks separate words.
 * `?` and U+FFFD stay, since they stand for a letter that was lost (see {@link hasLostLetters}).
 */
export function nameWords(name: string): string[] {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßæœøåıłđðþŋ]/g, (letter) => replacements.get(letter) ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}?\uFFFD]+/u)
    .filter((word) => word !== '');
}

/** One key per name: two spellings that differ in case, marks, hyphens or blanks alone have the same. */
export function nameKey(name: string): string {
  return nameWords(name).join('');
}

/** Key of a whole person's name. */
export function personKey(person: { givenName: string; familyName: string }): string {
  return `${nameKey(person.givenName)} ${nameKey(person.familyName)}`;
}

/** True for a name in which an earlier program put `?` or U+FFFD in place of a letter it didn't know (`Y?lmaz`). */
export function hasLostLetters(name: string): boolean {
  return /[?\uFFFD]/.test(name);
}

/** True when `damaged` becomes `whole` by filling in its lost letters. */
export function fillsLostLetters(damaged: string, whole: string): boolean {
  if (!hasLostLetters(damaged)) return false;
  const pattern = [...damaged.normalize('NFC').toLowerCase()]
    .map((letter) => (hasLostLetters(letter) ? '.{1,2}' : letter.replace(/[^\p{L}\p{N}]/u, '\\$&')))
    .join('');
  return new RegExp(`^${pattern}$`, 'su').test(whole.normalize('NFC').toLowerCase());
}

/**
 * True when `after` is only a poorer spelling of `before` (marks gone, all capitals, letters lost): a source that can't
 * write `Yılmaz` must not overwrite a school that can.
 */
export function isPoorerSpelling(before: string, after: string): boolean {
  if (fillsLostLetters(after, before)) return true;
  const sameLetters = nameKey(before) === nameKey(after) || plainLetters(before) === plainLetters(after);
  if (!sameLetters) return false;
  return specialLetters(after) < specialLetters(before) || (hasOneCase(after) && !hasOneCase(before));
}

function plainLetters(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ı/g, 'i')
    .replace(/đ/g, 'd')
    .replace(/ł/g, 'l');
}

function specialLetters(name: string): number {
  return (name.normalize('NFC').match(/[^\p{ASCII}]/gu) ?? []).length;
}

function hasOneCase(name: string): boolean {
  return name.length > 2 && (name === name.toLowerCase() || name === name.toUpperCase());
}
