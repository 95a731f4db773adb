import type { RosterPhone } from '../../../../src-shared/roster/types.ts';
import { note, type ReadFinding, unreadable } from './finding.ts';

export interface ReadPhones {
  readonly phones: RosterPhone[];
  readonly findings: ReadFinding[];
}

/** Fewest digits of a number somebody can be called on, and of one that can stand next to another in a cell. */
const FEWEST_DIGITS = 3;
const FEWEST_DIGITS_OF_TWO = 6;
/** ITU-T E.164 allows 15 digits; with prefixes such as 0049 a number may have a few more. */
const MOST_DIGITS = 18;

/**
 * The numbers of one cell, as text. Two numbers are taken apart only if each is whole; words around a number become its
 * label; a leading zero that a spreadsheet dropped is put back where no other reading is possible.
 */
export function readPhones(cell: string): ReadPhones {
  if (/^\d[.,]\d+E\+?\d+$/i.test(cell)) return { phones: [], findings: [unreadable('phoneDestroyed', cell)] };
  const parts = splitNumbers(cell);
  const findings: ReadFinding[] =
    parts.length > 1 ? [note('phonesSplit', cell, { count: parts.length })] : [];
  const phones = parts.flatMap((part) => {
    const read = readNumber(part);
    findings.push(...read.findings);
    return read.phones;
  });
  return { phones, findings };
}

function readNumber(text: string): ReadPhones {
  const { label, number } = takeLabel(text);
  const digits = digitsOf(number);
  const isNumber =
    /^\+?[\d\s()/.–-]+$/.test(number) && digits.length >= FEWEST_DIGITS && digits.length <= MOST_DIGITS;
  if (!isNumber) return { phones: [], findings: [unreadable('phoneNotUnderstood', text)] };
  const repaired = addLostZero(number);
  if (repaired)
    return { phones: [{ label, value: repaired }], findings: [note('phoneZeroAdded', number, { repaired })] };
  const doubtful = /^[1-9]\d{8,}$/.test(number);
  return {
    phones: [{ label, value: number }],
    findings: doubtful ? [note('phoneZeroDoubtful', number)] : [],
  };
}

/** Numbers that can only be German mobile numbers (015…, 016…, 017…) or ones with the country code, without their start. */
function addLostZero(number: string): string | null {
  if (/^1[567]\d{8,9}$/.test(number)) return `0${number}`;
  return /^49[1-9]\d{8,10}$/.test(number) ? `+${number}` : null;
}

/** `Oma: 0171 1234567`, `0171 1234567 (Oma)` → label `Oma`. */
function takeLabel(text: string): { label: string | null; number: string } {
  const words = text.match(/\p{L}[\p{L}\p{M}.' -]*/gu) ?? [];
  if (words.length === 0) return { label: null, number: text.trim() };
  const number = text
    .replace(/\p{L}[\p{L}\p{M}.']*/gu, ' ')
    .replace(/[:,()\s]+$|^[:,()\s.-]+/g, '')
    .replace(/\(\s*\)/g, '')
    .trim();
  const label = words.map((word) => word.replace(/[-\s.]+$/, '')).join(' ');
  return { label: label || null, number };
}

/**
 * Cuts at `;`, `,`, `|` and words for "or"; at `/` only before something that begins like a whole number, since
 * `04222/1234` is one number. Cuts nothing if a part would be too short to be called.
 */
function splitNumbers(cell: string): string[] {
  const parts = cell
    .split(/[;,|\n]|\s(?:oder|und|od\.|u\.|&)\s|\s*\/\s*(?=(?:\+|00|0[1-9])[\d\s()/-]{6,}|1[567]\d{8,9}\b)/i)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => digitsOf(part).length >= FEWEST_DIGITS_OF_TWO)
    ? parts
    : [cell];
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
