/**
 * A phone number in groups, so that it can be read aloud and dialled. One that somebody has grouped is left
 * as it is; a bare mobile number gets its network code and groups of at most four digits.
 */
export function readablePhone(number: string): string {
  const trimmed = number.trim();
  const mobile = /^(\+49|0)(1[5-7]\d)(\d{6,9})$/.exec(trimmed);
  if (!mobile) return trimmed.replace(/\s*[/-]\s*/g, ' ');
  const [, prefix, code, rest = ''] = mobile;
  const groups = rest.match(/\d{1,4}/g) ?? [];
  return `${prefix === '0' ? '0' : '+49 '}${code} ${groups.join(' ')}`;
}
