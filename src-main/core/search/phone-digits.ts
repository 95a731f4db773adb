export const phoneDigitsAtLeast = 3;

/**
 * A number in one form: German ones as `0…`, foreign ones as `00` and the country's code.
 * `+49 (0)5131 4711`, `0049 5131/4711` and `05131-4711` all become `051314711`.
 * @returns digits only; the empty string when there are none
 */
export function canonicalPhone(written: string): string {
  const digits = written.replaceAll(/\D+/g, '');
  const isInternational = written.includes('+');
  if (!isInternational && !digits.startsWith('00')) return digits;
  const international = digits.startsWith('00') ? digits.slice(2) : digits;
  return international.startsWith('49')
    ? `0${international.slice(2).replace(/^0+/, '')}`
    : `00${international}`;
}

/** The endings to look for when these digits were typed: as they are, and without a country code in front. */
export function typedPhoneEndings(typed: string): readonly string[] {
  const ending = canonicalPhone(typed);
  const couldBeGermanCode = ending.startsWith('49') && ending.length >= 9;
  return couldBeGermanCode ? [ending, `0${ending.slice(2)}`] : [ending];
}

/** Numbers are filed by their last three digits: a bucket holds a thousandth of them. */
export function phoneBucket(digits: string): string {
  return digits.slice(-phoneDigitsAtLeast);
}
