/** Blanks that aren't the blank: no-break, thin, figure, ideographic. */
const strangeBlanks = /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g;
/** Invisible: zero-width, soft hyphen, direction marks, control characters other than tab and line break. */
const invisible = /[\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF]|(?![\t\n\r])\p{Cc}/gu;

/**
 * A cell as a person would type it: composed, without invisible characters, single blanks, no blanks at the ends.
 * Takes off what spreadsheets and our own lists put around text so that it stays text: `="0171"`, `'0171`, `'(0171)`.
 */
export function tidyCell(cell: string): string {
  const plain = cell
    .normalize('NFC')
    .replace(strangeBlanks, ' ')
    .replace(invisible, '')
    .replace(/\s+/g, ' ')
    .trim();
  const formula = /^="?([^"]*)"?$/.exec(plain);
  const text = formula?.[1] ?? plain;
  return text.replace(/^'(?=[=+\-@＝＋－＠\d]|\(\d)/, '').trim();
}

/** Headings are compared without case, umlauts, blanks and signs: `Kind-ID`, `KindId` and `kind id` are one. */
export function headingKey(heading: string): string {
  return tidyCell(heading)
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
