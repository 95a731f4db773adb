import { beforeAll, describe, expect, it } from 'vitest';
import { loadPaperWords, type PaperWords } from '../../../src-main/core/paper/paper-words.ts';
import {
  arrivalWords,
  departureWords,
  excuseWords,
  presenceWords,
  registerName,
  spanWords,
  untilWords,
} from '../../../src-main/core/paper/row-words.ts';
import { absentRow, frame, resourcesFolder } from './invented-school.ts';

let words: PaperWords;
beforeAll(async () => {
  words = await loadPaperWords(resourcesFolder, 'de');
});

describe('words of a row', () => {
  it.each([
    [null, null, 'einzelne Stunden'],
    [1, 3, '1.–3. Stunde'],
    [2, 2, '2. Stunde'],
    [3, null, 'ab 3. Stunde'],
    [null, 4, 'bis 4. Stunde'],
  ])('says lessons %s to %s as %s', (fromLesson, untilLesson, said) => {
    expect(spanWords({ ...absentRow, span: 'lessons', fromLesson, untilLesson }, words)).toBe(said);
  });

  it('says until when', () => {
    const until = (row: object) => untilWords({ ...absentRow, ...row }, frame.day, words);
    expect(until({})).toBe('heute');
    expect(until({ untilDay: '2026-11-27' })).toBe('Fr, 27.11.');
    expect(until({ untilDay: null })).toBe('auf Weiteres');
    expect(until({ span: 'late' })).toBe('');
    expect(until({ span: 'missing', untilDay: null })).toBe('');
  });

  it('says when a child comes and goes', () => {
    expect(arrivalWords({ ...absentRow, span: 'arrivesLate', atTime: '09:40' }, words)).toBe('09:40');
    expect(arrivalWords({ ...absentRow, span: 'arrivesLate' }, words)).toBe('offen');
    expect(arrivalWords({ ...absentRow, span: 'late', atTime: '08:24' }, words)).toBe('da seit 08:24');
    expect(arrivalWords({ ...absentRow, span: 'late' }, words)).toBe('');
    expect(arrivalWords(absentRow, words)).toBe('');
    expect(departureWords({ ...absentRow, span: 'leavesEarly', atTime: '11:15' }, words)).toBe('11:15');
    expect(departureWords({ ...absentRow, span: 'leavesEarly' }, words)).toBe('offen');
    expect(departureWords(absentRow, words)).toBe('');
  });

  it('says how the excuse stands', () => {
    const excuse = (row: object) => excuseWords({ ...absentRow, ...row }, words);
    expect(excuse({})).toBe('schriftlich fehlt noch');
    expect(excuse({ excuseExpected: 'certificate' })).toBe('Attest fehlt noch');
    expect(excuse({ excuseExpected: 'none' })).toBe('offen');
    expect(excuse({ excuse: 'excused' })).toBe('entschuldigt');
    expect(excuse({ excuse: 'unexcused' })).toBe('unentschuldigt');
    expect(excuse({ toReview: true, excuse: 'excused' })).toBe('zu prüfen');
  });

  it('says where a child is, and nothing about a child in school', () => {
    expect(presenceWords({ state: 'here', atTime: '08:00' }, words)).toBe('');
    expect(presenceWords({ state: 'reported', atTime: '08:00' }, words)).toBe('abgemeldet');
    expect(presenceWords({ state: 'pickedUp', atTime: '10:30' }, words)).toBe('abgeholt 10:30');
    expect(presenceWords({ state: 'comesLater', atTime: null }, words)).toBe('kommt später');
  });

  it('writes names as registers do', () => {
    expect(registerName({ givenName: 'Emre', familyName: 'Yıldız' })).toBe('Yıldız, Emre');
    expect(registerName({ givenName: 'Noor', familyName: ' ' })).toBe('Noor');
  });
});
