import type { OfficeListRow, PresenceState, StaffRoomRow } from '../../../src-shared/paper/daily-sheets.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import type { PaperWords } from './paper-words.ts';

/** "Yıldız, Emre": as registers sort it. A child with one name only has no comma. */
export function registerName(child: { readonly givenName: string; readonly familyName: string }): string {
  return [child.familyName, child.givenName].filter((part) => part.trim() !== '').join(', ');
}

/** How much of the day: "ganzer Tag", "1.–3. Stunde", "kommt später". */
export function spanWords(row: StaffRoomRow, words: PaperWords): string {
  if (row.span !== 'lessons') return words.say(`span.${row.span}`);
  const { fromLesson: from, untilLesson: until } = row;
  if (from === null && until === null) return words.say('span.lessons');
  if (from === null) return words.say('span.lessonUntil', { until: until ?? '' });
  if (until === null) return words.say('span.lessonFrom', { from });
  return words.say(from === until ? 'span.lessonOnly' : 'span.lessonRange', { from, until });
}

/** Last day away as "heute", "Mi, 25.11." or "auf Weiteres"; empty for a child who came or is missing. */
export function untilWords(row: StaffRoomRow, today: Day, words: PaperWords): string {
  if (row.span === 'late' || row.span === 'missing') return '';
  if (row.untilDay === null) return words.say('until.furtherNotice');
  return row.untilDay === today ? words.say('common.today') : words.shortDay(row.untilDay);
}

/** Time of arrival, expected or real; "offen" when a child comes at a time nobody said. */
export function arrivalWords(row: StaffRoomRow, words: PaperWords): string {
  if (row.span === 'arrivesLate') return row.atTime ?? words.say('arrival.unknown');
  if (row.span === 'late' && row.atTime !== null) return words.say('arrival.here', { time: row.atTime });
  return '';
}

/** Time at which the child leaves before the others. */
export function departureWords(row: StaffRoomRow, words: PaperWords): string {
  if (row.span !== 'leavesEarly') return '';
  return row.atTime ?? words.say('arrival.unknown');
}

/** Excuse state: decided, or what is still expected. */
export function excuseWords(row: OfficeListRow, words: PaperWords): string {
  if (row.toReview) return words.say('excuse.toReview');
  if (row.excuse !== 'open') return words.say(`excuse.${row.excuse}`);
  return words.say(row.excuseExpected === 'none' ? 'excuse.open' : `excuse.${row.excuseExpected}`);
}

/** Today's state of a child on the evacuation list and the downtime sheet; nothing for a child in school. */
export function presenceWords(
  child: { readonly state: PresenceState; readonly atTime: string | null },
  words: PaperWords,
): string {
  if (child.state === 'here') return '';
  const hasTime = child.atTime !== null && (child.state === 'comesLater' || child.state === 'pickedUp');
  if (!hasTime) return words.say(`presence.${child.state}`);
  return words.say(`presence.${child.state}At`, { time: child.atTime ?? '' });
}
