import { coveredUntil, type NameWords } from './name-words.ts';
import { slipBetween } from './one-edit.ts';
import type { NameToken, PhoneToken, Reading } from './query.ts';
import type { HighlightRanges, SearchHit, TextRange } from './searchable-student.ts';
import { type GuardianEntry, type StudentEntry, writtenAs } from './student-entry.ts';
import { formsForSlips } from './token-source.ts';

type Ranges = Record<keyof HighlightRanges, TextRange[]>;
type RangeFinder = (name: NameWords, token: NameToken) => TextRange | undefined;

/** Says why a child was found and which letters to set in bold. Done for the few hits that are shown. */
export function explainHit(entry: StudentEntry, reading: Reading): SearchHit {
  const ranges: Ranges = { givenName: [], familyName: [], guardianGivenName: [], guardianFamilyName: [] };
  const forOthers: NameToken[] = [];
  let phone: PhoneToken | undefined;
  for (const token of reading) {
    if (token.kind === 'phone') phone = token;
    if (token.kind === 'name' && !markStudent(entry, token, ranges)) forOthers.push(token);
  }
  const guardian =
    phone || forOthers.length > 0 ? bestGuardian(entry.guardians, forOthers, phone) : undefined;
  if (guardian) for (const token of forOthers) markGuardian(guardian, token, ranges);
  const written = guardian && phone && writtenAs(guardian, phone.endings);
  const isByName = ranges.givenName.length + ranges.familyName.length > 0;
  return {
    studentId: entry.id,
    matchedBy: phone ? 'phone' : guardian ? 'guardian' : isByName ? 'name' : 'class',
    ...(guardian ? { guardianId: guardian.id } : {}),
    ...(written === undefined ? {} : { phone: written }),
    ranges,
  };
}

/** @returns false when the word must have meant somebody or something else */
function markStudent(entry: StudentEntry, token: NameToken, ranges: Ranges): boolean {
  if (mark(entry, token, rangeAsTyped, ranges.familyName, ranges.givenName)) return true;
  if (isMeantOtherwise(entry, token)) return false;
  return mark(entry, token, rangeWithSlip, ranges.familyName, ranges.givenName);
}

function markGuardian(guardian: GuardianEntry, token: NameToken, ranges: Ranges): boolean {
  return [rangeAsTyped, rangeWithSlip].some((find) =>
    mark(guardian, token, find, ranges.guardianFamilyName, ranges.guardianGivenName),
  );
}

function mark(
  person: { readonly family: NameWords; readonly given: NameWords },
  token: NameToken,
  find: RangeFinder,
  familyRanges: TextRange[],
  givenRanges: TextRange[],
): boolean {
  const family = find(person.family, token);
  const given = find(person.given, token);
  if (family) addRange(familyRanges, family);
  if (given) addRange(givenRanges, given);
  return family !== undefined || given !== undefined;
}

function isMeantOtherwise(entry: StudentEntry, token: NameToken): boolean {
  return (
    entry.classWords.some((word) => word.startsWith(token.form)) ||
    entry.guardians.some(({ family, given }) => rangeAsTyped(family, token) ?? rangeAsTyped(given, token))
  );
}

/** The guardian to whom most of the words apply; the first in contact order among equals. */
function bestGuardian(
  guardians: readonly GuardianEntry[],
  tokens: readonly NameToken[],
  phone: PhoneToken | undefined,
): GuardianEntry | undefined {
  let best: GuardianEntry | undefined;
  let mostWords = 0;
  const nowhere: Ranges = { givenName: [], familyName: [], guardianGivenName: [], guardianFamilyName: [] };
  for (const guardian of guardians) {
    const names = tokens.filter((token) => markGuardian(guardian, token, nowhere)).length;
    const words = names + (phone && writtenAs(guardian, phone.endings) !== undefined ? 1 : 0);
    if (words > mostWords) {
      best = guardian;
      mostWords = words;
    }
  }
  return best;
}

function rangeAsTyped(name: NameWords, token: NameToken): TextRange | undefined {
  for (const word of name.words) {
    for (const key of word.keys) {
      if (key.startsWith(token.form)) return [word.start, coveredUntil(name.text, word, token.form)];
    }
  }
  for (const form of token.looser) {
    const word = name.words.find(({ keys }) => keys.some((key) => key.startsWith(form)));
    if (word) return [word.start, coveredUntil(name.text, word, form)];
  }
  return undefined;
}

/** With a slip in it, no letter can be said to be the typed one: the whole word is marked. */
function rangeWithSlip(name: NameWords, token: NameToken): TextRange | undefined {
  const forms = formsForSlips(token);
  const word = name.words.find(({ keys }) =>
    keys.some((key) => forms.some((form) => slipBetween(form, key))),
  );
  return word && [word.start, word.end];
}

/** Keeps the list sorted and without overlap. */
function addRange(ranges: TextRange[], [start, end]: TextRange): void {
  const touching = ranges.filter((range) => range[0] <= end && range[1] >= start);
  const apart = ranges.filter((range) => !touching.includes(range));
  const merged: TextRange = [
    Math.min(start, ...touching.map((range) => range[0])),
    Math.max(end, ...touching.map((range) => range[1])),
  ];
  ranges.splice(0, ranges.length, ...[...apart, merged].sort((a, b) => a[0] - b[0]));
}
