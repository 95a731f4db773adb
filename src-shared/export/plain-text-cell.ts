/**
 * A CSV knows no types: a spreadsheet guesses. Words that it would calculate (OWASP "CSV Injection") or
 * turn into a number or date (phone 01705550142, postal code 01067, class "1e3") get an apostrophe
 * before them, which keeps them as they are.
 */
const MARK = "'";

/** Read as a formula, also behind blanks and in full-width letters of Asian keyboards. */
const formulaStart = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** Made of nothing but figures and the signs that numbers, dates, times, shares and exponents are written with. */
const figuresOnly = /^\s*\(?\d[\d\s.,:;/()%€'’-]*(e\d+)?\s*$/iu;

/** Groups of figures after a zero, as phone numbers are shown: no spreadsheet mistakes these. */
const spacedPhone = /^0\d+( \d+)+$/;

/** The text as it may stand in a CSV cell and come out as the same text. */
export function keepAsText(text: string): string {
  return isGuessedWrong(withoutMarks(text)) ? MARK + text : text;
}

/** The inverse of {@link keepAsText}, for a file of ours that is read again. */
export function restoreText(cell: string): string {
  return cell.startsWith(MARK) && isGuessedWrong(withoutMarks(cell)) ? cell.slice(MARK.length) : cell;
}

function isGuessedWrong(text: string): boolean {
  return formulaStart.test(text) || (figuresOnly.test(text) && !spacedPhone.test(text));
}

/** A text that begins with apostrophes of its own gets one more, so that the way back is exact. */
function withoutMarks(text: string): string {
  return text.replace(/^'+/, '');
}
