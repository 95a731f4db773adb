import { note, type ReadFinding, unreadable } from './finding.ts';

export interface ReadAddress {
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly findings: readonly ReadFinding[];
}

/** Street with house number, postal code and city from up to four cells; `27777 Ganderkesee` in one cell is taken apart. */
export function readAddress(
  street: string | null,
  houseNumber: string | null,
  postalCode: string | null,
  city: string | null,
): ReadAddress {
  const joined = /^(?:D[- ]?)?(\d{4,5})\s+(\D.*)$/.exec(city ?? '');
  const code = readPostalCode(postalCode ?? joined?.[1] ?? null);
  const withNumber =
    houseNumber && street && !street.endsWith(` ${houseNumber}`) ? `${street} ${houseNumber}` : street;
  return { street: withNumber, postalCode: code.value, city: joined?.[2] ?? city, findings: code.findings };
}

function readPostalCode(text: string | null): { value: string | null; findings: ReadFinding[] } {
  if (text === null) return { value: null, findings: [] };
  const bare = text
    .replace(/^D[- ]?(?=\d)/i, '')
    .replace(/[.,]0+$/, '')
    .replace(/\s/g, '');
  if (/^\d{5}$/.test(bare)) return { value: bare, findings: [] };
  // German codes that begin with 0 lose it in Excel; Lower Saxony's neighbours with four digits are rare enough to be told.
  if (/^[1-9]\d{3}$/.test(bare)) {
    return { value: `0${bare}`, findings: [note('postalCodeZeroAdded', text, { repaired: `0${bare}` })] };
  }
  return { value: null, findings: [unreadable('postalCodeInvalid', text)] };
}
