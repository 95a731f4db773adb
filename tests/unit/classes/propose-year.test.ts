import { expect, test } from 'vitest';
import { proposeFirstDay, proposeFollowing } from '../../../src-shared/classes/year/propose.ts';

const follow = (...classes: [string, number][]) =>
  proposeFollowing(classes.map(([name, gradeLevel]) => ({ name, gradeLevel }))).map(
    ({ kind, name }) => `${kind} ${name}`,
  );

test('each class goes to the next year, and the fourth leaves', () => {
  expect(follow(['1a', 1], ['2b', 2], ['Klasse 3', 3], ['4c', 4])).toEqual([
    ...['moves 2a', 'moves 3b', 'moves Klasse 4', 'leaves 4c'],
  ]);
});

test('in a school of six years the sixth leaves; a young school has no leavers yet', () => {
  expect(follow(['4a', 4], ['6a', 6])).toEqual(['moves 5a', 'leaves 6a']);
  expect(follow(['1a', 1], ['3a', 3])).toEqual(['moves 2a', 'moves 4a']);
  expect(follow(['9a', 9], ['10a', 10])).toEqual(['moves 10a', 'leaves 10a']);
});

test('a class of several years, or named after none, is for somebody to look at', () => {
  expect(follow(['1/2a', 0], ['Eulen', 2], ['SKG', 0])).toEqual([
    ...['unclear 1/2a', 'unclear Eulen', 'unclear SKG'],
  ]);
});

test('the first day is that of the school year, after the last roll call, and never later than today', () => {
  expect(proposeFirstDay('2027-08-12', null)).toBe('2027-08-01');
  expect(proposeFirstDay('2027-08-12', '2027-07-07')).toBe('2027-08-01');
  expect(proposeFirstDay('2027-08-16', '2027-08-13')).toBe('2027-08-14');
  expect(proposeFirstDay('2027-08-16', '2027-08-16')).toBe('2027-08-16');
});
