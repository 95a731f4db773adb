/** More digits than this in a row nobody keeps in mind while dialling. */
const GROUP = 4;

/**
 * A phone number in groups, so that it can be read aloud and dialled. Groups somebody has made stay apart;
 * a bare mobile number gets its network code; long rows of digits are broken into fours, never leaving one
 * digit alone.
 */
export function readablePhone(number: string): string {
  const spaced = number
    .trim()
    .replace(/^(\+49|0)(1[5-7]\d)(?=\d{6,9}$)/, (_, prefix: string, code: string) =>
      prefix === '0' ? `0${code} ` : `+49 ${code} `,
    )
    .replace(/\s*[/-]\s*/g, ' ');
  const [areaCode = '', ...rest] = spaced.split(/\s+/);
  return [areaCode, ...rest.flatMap(grouped)].join(' ');
}

function grouped(digits: string): string[] {
  if (digits.length <= GROUP) return [digits];
  const first = digits.length === GROUP + 1 ? GROUP - 1 : GROUP;
  return [digits.slice(0, first), ...grouped(digits.slice(first))];
}
