import { describe, expect, it } from 'vitest';
import { excuseState, rangeWords, spanWords } from '../../../../src-renderer/absences/absence-words.ts';
import { freeName } from '../../../../src-renderer/absences/free-days.ts';
import { asReportedWords, changeSentences } from '../../../../src-renderer/absences/history-words.ts';
import { dutyFrom } from '../../../../src-renderer/absences/student-year.ts';
import { fullDay, shortDay } from '../../../../src-renderer/format/dates.ts';
import { lineWith } from './lines.ts';
import { wordsIn } from './words-in.ts';

const t = wordsIn('de', 'absences', 'words').getFixedT('de', 'absences');
const short = (day: string) => shortDay(day, 'de');

describe('how much of a day', () => {
  it.each([
    [{ span: 'wholeDay' as const }, 'ganzer Tag'],
    [{ span: 'arrivesLate' as const, atTime: '09:30' }, 'kommt um 09:30'],
    [{ span: 'leavesEarly' as const, atTime: null }, 'wird abgeholt'],
    [{ span: 'lessons' as const, fromLesson: 1, untilLesson: 3 }, '1.–3. Stunde'],
    [{ span: 'lessons' as const, fromLesson: 2, untilLesson: 2 }, '2. Stunde'],
    [{ span: 'lessons' as const, fromLesson: 5, untilLesson: null }, 'ab 5. Stunde'],
    [{ span: 'lessons' as const, fromLesson: null, untilLesson: 2 }, 'bis 2. Stunde'],
    [{ span: 'lessons' as const }, 'einzelne Stunden'],
  ])('%o is „%s“', (fields, words) => {
    expect(spanWords(lineWith(fields), t)).toBe(words);
  });
});

describe('where an excuse stands', () => {
  it.each([
    [{}, 'excused', 'done'],
    [{ excuse: 'unexcused' as const }, 'unexcused', 'danger'],
    [{ excuse: 'open' as const }, 'open', 'plain'],
    [{ excuse: 'open' as const, excuseExpected: 'written' as const }, 'writtenExpected', 'fact'],
    [
      { excuse: 'open' as const, excuseExpected: 'certificate' as const, excuseOverdue: true },
      'certificateOverdue',
      'wait',
    ],
    [
      { excuse: 'open' as const, excuseExpected: 'certificate' as const, writtenExcuseOn: '2026-11-24' },
      'certificateExpected',
      'fact',
    ],
    [{ withdrawn: true, excuse: 'open' as const, excuseOverdue: true }, 'withdrawn', 'plain'],
  ])('%o is %s', (fields, word, tone) => {
    expect(excuseState(lineWith(fields))).toEqual({ word, tone });
  });

  it('has a word for each state', () => {
    for (const word of ['excused', 'writtenOverdue', 'certificateExpected', 'withdrawn'])
      expect(t(`state.${word}`)).not.toContain('state.');
  });
});

describe('days in words', () => {
  it.each([
    [{}, 'Mo, 23.11.'],
    [{ untilDay: '2026-11-25' }, 'Mo, 23.11. – Mi, 25.11.'],
    [{ untilDay: null }, 'ab Mo, 23.11. auf Weiteres'],
  ])('%o is „%s“', (fields, words) => {
    expect(rangeWords(lineWith(fields), short, t)).toBe(words);
  });

  it('names why there are no lessons', () => {
    expect(freeName({ day: '2026-10-31', name: 'Reformationstag' }, t)).toBe('Reformationstag');
    expect(freeName({ day: '2026-11-22', name: null }, t)).toBe('Sonntag, kein Unterricht');
  });
});

describe('the history in words', () => {
  const say = (field: string, from: string | number | null, to: string | number | null) =>
    changeSentences([{ field, from, to }], { t, fullDay: (day) => fullDay(day, 'de') });

  it.each([
    ['untilDay', '2026-11-24', '2026-11-27', 'Bis: 24.11.2026 → 27.11.2026'],
    ['untilDay', '2026-11-24', null, 'Bis: 24.11.2026 → auf Weiteres'],
    ['reason', 'illness', 'doctor', 'Grund: krank → Arzttermin'],
    ['span', 'wholeDay', 'lessons', 'Umfang: ganzer Tag → einzelne Stunden'],
    ['fromLesson', null, 3, 'Von: nichts → 3. Stunde'],
    ['excuse', 'open', 'excused', 'Entschuldigung: offen → entschuldigt'],
    ['excuseExpected', 'none', 'certificate', 'Erwartet: nichts Schriftliches → Attest'],
    ['remark', '', 'Oma holt ab', 'Bemerkung: nichts → Oma holt ab'],
    ['offLunch', 0, 1, 'Vom Essen abgemeldet: nein → ja'],
  ])('%s %s → %s', (field, from, to, sentence) => {
    expect(say(field, from, to)).toEqual([sentence]);
  });

  it('says what a guardian had reported before it was put right', () => {
    const said = { untilDay: null, reason: 'other', remark: null } as const;
    const tools = { t, fullDay: (day: string) => fullDay(day, 'de') };
    expect(asReportedWords(said, tools)).toBe('Bis: auf Weiteres, Grund: sonstiges, Bemerkung: nichts');
  });

  it('keeps to itself what is only of the system', () => {
    expect(say('recordedAt', '2026-11-23T06:50:00.000Z', '2026-11-23T06:51:00.000Z')).toEqual([]);
    expect(say('withdrawn', 0, 1)).toEqual([]);
  });
});

describe('certificate duty', () => {
  const duty = (untilDay: string | null) => ({ dutyId: 'd', fromDay: '2026-11-02', untilDay });

  it('holds until its last day and is history afterwards', () => {
    expect(dutyFrom([duty('2026-11-23')], '2026-11-23')).toBeDefined();
    expect(dutyFrom([duty('2026-11-22')], '2026-11-23')).toBeUndefined();
    expect(dutyFrom([duty('2026-11-22'), duty(null)], '2026-11-23')).toEqual(duty(null));
  });
});
