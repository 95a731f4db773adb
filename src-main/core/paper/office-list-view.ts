import type {
  GuardianContact,
  OfficeList,
  OfficeListRow,
  OpenCase,
} from '../../../src-shared/paper/daily-sheets.ts';
import { compareClassNames, sortByClassAndName } from '../../../src-shared/paper/paper-rules.ts';
import type { PaperWords } from './paper-words.ts';
import {
  arrivalWords,
  departureWords,
  excuseWords,
  registerName,
  spanWords,
  untilWords,
} from './row-words.ts';
import { sheetFrame } from './sheet-frame.ts';

/** The office's daily list as the template takes it: every string is ready to print. */
export function officeListView(list: OfficeList, words: PaperWords) {
  const waiting = [...list.classesNotReported].sort(compareClassNames);
  return {
    frame: sheetFrame(list, 'officeList', words),
    words: { ...words.section('common'), ...words.section('officeList') },
    openCases: sortByClassAndName(list.openCases).map((one) => openCaseView(one, words)),
    waiting: waiting.length === 0 ? null : notReported(waiting, words),
    summary: words.say('officeList.summary', { count: list.rows.length }),
    rows: sortByClassAndName(list.rows).map((row) => rowView(row, list.day, words)),
  };
}

/** "Diese Klassen haben noch nicht gemeldet:" and their names. */
export function notReported(classNames: readonly string[], words: PaperWords) {
  return {
    label: words.say('common.notReported', { count: classNames.length }),
    classes: classNames.join(' · '),
  };
}

function rowView(row: OfficeListRow, day: string, words: PaperWords) {
  return {
    class: row.className,
    name: registerName(row),
    away: spanWords(row, words),
    until: untilWords(row, day, words),
    arrives: arrivalWords(row, words),
    leaves: departureWords(row, words),
    reason: row.reason === null ? '' : words.say(`reason.${row.reason}`),
    excuse: row.span === 'missing' ? '' : excuseWords(row, words),
    callback: row.callbackNumber ?? '',
    remark: row.remark ?? '',
    isMissing: row.span === 'missing',
    isToReview: row.toReview,
  };
}

function openCaseView(one: OpenCase, words: PaperWords) {
  return {
    class: one.className,
    name: registerName(one),
    since: words.say('officeList.since', { time: one.since }),
    contacts: one.contacts.map((contact) => contactView(contact, words)),
    attempts: one.attempts.map((attempt) => ({
      at: attempt.at,
      contact: attempt.contactName,
      outcome: words.say(`outcome.${attempt.outcome}`),
      note: attempt.note ?? '',
      by: attempt.by,
    })),
  };
}

/** A guardian with relation and numbers, in words. */
export function contactView(contact: GuardianContact, words: PaperWords) {
  return {
    name: contact.name,
    relation: contact.relation === null ? '' : words.say(`relation.${contact.relation}`),
    phones: contact.phones.map((phone) => ({ number: phone.number, label: phone.label ?? '' })),
  };
}
