import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src-main/core/roster/decode-text.ts';
import { readBytes } from '../../support/roster-files/read-rows.ts';
import { writeTable, writeText } from '../../support/roster-files/write-table.ts';

const people = [
  ['Import-ID', 'Vorname', 'Nachname', 'Klasse'],
  ['1', 'Jürgen', 'Müller', '3b'],
  ['2', 'Zoë', 'Groß', '3b'],
  ['3', 'Märta', 'Königsmann', '4a'],
];

describe('the encoding is found by itself', () => {
  const german = people.map((row) => row.join(';')).join('\r\n');

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'cp850', 'macintosh'] as const)(
    '%s',
    (encoding) => {
      const decoded = decodeText(writeText(german, encoding));
      expect(decoded.text).toBe(german);
      expect(decoded.encoding).toBe(encoding);
    },
  );

  it.each(['Šimon', 'Matouš', 'Žofka', 'Lužice', 'Œuvre', 'Cœur', 'Ÿ'])(
    'ISO-8859-15 by the letters of %s',
    (name) => {
      const text = `Vorname;Nachname\n${name};Müller\n`;
      const decoded = decodeText(writeText(text, 'iso-8859-15'));
      expect(decoded).toMatchObject({ text, encoding: 'iso-8859-15' });
    },
  );

  it.each(['Šimon', 'Matouš', 'Žofka', 'Lužice', 'Œuvre', 'Cœur', 'D’Arc', '„Peter“'])(
    'Windows-1252 by the letters of %s',
    (name) => {
      const text = `Vorname;Nachname\n${name};Müller\n`;
      expect(decodeText(writeText(text, 'windows-1252'))).toMatchObject({ text, encoding: 'windows-1252' });
    },
  );

  it('Windows-1252 when nothing tells it from ISO-8859-15', () => {
    expect(decodeText(writeText('Müller', 'iso-8859-15')).encoding).toBe('windows-1252');
  });

  it('UTF-8 with its mark, which is no part of the first heading', () => {
    expect(readBytes(writeTable(people, { bom: true })).students).toHaveLength(3);
  });

  it('UTF-16 without a mark, as some programs write it', () => {
    expect(readBytes(writeTable(people, { encoding: 'utf-16be' }))).toMatchObject({
      encoding: 'utf-16be',
      students: { length: 3 },
    });
  });
});

describe('what was chosen by hand', () => {
  it('is taken without looking', () => {
    const decoded = decodeText(writeText('Müller', 'utf-8'), 'windows-1252');
    expect(decoded).toMatchObject({ text: 'MÃ¼ller', encoding: 'windows-1252' });
  });

  it('shows what cannot be read as U+FFFD and goes on', () => {
    const read = readBytes(writeTable(people, { encoding: 'windows-1252' }), { encoding: 'utf-8' });
    expect(read.students[0]?.familyName).toBe('M\uFFFDller');
  });
});

describe('damaged text', () => {
  it('in two encodings is read line by line, and the rarer lines are named', () => {
    const utf8 = writeTable(people);
    const single = writeTable([['4', 'Jörg', 'Bäcker', '1a']], { encoding: 'windows-1252' });
    const read = readBytes(Buffer.concat([utf8, single]));
    expect(read.encoding).toBe('mixed');
    expect(read.students.map((student) => student.familyName)).toEqual([
      'Müller',
      'Groß',
      'Königsmann',
      'Bäcker',
    ]);
    expect(read.notes).toContainEqual(
      expect.objectContaining({ code: 'mixedEncodings', params: { count: 1, lines: '5' } }),
    );
  });

  it('in two encodings is read line by line with old Mac line ends too', () => {
    const lines = Buffer.concat([
      iconv.encode('Vorname;Nachname;Klasse\rJürgen;Müller;3b\r', 'utf-8'),
      iconv.encode('Zoë;Groß;3b\r', 'windows-1252'),
    ]);
    expect(readBytes(lines).students.map(({ familyName }) => familyName)).toEqual(['Müller', 'Groß']);
  });

  it('cut off in the middle of a letter keeps all the lines before', () => {
    const bytes = writeTable([...people, ['4', 'Jan', 'Groß', '3b']]).subarray(0, -7);
    expect(
      readBytes(bytes)
        .students.slice(0, 3)
        .map(({ familyName }) => familyName),
    ).toEqual(['Müller', 'Groß', 'Königsmann']);
  });

  it('with NUL characters between is read, and told', () => {
    const bytes = Buffer.from(writeTable(people).toString().replace('Müller', 'Mü\0ller'));
    const read = readBytes(bytes);
    expect(read.students[0]?.familyName).toBe('Müller');
    expect(read.notes).toContainEqual(expect.objectContaining({ code: 'nulRemoved', params: { count: 1 } }));
  });

  it('encoded twice is repaired, and told', () => {
    const read = readBytes(writeTable([...people, ['4', 'Ã–mer', 'GroÃŸ', '3b']]));
    expect(read.students[3]).toMatchObject({ givenName: 'Ömer', familyName: 'Groß' });
    expect(read.notes).toContainEqual(
      expect.objectContaining({
        code: 'doubleEncodingRepaired',
        line: 5,
        value: 'GroÃŸ',
        params: { repaired: 'Groß' },
      }),
    );
  });

  it('with decomposed umlauts is composed', () => {
    const read = readBytes(writeTable(people, { decomposed: true }));
    expect(read.students[0]?.familyName).toBe('Müller');
    expect(read.students[0]?.familyName).toHaveLength(6);
  });

  it('with double-encoded letters is left alone where they are meant', () => {
    const read = readBytes(writeTable([...people, ['4', 'São', 'Ångström', '3b']]));
    expect(read.students[3]).toMatchObject({ givenName: 'São', familyName: 'Ångström' });
  });
});
