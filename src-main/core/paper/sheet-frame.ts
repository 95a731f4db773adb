import type { Day } from '../../../src-shared/values/day.ts';
import type { PaperWords } from './paper-words.ts';

/** What stands around every sheet: school, title, day, time of printing, footer. Wording is final. */
export interface SheetFrame {
  readonly language: string;
  readonly school: string;
  readonly title: string;
  readonly day: string;
  readonly printed: string;
  readonly notice: string;
  readonly page: string;
  readonly of: string;
}

interface FrameSource {
  readonly schoolName: string;
  readonly day: Day;
  readonly printedAt: { readonly day: Day; readonly time: string };
}

/** Words the frame of a sheet; `section` names its part of paper.json, with `title` and `notice`. */
export function sheetFrame(source: FrameSource, section: string, words: PaperWords): SheetFrame {
  const { day, time } = source.printedAt;
  return {
    language: words.language,
    school: source.schoolName,
    title: words.say(`${section}.title`),
    day: words.longDay(source.day),
    printed:
      day === source.day
        ? words.say('common.printed', { time })
        : words.say('common.printedOn', { day: words.shortDay(day), time }),
    notice: words.say(`${section}.notice`),
    page: words.say('common.page'),
    of: words.say('common.of'),
  };
}
