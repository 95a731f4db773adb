import { expect, test } from 'vitest';
import { proposedUserName } from '../../../../src-renderer/accounts/proposed-user-name.ts';

test.each([
  ['Yıldız', [], 'yildiz'],
  ['Brünjes-Öztürk', [], 'bruenjes-oeztuerk'],
  ['Weiß', ['weiss', 'weiss2'], 'weiss3'],
  ['von der Heide', [], 'von-der-heide'],
  ["O'Brien", [], 'obrien'],
  ['Łukasiewicz', [], 'lukasiewicz'],
  ['Іваненко', [], ''],
  ['–', [], ''],
])('a user name for %s', (familyName, taken, expected) => {
  expect(proposedUserName(familyName, taken)).toBe(expected);
});
