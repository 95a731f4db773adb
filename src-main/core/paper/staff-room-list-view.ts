import type { StaffRoomList } from '../../../src-shared/paper/daily-sheets.ts';
import { compareClassNames, sortByClassAndName } from '../../../src-shared/paper/paper-rules.ts';
import { notReported } from './office-list-view.ts';
import type { PaperWords } from './paper-words.ts';
import { arrivalWords, departureWords, registerName, spanWords, untilWords } from './row-words.ts';
import { sheetFrame } from './sheet-frame.ts';

/** The staff room's daily list as the template takes it. Knows no field that says why. */
export function staffRoomListView(list: StaffRoomList, words: PaperWords) {
  const waiting = [...list.classesNotReported].sort(compareClassNames);
  return {
    frame: sheetFrame(list, 'staffRoomList', words),
    words: { ...words.section('common'), ...words.section('staffRoomList') },
    waiting: waiting.length === 0 ? null : notReported(waiting, words),
    summary: words.say('staffRoomList.summary', { count: list.rows.length }),
    rows: sortByClassAndName(list.rows).map((row) => ({
      class: row.className,
      name: registerName(row),
      away: spanWords(row, words),
      until: untilWords(row, list.day, words),
      arrives: arrivalWords(row, words),
      leaves: departureWords(row, words),
      isMissing: row.span === 'missing',
    })),
  };
}
