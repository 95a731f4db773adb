import { describe, expect, it } from 'vitest';
import { readRosterFile } from '../../../src-main/core/roster/read-file.ts';
import { LARGEST_FILE_BYTES, recogniseFile } from '../../../src-main/core/roster/recognise-file.ts';
import { TODAY } from '../../support/roster-files/read-rows.ts';

const zip = (name: string) =>
  Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), Buffer.from(`......${name}....`)]);

function refusal(bytes: Uint8Array): string {
  const read = readRosterFile(bytes, { file: 'liste', today: TODAY });
  return read.kind === 'refused' ? read.problem.code : 'read';
}

describe('a file that is no list is refused with a sentence', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'fileEmpty'],
    ['blank lines', Buffer.from('\r\n  \r\n'), 'fileEmpty'],
    ['only a byte order mark', Buffer.from([0xef, 0xbb, 0xbf]), 'fileEmpty'],
    ['only a UTF-16 mark', Buffer.from([0xff, 0xfe]), 'fileEmpty'],
    [
      'an old Excel workbook',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]),
      'fileIsOldExcel',
    ],
    ['a Word document', zip('word/document.xml'), 'fileIsWord'],
    ['another archive', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), 'fileIsZip'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'fileIsPdf'],
    ['XML', Buffer.from('<?xml version="1.0"?><schueler/>'), 'fileIsXml'],
    ['XML with a mark', Buffer.from('\uFEFF<?xml version="1.0"?>'), 'fileIsXml'],
    ['XML in UTF-16', Buffer.from('\uFEFF<?xml version="1.0"?><a/>', 'utf16le'), 'fileIsXml'],
    ['a web page', Buffer.from('<!DOCTYPE html><html>'), 'fileIsXml'],
    ['a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'fileIsImage'],
    ['bytes', Buffer.from(Array.from({ length: 400 }, (_, index) => index % 8)), 'fileIsBinary'],
    ['only a heading', Buffer.from('Vorname;Nachname;Klasse\r\n'), 'onlyHeader'],
    ['a list without heading', Buffer.from('1;Anna;Koch;3b\n2;Ole;Brandt;3b\n'), 'headerMissing'],
    ['another list', Buffer.from('Vorname;Fach;Raum;Nachname\nAnna;Mathe;12;Koch\n'), 'columnsMissing'],
    ['a letter', Buffer.from('Liebe Eltern,\nmorgen ist Wandertag.\n'), 'headerMissing'],
  ])('%s', (_, bytes, code) => {
    expect(refusal(bytes)).toBe(code);
  });

  it('is too large, before any of it is looked at', () => {
    expect(recogniseFile(new Uint8Array(LARGEST_FILE_BYTES + 1))).toEqual({ refused: 'fileTooLarge' });
    const read = readRosterFile(new Uint8Array(LARGEST_FILE_BYTES + 1), { file: 'x', today: TODAY });
    expect(read).toMatchObject({ kind: 'refused', problem: { params: { megabytes: 51, limit: 50 } } });
  });

  it('names the missing column and what was found', () => {
    const read = readRosterFile(Buffer.from('Vorname;Nachname\nAnna;Koch\n'), { file: 'x', today: TODAY });
    expect(read).toMatchObject({
      problem: { code: 'columnsMissing', params: { missing: 'Klasse', columns: 'Vorname, Nachname' } },
    });
  });

  it('does not open the wrong format because somebody chose it', () => {
    const bytes = Buffer.from('Vorname;Nachname;Klasse\nAnna;Koch;3b\n');
    const read = readRosterFile(bytes, { file: 'x', today: TODAY, format: 'iservParents' });
    expect(read).toMatchObject({ kind: 'refused', problem: { params: { missing: 'Kind-ID' } } });
  });
});
