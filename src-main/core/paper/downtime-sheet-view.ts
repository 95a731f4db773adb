import type { DowntimeSheet } from '../../../src-shared/paper/daily-sheets.ts';
import { sortClasses } from '../../../src-shared/paper/paper-rules.ts';
import { contactView } from './office-list-view.ts';
import type { PaperWords } from './paper-words.ts';
import { presenceWords, registerName } from './row-words.ts';
import { sheetFrame } from './sheet-frame.ts';

/** The downtime sheet as the template takes it: what to do, a blank log, then each class with its numbers. */
export function downtimeSheetView(sheet: DowntimeSheet, words: PaperWords) {
  const steps = ['how1', 'how2', 'how3', 'how4'];
  return {
    frame: sheetFrame(sheet, 'downtimeSheet', words),
    words: { ...words.section('common'), ...words.section('downtimeSheet') },
    steps: steps.map((step) => words.say(`downtimeSheet.${step}`)),
    classes: sortClasses(sheet.classes).map((one) => ({
      class: one.className,
      teacher: one.classTeacher ?? words.say('common.noTeacher'),
      count: words.say('downtimeSheet.count', { count: one.students.length }),
      students: one.students.map((child) => ({
        name: registerName(child),
        state: presenceWords(child, words),
        isUnexplained: child.state === 'unexplained',
        contacts: child.contacts.map((contact) => contactView(contact, words)),
      })),
    })),
  };
}
