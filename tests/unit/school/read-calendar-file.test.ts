import { expect, test } from 'vitest';
import { readCalendarFile } from '../../../src-main/core/school/read-calendar-file.ts';

const read = (text: string, encoding: 'utf8' | 'latin1' = 'utf8') =>
  readCalendarFile(Buffer.from(text, encoding));
const calendar = (...events: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((one) => ['BEGIN:VEVENT', one, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n');

test('iCalendar: the end of whole days is the day after, a single day may have none', () => {
  const text = calendar(
    'DTSTART;VALUE=DATE:20261012\r\nDTEND;VALUE=DATE:20261025\r\nSUMMARY:Herbstferien Niedersachsen 2026',
    'SUMMARY:Tag nach Himmelfahrt\r\nDTSTART;VALUE=DATE:20270507',
    'DTSTART:20261223T000000\r\nDTEND:20270109T235900\r\nSUMMARY:Weihnachts\r\n ferien 2026/2027',
  );
  expect(read(text)).toEqual({
    periods: [
      { name: 'Herbstferien', fromDay: '2026-10-12', untilDay: '2026-10-24' },
      { name: 'Tag nach Himmelfahrt', fromDay: '2027-05-07', untilDay: '2027-05-07' },
      { name: 'Weihnachtsferien', fromDay: '2026-12-23', untilDay: '2027-01-09' },
    ],
    problems: [],
  });
});

test('iCalendar: an event without a day that exists is named by its line, the others go on', () => {
  const text = calendar(
    'DTSTART;VALUE=DATE:20260231\r\nSUMMARY:Halbjahresferien',
    'DTSTART;VALUE=DATE:20270201\r\nSUMMARY:Ferien\\, kurz',
  );
  expect(read(text)).toEqual({
    periods: [{ name: 'Ferien, kurz', fromDay: '2027-02-01', untilDay: '2027-02-01' }],
    problems: [{ code: 'dayNotUnderstood', line: 4, value: 'Halbjahresferien 20260231' }],
  });
});

test.each([
  ['Name;Von;Bis\nOsterferien;22.03.2027;03.04.2027', 'utf8'],
  ['﻿Osterferien,2027-03-22,2027-04-03\r\n', 'utf8'],
  ['Von\tBis\tBezeichnung\r\nMo, 22.3.27\tSa 3.4.27\tOsterferien', 'latin1'],
  ['"Name";"Von";"Bis"\n"Osterferien";46468;46480', 'utf8'],
] as const)('a table %j', (text, encoding) => {
  expect(read(text, encoding)).toEqual({
    periods: [{ name: 'Osterferien', fromDay: '2027-03-22', untilDay: '2027-04-03' }],
    problems: [],
  });
});

test('a table says what it can not take, by line', () => {
  const { periods, problems } = read(
    'Name;Von;Bis\nOsterferien;morgen;\n;01.02.2027;\nPfingsten;18.05.2027;17.05.2027\nTag;1.2.2027;',
  );
  expect(problems.map(({ code, line }) => [code, line])).toEqual([
    ['dayNotUnderstood', 2],
    ['nameMissing', 3],
    ['endsBeforeBegin', 4],
  ]);
  expect(periods).toEqual([{ name: 'Tag', fromDay: '2027-02-01', untilDay: '2027-02-01' }]);
});

test('names keep their umlauts in an older encoding', () => {
  expect(read('Name;Von\nBrückentag;14.05.2027', 'latin1').periods[0]?.name).toBe('Brückentag');
});

test('what is no calendar says so', () => {
  expect(read('%PDF-1.7 …').problems).toEqual([{ code: 'fileUnreadable', line: null, value: '' }]);
  expect(read('').problems).toEqual([{ code: 'nothingFound', line: null, value: '' }]);
});
