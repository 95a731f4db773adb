import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLessons } from '../../../../src-renderer/desk/parse-lessons.ts';

describe('lessons as they are said on the phone', () => {
  it.each([
    ['3', 3, 3],
    ['3.', 3, 3],
    ['1-3', 1, 3],
    ['1. – 3.', 1, 3],
    ['1 bis 3', 1, 3],
    ['bis 2', 1, 2],
    ['ab 4', 4, null],
    ['from 4', 4, null],
    [' 10-12 ', 10, 12],
  ])('reads %s as %i to %s', (said, fromLesson, untilLesson) => {
    expect(parseLessons(said)).toEqual({ fromLesson, untilLesson });
  });

  it.each(['', '0', '13', '3-1', 'bald', '1-', 'ab', '1-2-3', '-', '1,3'])(
    'does not guess at "%s"',
    (said) => {
      expect(parseLessons(said)).toBeUndefined();
    },
  );

  it('never comes to lessons that end before they begin', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789 -.ab') }), (said) => {
        const lessons = parseLessons(said);
        if (lessons?.untilLesson != null)
          expect(lessons.untilLesson).toBeGreaterThanOrEqual(lessons.fromLesson);
      }),
    );
  });
});
