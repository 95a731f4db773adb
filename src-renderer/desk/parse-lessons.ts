/** Lessons of a day; `untilLesson` null: to its end. */
export interface SaidLessons {
  readonly fromLesson: number;
  readonly untilLesson: number | null;
}

const MOST = 12;

/**
 * Reads lessons as somebody on the phone says them: `3`, `1-3`, `1 bis 3`, `bis 3`, `ab 4`.
 * @returns undefined for what can't be lessons
 */
export function parseLessons(text: string): SaidLessons | undefined {
  const said = text.trim().toLowerCase().replaceAll('.', '');
  const match =
    /^(?:(?:ab|from)\s*(?<since>\d{1,2})|(?:(?<first>\d{1,2})\s*)?(?:-|–|bis|to)\s*(?<last>\d{1,2})|(?<only>\d{1,2}))$/.exec(
      said,
    );
  if (!match) return undefined;
  const { since, first, last, only } = match.groups ?? {};
  const fromLesson = Number(since ?? only ?? first ?? 1);
  const untilLesson = since === undefined ? Number(last ?? only) : null;
  const isLesson = (lesson: number) => lesson >= 1 && lesson <= MOST;
  if (!isLesson(fromLesson) || (untilLesson !== null && !isLesson(untilLesson))) return undefined;
  return untilLesson === null || untilLesson >= fromLesson ? { fromLesson, untilLesson } : undefined;
}
