import { userNameSchema } from '../../src-shared/accounts/contract.ts';

const written: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ı: 'i',
  ł: 'l',
  đ: 'd',
  ø: 'o',
};

/**
 * A user name for somebody: the family name in letters every keyboard has, with a number where it is taken.
 * @returns empty where nothing of the name can be typed so
 */
export function proposedUserName(familyName: string, taken: readonly string[]): string {
  const plain = familyName
    .toLocaleLowerCase('de')
    .replace(/[äöüßıłđø]/g, (letter) => written[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\d]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 36);
  if (plain === '') return '';
  const candidates = [plain, ...Array.from({ length: 98 }, (_, at) => `${plain}${at + 2}`)];
  return candidates.find((name) => userNameSchema.safeParse(name).success && !taken.includes(name)) ?? '';
}
