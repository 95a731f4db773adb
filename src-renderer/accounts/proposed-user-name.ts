import { userNameSchema } from '../../src-shared/accounts/contract.ts';
import { asciiName } from '../../src-shared/values/ascii-name.ts';

const LONGEST = 36;

/**
 * A user name for somebody: the family name in letters every keyboard has, with a number where it is taken.
 * @returns empty where nothing of the name can be typed so
 */
export function proposedUserName(familyName: string, taken: readonly string[]): string {
  const plain = asciiName(familyName).slice(0, LONGEST);
  if (plain === '') return '';
  const candidates = [plain, ...Array.from({ length: 98 }, (_, at) => `${plain}${at + 2}`)];
  return candidates.find((name) => userNameSchema.safeParse(name).success && !taken.includes(name)) ?? '';
}
