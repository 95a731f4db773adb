import { randomInt } from 'node:crypto';
import { ONE_TIME_DAYS } from '../../src-shared/accounts/contract.ts';
import { toInstant } from '../../src-shared/values/day.ts';

/** Read aloud and copied from paper: nothing that looks or sounds like another. 60 bits in twelve letters. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 3;
const GROUP_LENGTH = 4;
const DAY_MS = 86_400_000;

/** A password to be used once, in groups: `k7mt-4xwq-h2pd`. */
export function newOneTimePassword(): string {
  const group = () => Array.from({ length: GROUP_LENGTH }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** The instant until which one that is made now can be used. */
export function oneTimeEnd(nowMs: number): string {
  return toInstant(nowMs + ONE_TIME_DAYS * DAY_MS);
}
