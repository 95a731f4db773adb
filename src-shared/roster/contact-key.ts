import { nameKey } from './name-key.ts';

/** Import keys are compared without blanks, case and the leading zeros that Excel drops. */
export function importKeyOf(key: string): string {
  return key
    .trim()
    .toLowerCase()
    .replace(/^0+(?=\d+$)/, '');
}

/** One key per number, however it is grouped: `+49 171 …`, `0049171…` and `0171/…` are the same. */
export function phoneKey(phone: string): string {
  const digits = phone.replace(/[^\d+]/g, '').replace(/(?!^)\+/g, '');
  return digits.replace(/^(\+49|0049)0?/, '0').replace(/^\+/, '00');
}

/** Mail addresses are compared without case: nobody's provider tells two people apart by it. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

/** The key of a number or a mail address, whichever it is. */
export function contactKey({ kind, value }: { kind: 'phone' | 'email'; value: string }): string {
  return kind === 'phone' ? phoneKey(value) : emailKey(value);
}

/** Street and postal code, folded; null without a street. `Hauptstraße 1` and `Hauptstr. 1` are the same. */
export function addressKey(address: { street: string | null; postalCode: string | null }): string | null {
  if (!address.street) return null;
  const street = nameKey(address.street.replace(/str(\.|\b)/i, 'straße'));
  return `${street} ${address.postalCode ?? ''}`;
}
