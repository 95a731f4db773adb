import type { EvacuationClass, EvacuationList } from '../../../src-shared/paper/daily-sheets.ts';
import { type Headcount, headcount, sortClasses } from '../../../src-shared/paper/paper-rules.ts';
import type { PaperWords } from './paper-words.ts';
import { presenceWords, registerName } from './row-words.ts';
import { sheetFrame } from './sheet-frame.ts';

/** The evacuation list as the template takes it: overview with totals, then every class. */
export function evacuationListView(list: EvacuationList, words: PaperWords) {
  const classes = sortClasses(list.classes);
  return {
    frame: sheetFrame(list, 'evacuationList', words),
    words: { ...words.section('common'), ...words.section('evacuationList') },
    compact: list.layout === 'compact',
    total: countView(headcount(classes.flatMap((one) => one.students))),
    classes: classes.map((one) => classView(one, words)),
    unexplained: classes.flatMap((one) =>
      one.students
        .filter((child) => child.state === 'unexplained')
        .map((child) => ({ class: one.className, name: registerName(child) })),
    ),
  };
}

function classView(one: EvacuationClass, words: PaperWords) {
  const count = headcount(one.students);
  return {
    class: one.className,
    teacher: one.classTeacher ?? words.say('common.noTeacher'),
    hasReported: one.hasReported,
    count: countView(count),
    summary: summaryWords(count, words),
    students: one.students.map((child) => ({
      name: registerName(child),
      state: presenceWords(child, words),
      isHere: child.state === 'here',
      isUnexplained: child.state === 'unexplained',
    })),
  };
}

/** "away" is everybody who need not be looked for: reported, expected later, already fetched. */
function countView(count: Headcount) {
  return {
    total: String(count.total),
    expected: String(count.expected),
    away: String(count.reported + count.comesLater + count.pickedUp),
    unexplained: String(count.unexplained),
  };
}

function summaryWords(count: Headcount, words: PaperWords): string[] {
  const { expected, away, unexplained } = countView(count);
  const parts = [
    words.say('evacuationList.count', { count: count.total }),
    words.say('evacuationList.expectedCount', { count: expected }),
  ];
  if (away !== '0') parts.push(words.say('evacuationList.awayCount', { count: away }));
  if (unexplained !== '0') parts.push(words.say('evacuationList.unexplainedCount', { count: unexplained }));
  return parts;
}
