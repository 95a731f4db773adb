import { describe, expect, it } from 'vitest';
import { readBytes, readRows } from '../../support/roster-files/read-rows.ts';
import { writeText } from '../../support/roster-files/write-table.ts';

const heading = 'Import-ID;Vorname;Nachname;Klasse';

function readText(text: string) {
  return readBytes(writeText(text));
}

function names(text: string): string[] {
  return readText(text).students.map((student) => `${student.givenName} ${student.familyName}`);
}

describe('a broken line costs itself and not the file', () => {
  it.each([
    ['a quote that is never closed', '1;"Anna;Koch;3b', 'quotesUnbalanced'],
    ['a quote that was never opened', '1;Anna;Koch";3b', 'quotesUnbalanced'],
    ['text behind a closing quote', '1;"An"na;"Koch;3b', 'quotesUnbalanced'],
    ['too few cells', '1;Anna;Koch', 'tooFewCells'],
    ['a separator inside a name', '1;Anna;Koch;von;3b', 'tooManyCells'],
    ['no given name', '1;;Koch;3b', 'nameMissing'],
    ['a dash for a name', '1;-;Koch;3b', 'nameMissing'],
  ])('%s', (_, line, code) => {
    const read = readText(`${heading}\n7;Mia;Adler;1a\n${line}\n8;Ole;Brandt;1a\n`);
    expect(read.students.map(({ line: at, givenName }) => [at, givenName])).toEqual([
      [2, 'Mia'],
      [4, 'Ole'],
    ]);
    expect(read.unreadable).toEqual([expect.objectContaining({ code, line: 3, file: 'liste.csv' })]);
  });

  it('two lines with an open quote each are two broken lines, not one long cell', () => {
    const read = readText(`${heading}\n1;"Anna;Koch;3b\n2;Mia;Adler;1a\n3;Ole";Brandt;1a\n4;Tim;Meyer;1a\n`);
    expect(read.unreadable.map(({ line }) => line)).toEqual([2, 4]);
    expect(read.students.map(({ importKey }) => importKey)).toEqual(['2', '4']);
  });

  it('an open quote in the last line is told', () => {
    expect(readText(`${heading}\n1;Mia;Adler;1a\n2;"Anna;Koch;3b`).unreadable).toHaveLength(1);
  });
});

describe('quotes that mean something', () => {
  it('hold separators, quotes and line breaks', () => {
    const rows = [
      ['Import-ID', 'Vorname', 'Nachname', 'Klasse'],
      ['1', 'Anna "Anni"', 'Koch; Dr.', '3b'],
      ['2', 'Ole', 'von\nBrandt', '3b'],
    ];
    expect(
      readRows(rows).students.map(({ givenName, familyName, line }) => [line, givenName, familyName]),
    ).toEqual([
      [2, 'Anna "Anni"', 'Koch; Dr.'],
      [3, 'Ole', 'von Brandt'],
    ]);
  });

  it('stand around whole lines after a second export from Excel', () => {
    expect(
      names('"Import-ID;Vorname;Nachname;Klasse"\n"1;""Anna"";""Koch"";3b"\n"2;Ole;Brandt;3b"\n'),
    ).toEqual(['Anna Koch', 'Ole Brandt']);
  });

  it('stand inside an unquoted cell as a nickname', () => {
    expect(names(`${heading}\n1;Maximilian "Max";Koch;3b\n`)).toEqual(['Maximilian "Max" Koch']);
  });

  it('come after a blank', () => {
    expect(names(`${heading}\n1; "Anna" ; "Koch; geb. Adler" ;3b\n`)).toEqual(['Anna Koch; geb. Adler']);
  });
});

describe('lines that are no rows', () => {
  it.each([
    ['blank lines between and at the end', `\n${heading}\n\n1;Anna;Koch;3b\n\n   \n\n`],
    ['rows of separators only, as Excel leaves them', `${heading}\n1;Anna;Koch;3b\n;;;\n;;;\n`],
    [
      'a title and a date above the heading',
      `Schülerliste\nStand: 24.11.2026;;;\n${heading}\n1;Anna;Koch;3b\n`,
    ],
    ['the directive sep=;', `sep=;\n${heading}\n1;Anna;Koch;3b\n`],
    ['no line end at the end', `${heading}\n1;Anna;Koch;3b`],
    ['three kinds of line ends', `${heading}\r\n1;Anna;Koch;3b\r\r\n`],
  ])('%s', (_, text) => {
    const read = readText(text);
    expect(read.students).toHaveLength(1);
    expect(read.unreadable).toEqual([]);
  });

  it('keep the line numbers of an editor', () => {
    expect(readText(`\n\n${heading}\n\n1;Anna;Koch;3b\n`).students[0]?.line).toBe(5);
  });
});

describe('the separator', () => {
  it.each([';', ',', '\t', '|'] as const)('%j is found by itself', (separator) => {
    const read = readText(`${heading}\n1;Anna;Koch;3b\n`.replaceAll(';', separator));
    expect(read).toMatchObject({ separator, students: [{ familyName: 'Koch' }] });
  });

  it('is not the comma that stands in every name', () => {
    const text = `${heading}\n1;Anna, Lea;Koch, von;3b\n2;Ole, Tim;Brandt, zu;3b\n`;
    expect(readText(text)).toMatchObject({ separator: ';', students: { length: 2 } });
  });

  it('can be chosen by hand', () => {
    const read = readBytes(writeText('Vorname,Nachname,Klasse\nAnna,Koch,3b\n'), { separator: ',' });
    expect(read.separator).toBe(',');
  });
});

describe('cells', () => {
  it.each([
    ['blanks of all kinds', '\u00A0Anna\u2009 \u200BMaria ', 'Anna Maria'],
    ['Excel text formulas', '="Anna"', 'Anna'],
    ['decomposed letters', 'Zoe\u0308', 'Zoë'],
    ['soft hyphens', 'An\u00ADna', 'Anna'],
    ['direction marks', '\u200FAnna\u200E', 'Anna'],
  ])('lose %s', (_, cell, expected) => {
    expect(readRows([heading.split(';'), ['1', cell, 'Koch', '3b']]).students[0]?.givenName).toBe(expected);
  });

  it('keep apostrophes, hyphens and particles', () => {
    const rows = [
      heading.split(';'),
      ['1', "D'Angelo", "O'Neil-von der Heide", '3b'],
      ['2', "'s", 'd’Arc', '3b'],
    ];
    expect(readRows(rows).students.map(({ familyName }) => familyName)).toEqual([
      "O'Neil-von der Heide",
      'd’Arc',
    ]);
  });

  it('lose the apostrophe that keeps a spreadsheet from calculating', () => {
    expect(readRows([heading.split(';'), ["'0471", 'Anna', 'Koch', '3b']]).students[0]?.importKey).toBe(
      '0471',
    );
  });
});

describe('S19: markup and formulas in names', () => {
  it('are text', () => {
    const rows = [
      heading.split(';'),
      ['1', '<script>alert(1)</script>', '=HYPERLINK("http://evil.example")', '3b'],
    ];
    expect(readRows(rows).students[0]).toMatchObject({ givenName: '<script>alert(1)</script>' });
  });
});
